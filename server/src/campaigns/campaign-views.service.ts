import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { CampaignProgress, CampaignUnit, CampaignView } from '@zerentian/shared/campaigns/campaign.contract';
import { DataSource, type EntityManager } from 'typeorm';
import { CampaignVisitCounts, type CampaignVisits } from '../inspections/campaign-visits.service';
import { Clock } from '../platform/clock';
import { namesOf } from '../platform/database/names';
import { Holders } from '../posts/holders.service';
import type { Campaign } from './campaign.entity';
import { CampaignRegister, type CampaignTarget } from './campaign-register';

/** Campaigns with the names beside their ids and with how far they are. */
@Injectable()
export class CampaignViews {
  @Inject() private readonly clock: Clock;
  @Inject() private readonly holders: Holders;
  @Inject() private readonly register: CampaignRegister;
  @Inject() private readonly visits: CampaignVisitCounts;
  @InjectDataSource() private readonly source: DataSource;

  async many(rows: Campaign[], tx: EntityManager = this.source.manager): Promise<CampaignView[]> {
    const ids = rows.map((row) => row.id);
    const visits = await this.visits.of(ids, tx);
    const holders = await this.holders.of(
      rows.map((row) => row.responsiblePostId),
      this.clock.now(),
      tx,
    );
    const authorOf = (row: Campaign) => ({ personId: row.authorPersonId, postId: row.authorPostId });
    const actor = await this.holders.actors(rows.map(authorOf), tx);
    return rows.map((row) => {
      const { personId = null, name = null, phone = null, post = null } = holders.get(row.responsiblePostId) ?? {};
      return {
        ...plainOf(row),
        responsible: { personId, name, phone, postId: row.responsiblePostId, post },
        author: actor(authorOf(row)),
        progress: progressOf(row, visits.get(row.id) as CampaignVisits),
      };
    });
  }

  async one(row: Campaign, tx?: EntityManager): Promise<CampaignView> {
    return (await this.many([row], tx))[0] as CampaignView;
  }

  /** The targets, not visited first, then what else was visited. */
  async units(row: Campaign, tx: EntityManager = this.source.manager): Promise<CampaignUnit[]> {
    const visits = (await this.visits.of([row.id], tx)).get(row.id) as CampaignVisits;
    const units = await this.register.units(tx, [...new Set([...row.unitIds, ...visits.units.keys()])]);
    const areas = await namesOf(
      tx,
      'area',
      'code',
      units.map((unit) => unit.areaCode),
    );
    const shown = units.map((unit) => unitView(unit, areas.get(unit.areaCode) ?? unit.areaCode, visits));
    return [...shown.filter((unit) => unit.visits === 0), ...shown.filter((unit) => unit.visits > 0)];
  }

  /** What the register holds beside the targets that fits how they were chosen. */
  async proposed(row: Campaign, tx: EntityManager = this.source.manager) {
    if (row.state === 'finished') return [];
    const units = await this.register.proposed(tx, row.townshipCode, row.selection, new Set(row.unitIds));
    const areas = await namesOf(
      tx,
      'area',
      'code',
      units.map((unit) => unit.areaCode),
    );
    return units.map((unit) => ({
      unitId: unit.id,
      unitName: unit.name,
      areaName: areas.get(unit.areaCode) ?? unit.areaCode,
    }));
  }
}

function unitView(unit: CampaignTarget, areaName: string, { units }: CampaignVisits): CampaignUnit {
  const done = units.get(unit.id);
  const { areaCode, trade, supervision } = unit;
  return {
    ...{ unitId: unit.id, unitName: unit.name, areaCode, areaName, trade, supervision },
    visits: done?.visits ?? 0,
    last: done ? { ...done.last, occurredAt: done.last.occurredAt.toISOString() } : null,
  };
}

function progressOf(row: Campaign, { units, findings }: CampaignVisits): CampaignProgress {
  const visited = row.unitIds.filter((id) => units.has(id)).length;
  const visits = [...units.values()].reduce((sum, unit) => sum + unit.visits, 0);
  return { units: row.unitIds.length, visited, visits, others: units.size - visited, findings };
}

function plainOf(row: Campaign) {
  const { id, number, townshipCode, kind, state, title, basis, purpose, startsOn, endsOn } = row;
  const { checklistKey, selection } = row;
  return {
    ...{ id, number, townshipCode, kind, state, title, basis, purpose, startsOn, endsOn, checklistKey, selection },
    finishedAt: row.finishedAt?.toISOString() ?? null,
    updatedAt: row.updatedAt.toISOString(),
  };
}
