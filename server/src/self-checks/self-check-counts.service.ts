import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { addDays, dateOf, monthOf } from '@zerentian/shared/calendar';
import type { Profile } from '@zerentian/shared/posts/profile';
import {
  LONG_OPEN_DAYS,
  type SelfCheckCounts,
  type SelfCheckCountsPage,
  type SelfCheckCountsQuery,
} from '@zerentian/shared/self-checks/self-check.contract';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock';
import { instantOf } from '../platform/database/instant';
import { namesOf } from '../platform/database/names';
import { afterKeys, decodeKeys, keysetPage, within } from '../platform/http/keyset';
import { ProblemError } from '../platform/problem';
import { Access, type HeldPost, type Visible, visibleThrough } from '../posts/access.service';

const LOOK_ON: ReadonlySet<Profile> = new Set<Profile>(['leader', 'deputy', 'village-team', 'station', 'office']);
const ORDER = ['areaCode', 'name', 'id'] as const;
const DEFAULT_LIMIT = 50;

const COUNTS = `
  SELECT unitId, SUM(CASE WHEN foundOn >= ? AND foundOn < ? THEN 1 ELSE 0 END) AS found,
    SUM(CASE WHEN fixedOn >= ? AND fixedOn < ? THEN 1 ELSE 0 END) AS fixed,
    SUM(CASE WHEN state = 'open' THEN 1 ELSE 0 END) AS openNow,
    SUM(CASE WHEN state = 'open' AND foundOn < ? THEN 1 ELSE 0 END) AS openLong,
    SUM(CASE WHEN state = 'referred' THEN 1 ELSE 0 END) AS referred, MAX(receivedAt) AS lastAt
  FROM self_check WHERE unitId IN`;

interface UnitRow {
  id: string;
  name: string;
  areaCode: string;
  trade: string | null;
}

interface CountRow {
  unitId: string;
  found: string | number;
  fixed: string | number;
  openNow: string | number;
  openLong: string | number;
  referred: string | number;
  lastAt: string | Date;
}

interface Condition {
  sql: string;
  parameters: string[];
}

/** What the township may know of the lists of its enterprises: how much was found and put right, and when somebody last wrote. Never an entry. */
@Injectable()
export class SelfCheckCountsService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly access: Access,
    private readonly clock: Clock,
  ) {}

  /** Every enterprise within one's posts, by area and name. @throws forbidden, unknown_area, outside_scope */
  async list(actor: Actor, query: SelfCheckCountsQuery): Promise<SelfCheckCountsPage> {
    const now = this.clock.now();
    const posts = (await this.access.postsOf(actor.personId, now)).filter(mayLookOn);
    if (posts.length === 0) throw new ProblemError('forbidden');
    if (query.area) await this.access.listArea(posts, query.area);
    const limit = query.limit ?? DEFAULT_LIMIT;
    const page = keysetPage(
      await this.units(visibleThrough(posts), query, limit),
      limit,
      (row) => ORDER.map((column) => row[column]),
      (row) => row,
    );
    const month = query.month ?? dateOf(now).slice(0, 7);
    const days = query.days ?? LONG_OPEN_DAYS;
    const items = await this.counted(page.items, month, addDays(dateOf(now), -days));
    return { items, nextCursor: page.nextCursor, month, days };
  }

  private units(visible: Visible[], query: SelfCheckCountsQuery, limit: number): Promise<UnitRow[]> {
    const parts = [anyOf(visible)];
    if (query.area) parts.push(within('areaCode', query.area));
    const after = decodeKeys(query.cursor, ORDER.length);
    if (after) parts.push(afterKeys(ORDER, after));
    return this.source.query<UnitRow[]>(
      `SELECT id, name, areaCode, trade FROM unit WHERE kind = 'enterprise'
       AND ${parts.map((part) => `(${part.sql})`).join(' AND ')} ORDER BY ${ORDER.join(', ')} LIMIT ${limit + 1}`,
      parts.flatMap((part) => part.parameters),
    );
  }

  private async counted(units: UnitRow[], month: string, longBefore: string): Promise<SelfCheckCounts[]> {
    if (units.length === 0) return [];
    const { from, until } = monthOf(`${month}-01`);
    const rows = await this.source.query<CountRow[]>(`${COUNTS} (${units.map(() => '?').join(', ')}) GROUP BY unitId`, [
      from,
      until,
      from,
      until,
      longBefore,
      ...units.map((unit) => unit.id),
    ]);
    const counts = new Map(rows.map((row) => [row.unitId, row]));
    const codes = units.map((unit) => unit.areaCode);
    const areas = await namesOf(this.source.manager, 'area', 'code', codes);
    return units.map((unit) => viewOf(unit, areas.get(unit.areaCode) ?? unit.areaCode, counts.get(unit.id)));
  }
}

function mayLookOn(post: HeldPost): boolean {
  return LOOK_ON.has(post.profile) || (post.profile === 'member' && post.line !== null);
}

function anyOf(visible: Visible[]): Condition {
  const parts = visible.filter((part) => part.unitId === null).map(reachOf);
  if (parts.length === 0) return { sql: '1 = 0', parameters: [] };
  return {
    sql: parts.map((part) => `(${part.sql})`).join(' OR '),
    parameters: parts.flatMap((part) => part.parameters),
  };
}

function reachOf({ areaCode, trades }: Visible): Condition {
  const area = within('areaCode', areaCode);
  if (trades === null) return area;
  if (trades.length === 0) return { sql: '1 = 0', parameters: [] };
  const sql = `${area.sql} AND trade IN (${trades.map(() => '?').join(', ')})`;
  return { sql, parameters: [...area.parameters, ...trades] };
}

function viewOf(unit: UnitRow, areaName: string, counts: CountRow | undefined): SelfCheckCounts {
  const number = (value: string | number | undefined) => Number(value ?? 0);
  return {
    unitId: unit.id,
    unitName: unit.name,
    areaCode: unit.areaCode,
    areaName,
    trade: unit.trade,
    found: number(counts?.found),
    fixed: number(counts?.fixed),
    open: number(counts?.openNow),
    openLong: number(counts?.openLong),
    referred: number(counts?.referred),
    lastEntryOn: counts ? dateOf(instantOf(counts.lastAt)) : null,
  };
}
