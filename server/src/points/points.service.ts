import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { townshipOf } from '@zerentian/shared/areas/area.contract';
import type { Place } from '@zerentian/shared/fields';
import type { PointQuery, PointView } from '@zerentian/shared/points/point.contract';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock';
import { jsonValue } from '../platform/database/json';
import { namesOf } from '../platform/database/names';
import { distanceBetween } from '../platform/geo/distance';
import { within } from '../platform/http/keyset';
import { ProblemError } from '../platform/problem';
import { Access, type HeldPost, sees, visibleThrough } from '../posts/access.service';
import { ownEnterprises } from '../posts/discretion.service';

const MOST_SHOWN = 6;
/** Beyond this nobody would say “here”. */
const FARTHEST_METRES = 3000;
/** Reports of an area that are looked through, the newest. */
const REPORTS_READ = 300;

type Known = Omit<PointView, 'areaName' | 'distance'>;
type Row = Known & { place: unknown; responsibleUnitId?: string | null };

const UNITS = 'SELECT id AS unitId, name AS unitName, kind AS unitKind, trade, areaCode, NULL AS spot, place FROM unit';

/** Known places round about, so that nobody looks up in lists what lies before their eyes. */
@Injectable()
export class Points {
  @Inject() private readonly access: Access;
  @Inject() private readonly clock: Clock;
  @InjectDataSource() private readonly source: DataSource;

  /** The nearest first, each unit and each spot once. @throws forbidden */
  async near(actor: Actor, here: PointQuery): Promise<{ items: PointView[] }> {
    const posts = await this.access.postsOf(actor.personId, this.clock.now());
    if (posts.length === 0) throw new ProblemError('forbidden');
    const own = ownEnterprises(posts);
    const units = await this.units(posts);
    const reports = await this.reports(posts);
    const known = [...units, ...reports].filter(
      ({ unitId, unitKind }) => own === null || unitKind !== 'enterprise' || own.has(unitId ?? ''),
    );
    const near = known
      .map(({ place, responsibleUnitId: _, ...point }) => ({ ...point, distance: metresTo(here, place) }))
      .filter((point) => point.distance <= FARTHEST_METRES)
      .sort((a, b) => a.distance - b.distance);
    return { items: await this.named(onceEach(near).slice(0, MOST_SHOWN)) };
  }

  private async units(posts: HeldPost[]): Promise<Row[]> {
    const scopes = areasOf(posts).map((area) => within('areaCode', area));
    if (scopes.length === 0) return [];
    const where = scopes.map(({ sql }) => `(${sql})`).join(' OR ');
    const parameters = scopes.flatMap((scope) => scope.parameters);
    return this.source.query(`${UNITS} WHERE (${where}) AND place IS NOT NULL`, parameters as never);
  }

  /** Earlier reports with a place, among the newest of each area; only those that one's posts see. */
  private async reports(posts: HeldPost[]): Promise<Row[]> {
    const visible = visibleThrough(posts);
    const rows: Row[] = [];
    for (const area of areasOf(posts)) {
      const column = area.length === 12 ? 'areaCode' : 'townshipCode';
      const newest = `SELECT * FROM hazard WHERE ${column} = ? ORDER BY receivedAt DESC, id DESC LIMIT ${REPORTS_READ}`;
      const found = await this.source.query<Row[]>(
        `SELECT h.unitId, u.name AS unitName, u.kind AS unitKind, COALESCE(u.trade, h.trade) AS trade, h.areaCode, h.spot, h.place,
         h.responsibleUnitId FROM (${newest}) h LEFT JOIN unit u ON u.id = h.unitId WHERE h.place IS NOT NULL`,
        [area],
      );
      rows.push(
        ...found.filter((row) => sees(visible, { ...row, unitIds: [row.unitId, row.responsibleUnitId ?? null] })),
      );
    }
    return rows;
  }

  private async named(points: (Known & { distance: number })[]): Promise<PointView[]> {
    const codes = points.map((point) => point.areaCode);
    const names = await namesOf(this.source.manager, 'area', 'code', codes);
    return points.map((point) => ({ ...point, areaName: names.get(point.areaCode) ?? point.areaCode }));
  }
}

/** Villages and townships of the posts; whoever only watches from above stands nowhere. */
function areasOf(posts: HeldPost[]): string[] {
  const areas = [...new Set(posts.map((post) => post.areaCode))].filter((area) => townshipOf(area) !== null);
  return areas.filter((area) => !areas.some((wider) => wider !== area && area.startsWith(wider)));
}

function metresTo(here: PointQuery, place: unknown): number {
  return Math.round(distanceBetween(here, jsonValue<Place>(place) as Place));
}

function onceEach<T extends Known>(points: T[]): T[] {
  const seen = new Set<string>();
  return points.filter(({ unitId, areaCode, spot }) => {
    const key = unitId ?? `${areaCode} ${spot ?? ''}`;
    return !seen.has(key) && seen.add(key);
  });
}
