import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { dateOf } from '@zerentian/shared/calendar';
import { DUE_STATES, overdueDays } from '@zerentian/shared/hazards/hazard.deadline';
import type {
  FindingCounts,
  InspectedItemView,
  InspectionDetail,
  InspectionView,
} from '@zerentian/shared/inspections/inspection.contract';
import { DataSource, type EntityManager } from 'typeorm';
import { PhotoLinks } from '../photos/photo-links.service';
import { Clock } from '../platform/clock';
import { namesOf } from '../platform/database/names';
import { Holders } from '../posts/holders.service';
import type { Inspection, StoredItem } from './inspection.entity';

type HazardSummary = NonNullable<InspectedItemView['hazard']>;

/** Sums come as text from some drivers. */
type Row = { originId: string } & Record<keyof FindingCounts, string | number>;

const marks = (values: readonly unknown[]) => values.map(() => '?').join(', ');
const COUNTS = (due: readonly unknown[]) => `
  SELECT originId, COUNT(*) AS found, SUM(CASE WHEN state = 'closed' THEN 1 ELSE 0 END) AS putRight,
    SUM(CASE WHEN state IN (${marks(due)}) AND deadline < ? THEN 1 ELSE 0 END) AS overdue
  FROM hazard WHERE originId IN`;

/** Visits with the names that stand beside their ids, and with how their hazards stand now. */
@Injectable()
export class InspectionViews {
  @Inject() private readonly clock: Clock;
  @Inject() private readonly holders: Holders;
  @Inject() private readonly links: PhotoLinks;
  @InjectDataSource() private readonly source: DataSource;

  async many(rows: Inspection[], tx: EntityManager = this.source.manager): Promise<InspectionView[]> {
    const column = <T>(of: (row: Inspection) => T) => rows.map(of);
    const areas = await namesOf(
      tx,
      'area',
      'code',
      column((row) => row.areaCode),
    );
    const units = await namesOf(
      tx,
      'unit',
      'id',
      column((row) => row.unitId),
    );
    const campaigns = await this.campaigns(
      tx,
      column((row) => row.campaignId),
    );
    const findings = await this.findings(
      column((row) => row.id),
      tx,
    );
    const actor = await this.holders.actors(
      rows.flatMap((row) => [inspectorOf(row), ...row.companions]),
      tx,
    );
    return rows.map((row) => ({
      ...plainOf(row),
      areaName: areas.get(row.areaCode) ?? row.areaCode,
      unitName: units.get(row.unitId) ?? row.unitId,
      campaign: row.campaignId === null ? null : { id: row.campaignId, title: campaigns.get(row.campaignId) ?? '' },
      findings: findings.get(row.id) ?? { found: 0, putRight: 0, overdue: 0 },
      inspector: actor(inspectorOf(row)),
      companions: row.companions.map(actor),
    }));
  }

  async detail(row: Inspection, tx: EntityManager = this.source.manager): Promise<InspectionDetail> {
    const [view] = await this.many([row], tx);
    const hazards = await this.hazards(row, tx);
    const signature = row.signaturePhotoId === null ? [] : this.links.of([row.signaturePhotoId]);
    return {
      ...(view as InspectionView),
      items: row.items.map((item) => this.item(item, hazards)),
      signature: signature[0] ?? null,
      remark: row.remark,
      spot: row.spot,
      place: row.place,
    };
  }

  /** What the hazards of each of some visits have come to. */
  async findings(ids: string[], tx: EntityManager = this.source.manager): Promise<Map<string, FindingCounts>> {
    if (ids.length === 0) return new Map();
    const rows = await tx.query<Row[]>(`${COUNTS(DUE_STATES)} (${marks(ids)}) GROUP BY originId`, [
      ...DUE_STATES,
      dateOf(this.clock.now()),
      ...ids,
    ]);
    const counts = (row: Row): FindingCounts => ({
      found: Number(row.found),
      putRight: Number(row.putRight),
      overdue: Number(row.overdue),
    });
    return new Map(rows.map((row) => [row.originId, counts(row)]));
  }

  private item({ hazardId, photoIds, ...item }: StoredItem, hazards: Map<string, HazardSummary>): InspectedItemView {
    const hazard = hazardId === null ? null : (hazards.get(hazardId) ?? null);
    return { ...item, photos: this.links.of(photoIds), hazard };
  }

  private async hazards(row: Inspection, tx: EntityManager): Promise<Map<string, HazardSummary>> {
    if (row.failed === 0) return new Map();
    const rows = await tx.query<(Omit<HazardSummary, 'overdueDays'> & { deadline: string | null })[]>(
      'SELECT id, number, description, state, path, deadline FROM hazard WHERE originId = ?',
      [row.id],
    );
    const now = this.clock.now();
    return new Map(
      rows.map(({ deadline, ...hazard }) => [
        hazard.id,
        { ...hazard, overdueDays: overdueDays({ state: hazard.state, deadline }, now) },
      ]),
    );
  }

  private async campaigns(tx: EntityManager, wanted: (string | null)[]): Promise<Map<string, string>> {
    const ids = [...new Set(wanted)].filter((id): id is string => id !== null);
    if (ids.length === 0) return new Map();
    const sql = `SELECT id, title FROM campaign WHERE id IN (${marks(ids)})`;
    const rows = await tx.query<{ id: string; title: string }[]>(sql, ids);
    return new Map(rows.map((row) => [row.id, row.title]));
  }
}

function inspectorOf(row: Inspection) {
  return { personId: row.inspectorPersonId, postId: row.inspectorPostId };
}

/** What a visit says without asking any other table. */
function plainOf(row: Inspection) {
  return {
    id: row.id,
    number: row.number,
    areaCode: row.areaCode,
    unitId: row.unitId,
    trade: row.trade,
    checklist: { key: row.checklistKey, version: row.checklistVersion, title: row.checklistTitle },
    counts: { total: row.items.length, passed: row.passed, failed: row.failed, notApplicable: row.notApplicable },
    inspectedName: row.inspectedName,
    inspectedTitle: row.inspectedTitle,
    refusal: row.refusal,
    occurredAt: row.occurredAt.toISOString(),
    receivedAt: row.receivedAt.toISOString(),
    doubted: row.doubted,
  };
}
