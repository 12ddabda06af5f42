import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { covers, townshipOf } from '@zerentian/shared/areas/area.contract';
import type { Place } from '@zerentian/shared/fields';
import { titleOf } from '@zerentian/shared/hazards/hazard.title';
import { openStates } from '@zerentian/shared/hazards/hazard.vocabulary';
import type { SimilarHazard, SimilarQuery } from '@zerentian/shared/hazards/hazard-similar.contract';
import { likeness, wordOverlap } from '@zerentian/shared/hazards/hazard-similar.rule';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock';
import { jsonValue } from '../platform/database/json';
import { namesOf } from '../platform/database/names';
import { isoOf } from '../platform/database/plain-row';
import { distanceBetween } from '../platform/geo/distance';
import { ProblemError } from '../platform/problem';
import { Access, sees, type Visible, visibleThrough } from '../posts/access.service';
import { ownEnterprises } from '../posts/discretion.service';
import type { Hazard } from './hazard.entity';
import { HazardRegister } from './hazard-register';

const MOST_SHOWN = 5;
/** Open hazards of one township that are looked through; more than any has at a time. */
const MOST_READ = 1000;

const COLUMNS = `h.id, h.number, h.state, h.areaCode, h.trade, h.unitId, h.responsibleUnitId, h.reporterPersonId, h.description,
  h.spot, h.place, h.receivedAt`;
/** Without an order, so that the index on township and state serves alone. */
const OPEN = `
  SELECT ${COLUMNS} FROM hazard h WHERE h.townshipCode = ? AND h.state IN (${openStates.map(() => '?').join(', ')})
  LIMIT ${MOST_READ}`;

type Row = Pick<
  Hazard,
  | 'id'
  | 'number'
  | 'state'
  | 'areaCode'
  | 'trade'
  | 'unitId'
  | 'responsibleUnitId'
  | 'reporterPersonId'
  | 'description'
  | 'spot'
> & { place: unknown; receivedAt: unknown };

/** What is being written down, as far as it is known. */
interface Asked {
  areaCode: string;
  unitId: string | null;
  trade: string | null;
  text: string;
  place: Place | null;
}

/** 是不是已经有人报过: open hazards like the one that is just being written down. */
@Injectable()
export class SimilarHazards {
  @Inject() private readonly access: Access;
  @Inject() private readonly clock: Clock;
  @Inject() private readonly register: HazardRegister;
  @InjectDataSource() private readonly source: DataSource;

  /**
   * The most alike first. Officials are told those of the village that they stand in also where their posts see no further: what it is
   * and how it stands, no more. Heads of enterprises are not told of their neighbours.
   * @throws forbidden, unknown_area, unknown_unit, outside_scope
   */
  async to(actor: Actor, query: SimilarQuery): Promise<{ items: SimilarHazard[] }> {
    const posts = await this.access.postsOf(actor.personId, this.clock.now());
    if (posts.length === 0) throw new ProblemError('forbidden');
    const asked = await this.asked(
      query,
      posts.map((post) => post.areaCode),
    );
    const township = asked && townshipOf(asked.areaCode);
    if (!asked || !township) return { items: [] };
    await this.access.area(asked.areaCode, (code) => posts.some((post) => covers(post.areaCode, code)));
    const rows: Row[] = await this.source.query(OPEN, [township, ...openStates]);
    const visible = visibleThrough(posts);
    const isOfficial = ownEnterprises(posts) === null;
    const told = rows
      .map((row) => ({ row, mayOpen: row.reporterPersonId === actor.personId || isSeen(visible, row) }))
      .filter(({ row, mayOpen }) => mayOpen || (isOfficial && row.areaCode === asked.areaCode))
      .map(({ row, mayOpen }) => ({ row, mayOpen, ...alike(asked, row) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || (a.row.id < b.row.id ? 1 : -1));
    return { items: await this.views(told.slice(0, MOST_SHOWN)) };
  }

  private async asked(query: SimilarQuery, areas: string[]): Promise<Asked | null> {
    const unit = query.unit ? await this.register.unit(this.source.manager, query.unit, 'unit') : null;
    const villages = [...new Set(areas.filter((code) => code.length === 12))];
    const areaCode = query.area ?? unit?.areaCode ?? (villages.length === 1 ? villages[0] : undefined);
    if (areaCode === undefined) return null;
    const { latitude, longitude, system = 'wgs84' } = query;
    const place = latitude === undefined || longitude === undefined ? null : { latitude, longitude, system };
    const trade = query.trade ?? unit?.trade ?? null;
    return { areaCode, unitId: unit?.id ?? null, trade, text: query.text ?? '', place };
  }

  private async views(found: { row: Row; mayOpen: boolean; distance: number | null }[]): Promise<SimilarHazard[]> {
    const { manager } = this.source;
    const areas = await namesOf(
      manager,
      'area',
      'code',
      found.map(({ row }) => row.areaCode),
    );
    const units = await namesOf(
      manager,
      'unit',
      'id',
      found.map(({ row }) => row.unitId),
    );
    return found.map(({ row, mayOpen, distance }) => ({
      id: row.id,
      number: row.number,
      title: titleOf(row),
      areaName: areas.get(row.areaCode) ?? row.areaCode,
      unitName: (row.unitId && units.get(row.unitId)) || null,
      spot: row.spot,
      state: row.state,
      distance: distance === null ? null : Math.round(distance),
      since: isoOf(row.receivedAt),
      mayOpen,
    }));
  }
}

function isSeen(visible: Visible[], { areaCode, trade, unitId, responsibleUnitId }: Row): boolean {
  return sees(visible, { areaCode, trade, unitIds: [unitId, responsibleUnitId] });
}

function alike(asked: Asked, row: Row): { score: number; distance: number | null } {
  const place = jsonValue<Place>(row.place);
  const distance = asked.place && place ? distanceBetween(asked.place, place) : null;
  const score = likeness({
    sameUnit: asked.unitId !== null && (row.unitId === asked.unitId || row.responsibleUnitId === asked.unitId),
    sameVillage: covers(asked.areaCode, row.areaCode),
    sameTrade: asked.trade && row.trade ? asked.trade === row.trade : null,
    distance,
    overlap: wordOverlap(asked.text, `${row.description ?? ''} ${row.spot ?? ''}`),
  });
  return { score, distance };
}
