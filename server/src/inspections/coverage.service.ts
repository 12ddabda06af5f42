import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { startOf, type Window } from '@zerentian/shared/calendar';
import type { CoverageItem, CoveragePage, CoverageQuery } from '@zerentian/shared/inspections/inspection.contract';
import { quarterAt, windowOfQuarter } from '@zerentian/shared/inspections/inspection.rule';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock';
import { instantOf } from '../platform/database/instant';
import { storedInstant } from '../platform/database/plain-row';
import { afterKeys, decodeKeys, keysetPage } from '../platform/http/keyset';
import { ProblemError } from '../platform/problem';
import { Access, type HeldPost, visibleThrough } from '../posts/access.service';
import { Discretion } from '../posts/discretion.service';
import { Holders } from '../posts/holders.service';
import { TradesService } from '../trades/trades.service';
import { type CoverageScope, coverageSql, scopeOf, totalsSql } from './coverage.sql';

const DEFAULT_LIMIT = 50;

/** A unit with what the statement knows of its visits. */
interface Row {
  unitId: string;
  unitName: string;
  areaCode: string;
  areaName: string | null;
  trade: string | null;
  supervision: CoverageItem['supervision'];
  principal: string | null;
  /** `0` to be visited still, `1` visited, `2` the county's. */
  part: string;
  /** When last visited before the quarter's end, as text; empty for never. */
  lastAt: string | null;
  visits: string | number;
}

interface LastRow {
  id: string;
  number: string;
  unitId: string;
  occurredAt: string | Date;
  failed: number;
  inspectorPersonId: string;
  inspectorPostId: string;
}

/** 检查覆盖: which enterprises of one's scope nobody looked at in a quarter. */
@Injectable()
export class Coverage {
  @Inject() private readonly access: Access;
  @Inject() private readonly clock: Clock;
  @Inject() private readonly discretion: Discretion;
  @Inject() private readonly holders: Holders;
  @Inject() private readonly trades: TradesService;
  @InjectDataSource() private readonly source: DataSource;

  /** Not visited first, longest ago at the top. @throws forbidden, unknown_area, outside_scope */
  async of(actor: Actor, query: CoverageQuery): Promise<CoveragePage> {
    const posts = await this.access.postsOf(actor.personId, this.clock.now());
    const scope = await this.scope(posts, query.area);
    const quarter = query.quarter ?? quarterAt(this.clock.now());
    const window = windowOfQuarter(quarter);
    const limit = query.limit ?? DEFAULT_LIMIT;
    const rows = await this.rows(scope, window, query.cursor, limit + 1);
    const page = keysetPage(rows, limit, keysOf, (row) => row);
    const items = await this.discretion.toldTo(posts, await this.items(page.items));
    const [from, until] = [window.from, window.until];
    const totals = await this.totals(scope, window);
    return { quarter, quarterName: window.name, from, until, ...totals, items, nextCursor: page.nextCursor };
  }

  /** All of it, for paper. */
  async whole(actor: Actor, query: Omit<CoverageQuery, 'limit' | 'cursor'>): Promise<CoveragePage> {
    const items: CoverageItem[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await this.of(actor, { ...query, limit: 100, cursor });
      items.push(...page.items);
      if (page.nextCursor === null) return { ...page, items };
      cursor = page.nextCursor;
    }
  }

  private async scope(posts: HeldPost[], area: string | undefined): Promise<CoverageScope> {
    const visible = visibleThrough(posts);
    if (visible.length === 0) throw new ProblemError('forbidden');
    if (area !== undefined) await this.access.listArea(posts, area);
    return scopeOf(visible, area);
  }

  private rows(scope: CoverageScope, window: Window, cursor: string | undefined, limit: number): Promise<Row[]> {
    const after = decodeKeys(cursor, KEYS.length);
    const { sql, parameters } = coverageSql(scope, spanOf(window));
    const more = after ? afterKeys(KEYS, after) : { sql: '1 = 1', parameters: [] };
    return this.source.query(`SELECT * FROM (${sql}) s WHERE ${more.sql} ORDER BY ${KEYS.join(', ')} LIMIT ${limit}`, [
      ...parameters,
      ...more.parameters,
    ]);
  }

  private async totals(scope: CoverageScope, window: Window): Promise<{ total: number; visited: number }> {
    const { sql, parameters } = totalsSql(scope, spanOf(window));
    const [row] = await this.source.query<{ total: string; visited: string | null }[]>(sql, parameters);
    return { total: Number(row?.total ?? 0), visited: Number(row?.visited ?? 0) };
  }

  private async items(rows: Row[]): Promise<CoverageItem[]> {
    const lasts = await this.lasts(rows.filter((row) => row.lastAt));
    const actor = await this.holders.actors(lasts.map(inspectorOf));
    return rows.map((row) => {
      const last = lasts.find((it) => it.unitId === row.unitId);
      const { unitId, unitName, areaCode, trade, supervision, principal } = row;
      return {
        ...{ unitId, unitName, areaCode, trade, supervision, principal },
        areaName: row.areaName ?? areaCode,
        tradeName: trade === null ? null : (this.trades.find(trade)?.name ?? trade),
        visits: Number(row.visits),
        last: last
          ? {
              id: last.id,
              number: last.number,
              occurredAt: instantOf(last.occurredAt).toISOString(),
              inspector: actor(inspectorOf(last)),
              findings: last.failed,
            }
          : null,
      };
    });
  }

  /** The visits that are the last of their units. */
  private async lasts(rows: Row[]): Promise<LastRow[]> {
    if (rows.length === 0) return [];
    const pairs = rows.map(() => '(unitId = ? AND occurredAt = ?)').join(' OR ');
    return this.source.query(
      `SELECT id, number, unitId, occurredAt, failed, inspectorPersonId, inspectorPostId FROM inspection WHERE ${pairs} ORDER BY id DESC`,
      rows.flatMap((row) => [row.unitId, row.lastAt]),
    );
  }
}

/** What the list is ordered by: all texts, so that a page mark compares as the order does on every database. */
const KEYS = ['s.part', 's.lastKey', 's.areaCode', 's.unitName', 's.unitId'];

function keysOf(row: Row): string[] {
  return [row.part, row.lastAt ?? '', row.areaCode, row.unitName, row.unitId];
}

function inspectorOf(row: LastRow): { personId: string; postId: string } {
  return { personId: row.inspectorPersonId, postId: row.inspectorPostId };
}

function spanOf({ from, until }: Window): { from: string; until: string } {
  return { from: storedInstant(startOf(from)), until: storedInstant(startOf(until)) };
}
