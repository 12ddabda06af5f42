import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { covers } from '@zerentian/shared/areas/area.contract';
import type { Page } from '@zerentian/shared/fields';
import { isSafetyDeputy, isSafetyStation } from '@zerentian/shared/hazards/hazard.roles';
import type {
  OpenPublicPoints,
  PublicPointQuery,
  PublicPointRow,
  RenewPublicPoint,
} from '@zerentian/shared/public-reports/public-point.contract';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock';
import { instantOf } from '../platform/database/instant';
import { afterKeys, decodeKeys, keysetPage, within } from '../platform/http/keyset';
import { ProblemError } from '../platform/problem';
import { momentOf } from '../platform/writes/moment';
import { Writes } from '../platform/writes/writes.service';
import { Access, chosenPost, type HeldPost } from '../posts/access.service';
import { PublicPoint } from './public-point.entity';
import { PublicPoints } from './public-points.service';

const ORDER = ['u.areaCode', 'u.kind', 'u.name', 'u.id'];
const PAGE = 50;

const ROWS = `
  SELECT u.id AS unitId, u.name AS unitName, u.kind, u.areaCode, COALESCE(a.name, u.areaCode) AS areaName, p.id AS pointId, p.code,
         p.openedAt, (SELECT MAX(q.serial) FROM public_point q WHERE q.unitId = u.id) AS lastSerial
  FROM unit u LEFT JOIN area a ON a.code = u.areaCode LEFT JOIN public_point p ON p.unitId = u.id AND p.renewedAt IS NULL
  WHERE u.kind IN ('village', 'enterprise')`;

interface Row extends Omit<PublicPointRow, 'openedAt'> {
  openedAt: string | Date | null;
  lastSerial: number | null;
}

/** Where a post may open codes and print posters: 安监站 and 分管 all of the township's, a village and its team their village's, an enterprise its own. */
interface Reach {
  areaCode: string;
  unitId: string | null;
}

/** 举报二维码 at the desk: which places have one, opening them, renewing one. */
@Injectable()
export class PublicPointDesk {
  @Inject() private readonly access: Access;
  @Inject() private readonly clock: Clock;
  @Inject() private readonly points: PublicPoints;
  @Inject() private readonly writes: Writes;
  @InjectDataSource() private readonly source: DataSource;

  /** By village and name. @throws forbidden, unknown_area, outside_scope */
  async list(actor: Actor, query: PublicPointQuery): Promise<Page<PublicPointRow>> {
    const posts = await this.access.postsOf(actor.personId, this.clock.now());
    const limit = query.limit ?? PAGE;
    const after = decodeKeys(query.cursor, ORDER.length);
    const rows = await this.rows(this.source.manager, await this.reach(posts, query.area), { after, limit: limit + 1 });
    return keysetPage(rows, limit, (row) => [row.areaCode, row.kind, row.unitName, row.unitId], viewOf);
  }

  /** All that have a code, for the posters. @throws forbidden, unknown_area, outside_scope, not_found */
  async printed(actor: Actor, query: { area?: string; unit?: string }): Promise<(PublicPointRow & { code: string })[]> {
    const posts = await this.access.postsOf(actor.personId, this.clock.now());
    const rows = await this.rows(this.source.manager, await this.reach(posts, query.area));
    const printed = rows.filter((row) => row.code !== null && (query.unit === undefined || row.unitId === query.unit));
    if (printed.length === 0)
      throw new ProblemError('not_found', '这里还没有开通举报二维码。请先点“开通二维码”，再打印海报。');
    return printed.map((row) => ({ ...viewOf(row), code: row.code as string }));
  }

  /** Opens codes where there are none. @throws forbidden, post_not_held, unknown_unit */
  open(actor: Actor, input: OpenPublicPoints): Promise<{ opened: number }> {
    const moment = momentOf(input, this.clock.now());
    return this.writes.once(actor, async (tx) => {
      const held = await this.access.postsOf(actor.personId, moment.occurredAt);
      const post = chosenPost(held, input.actingPostId, (it) => reachOf(it) !== null);
      const rows = await this.rows(tx, [reachOf(post) as Reach]);
      const wanted = rows.filter((row) => input.unitId === undefined || row.unitId === input.unitId);
      if (wanted.length === 0) throw ProblemError.at('unknown_unit', 'unitId', '没有找到这个单位，或者不在您的范围');
      const by = { personId: actor.personId, postId: post.id, moment };
      let opened = 0;
      for (const row of wanted.filter((it) => it.code === null)) {
        const unit = { id: row.unitId, areaCode: row.areaCode };
        if (await this.points.enter(tx, by, unit, Number(row.lastSerial ?? 0) + 1)) opened++;
      }
      return { opened };
    });
  }

  /** A new code in place of an old one: 安监站 and 分管. @throws forbidden, post_not_held, outside_scope, not_found, step_not_allowed */
  renew(actor: Actor, id: string, input: RenewPublicPoint): Promise<PublicPointRow> {
    const moment = momentOf(input, this.clock.now());
    return this.writes.once(actor, async (tx) => {
      const point = await tx.findOneBy(PublicPoint, { id });
      const held = await this.access.postsOf(actor.personId, moment.occurredAt);
      const post = chosenPost(
        held,
        input.actingPostId,
        governs,
        (it) => !point || point.areaCode.startsWith(it.areaCode),
      );
      if (!point) throw new ProblemError('not_found');
      const by = { personId: actor.personId, postId: post.id, moment };
      const closed = await this.points.close(tx, by, point, input.text);
      if (!closed) throw new ProblemError('step_not_allowed', '这个二维码已经换过了。请刷新后看现在的。');
      await this.points.enter(tx, by, { id: point.unitId, areaCode: point.areaCode }, point.serial + 1);
      const [row] = await this.rows(tx, [{ areaCode: point.areaCode, unitId: point.unitId }]);
      return viewOf(row as Row);
    });
  }

  private async reach(posts: HeldPost[], area: string | undefined): Promise<Reach[]> {
    const reaches = posts.flatMap((post) => reachOf(post) ?? []);
    if (reaches.length === 0) throw new ProblemError('forbidden');
    if (area === undefined) return reaches;
    await this.access.listArea(posts, area);
    return reaches
      .filter((it) => covers(area, it.areaCode) || covers(it.areaCode, area))
      .map((it) => ({ ...it, areaCode: it.areaCode.length > area.length ? it.areaCode : area }));
  }

  private rows(
    tx: EntityManager,
    reaches: Reach[],
    { after = null, limit }: { after?: string[] | null; limit?: number } = {},
  ): Promise<Row[]> {
    if (reaches.length === 0) return Promise.resolve([]);
    const places = reaches.map(({ areaCode, unitId }) => {
      const { sql, parameters } = within('u.areaCode', areaCode);
      return unitId === null
        ? { sql, parameters }
        : { sql: `${sql} AND u.id = ?`, parameters: [...parameters, unitId] };
    });
    const parts = [
      {
        sql: `(${places.map(({ sql }) => `(${sql})`).join(' OR ')})`,
        parameters: places.flatMap((it) => it.parameters),
      },
    ];
    if (after) parts.push(afterKeys(ORDER, after));
    const where = parts.map(({ sql }) => ` AND ${sql}`).join('');
    const sql = `${ROWS}${where} ORDER BY ${ORDER.join(', ')}${limit === undefined ? '' : ` LIMIT ${limit}`}`;
    return tx.query<Row[]>(
      sql,
      parts.flatMap(({ parameters }) => parameters),
    );
  }
}

function governs(post: HeldPost): boolean {
  return isSafetyStation(post) || isSafetyDeputy(post);
}

function reachOf(post: HeldPost): Reach | null {
  if (governs(post) || post.profile === 'village-team' || post.profile === 'village-head')
    return { areaCode: post.areaCode, unitId: null };
  return post.profile === 'enterprise-head' ? { areaCode: post.areaCode, unitId: post.unitId } : null;
}

function viewOf({ lastSerial: _, openedAt, ...row }: Row): PublicPointRow {
  return { ...row, openedAt: openedAt === null ? null : instantOf(openedAt).toISOString() };
}
