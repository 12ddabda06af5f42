import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { kindsAbove, superiorOf } from '@zerentian/shared/accountability/superior.rule';
import { townshipOf } from '@zerentian/shared/areas/area.contract';
import { dateOf } from '@zerentian/shared/calendar';
import type { ActorView } from '@zerentian/shared/hazards/hazard.contract';
import type { Profile } from '@zerentian/shared/posts/profile';
import { DataSource, type EntityManager } from 'typeorm';
import { PostKinds } from './post-kinds.service';

/** Who answers for a post on a date; for a vacant one its superior does, and it is marked. */
export interface Holder extends ActorView {
  vacant: boolean;
  /** The post's own title, whoever answers. */
  title: string;
  /** The post of whoever answers: its own or, vacant, the superior's; null where nobody is found. */
  answeringPostId: string | null;
  profile: Profile;
  /** The superior's post kind. */
  reportsTo: string | null;
  superiorProfile: Profile | null;
}

interface HolderRow {
  postId: string;
  kindKey: string;
  title: string;
  areaCode: string;
  /** Keys with commas between them. */
  trades: string | null;
  profile: Profile;
  reportsTo: string | null;
  superiorProfile: Profile | null;
  personId: string | null;
  name: string | null;
  phone: string | null;
}

/** 主要负责人 says nothing without the enterprise; every other title names its own place. */
const TITLE =
  "CASE WHEN k.profile = 'enterprise-head' AND INSTR(p.title, u.name) = 0 THEN CONCAT(u.name, p.title) ELSE p.title END";

/**
 * The order of the tenures `t` of a post, wherever they are listed: whoever leads a team first, then 任职 and 兼任, then 主持工作 and 代理,
 * then 临时代管, the earlier before the later. The first row of a post is the one who answers.
 */
export const ANSWERING_FIRST = `
  t.\`lead\` DESC, CASE t.kind WHEN 'regular' THEN 0 WHEN 'concurrent' THEN 0 WHEN 'caretaker' THEN 2 ELSE 1 END, t.startsOn, t.id`;

/** The trades of the post `p`, with commas between them. */
export const TRADES = '(SELECT GROUP_CONCAT(x.trade) FROM post_trade x WHERE x.postId = p.id)';

const SELECT = `
  SELECT p.id AS postId, p.kindKey, ${TITLE} AS title, p.areaCode, ${TRADES} AS trades, k.profile, k.reportsTo, s.profile AS superiorProfile, n.id AS personId, n.name, n.phone
  FROM post p JOIN post_kind k ON k.\`key\` = p.kindKey JOIN unit u ON u.id = p.unitId
  LEFT JOIN post_kind s ON s.\`key\` = k.reportsTo
  LEFT JOIN tenure t ON t.postId = p.id AND t.supersededAt IS NULL AND t.startsOn <= ? AND (t.endsOn IS NULL OR t.endsOn > ?)
  LEFT JOIN person n ON n.id = t.personId`;
const POSTS = `
  SELECT p.id, ${TITLE} AS title FROM post p JOIN post_kind k ON k.\`key\` = p.kindKey JOIN unit u ON u.id = p.unitId
  WHERE p.id`;
const PEOPLE = 'SELECT id, name, phone FROM person WHERE id';
const ORDER = ` ORDER BY ${ANSWERING_FIRST}`;

@Injectable()
export class Holders {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly kinds: PostKinds,
  ) {}

  /** The holder of each post at an instant; one more statement where some of them are vacant. */
  async of(postIds: (string | null)[], at: Date, within?: EntityManager): Promise<Map<string, Holder>> {
    const runner = within ?? this.source.manager;
    const ids = [...new Set(postIds)].filter((id): id is string => id !== null);
    const holders = new Map<string, Holder>();
    if (ids.length === 0) return holders;
    const date = dateOf(at);
    const rows: HolderRow[] = await runner.query(`${SELECT} WHERE p.id IN (${marks(ids)})${ORDER}`, [
      date,
      date,
      ...ids,
    ]);
    const superiors = await this.superiors(
      runner,
      rows.filter((row) => row.personId === null),
      date,
    );
    for (const row of rows) {
      if (holders.has(row.postId)) continue;
      const answering = superiors.get(row.postId) ?? row;
      holders.set(row.postId, {
        ...named(answering),
        postId: row.postId,
        post: postWords(row, answering),
        vacant: row.personId === null,
        title: row.title,
        answeringPostId: answering.personId === null ? null : answering.postId,
        profile: row.profile,
        reportsTo: row.reportsTo,
        superiorProfile: row.superiorProfile,
      });
    }
    return holders;
  }

  /** The held post that stands above one, by the same rule by which a vacant one is answered for; null at the top. */
  async superiorOf(postId: string, at: Date, within: EntityManager = this.source.manager): Promise<string | null> {
    const date = dateOf(at);
    const rows: HolderRow[] = await within.query(`${SELECT} WHERE p.id = ?${ORDER}`, [date, date, postId]);
    const superiors = await this.superiors(within, rows.slice(0, 1), date);
    return superiors.get(postId)?.postId ?? null;
  }

  /** People and posts as they are named in a history, whoever holds the post now. */
  async actors(pairs: Pair[], within?: EntityManager): Promise<(pair: Pair) => ActorView> {
    const runner = within ?? this.source.manager;
    const people = await lookUp<{ id: string; name: string; phone: string | null }>(
      runner,
      PEOPLE,
      pairs.map((it) => it.personId),
    );
    const posts = await lookUp<{ id: string; title: string }>(
      runner,
      POSTS,
      pairs.map((it) => it.postId),
    );
    return ({ personId, postId }) => {
      const person = personId === null ? undefined : people.get(personId);
      return {
        personId,
        name: person?.name ?? null,
        phone: person?.phone ?? null,
        postId,
        post: (postId && posts.get(postId)?.title) || null,
      };
    };
  }

  /** Who answers for each of some vacant posts, by its id: as superior.rule.ts says. */
  private async superiors(runner: EntityManager, vacant: HolderRow[], date: string): Promise<Map<string, HolderRow>> {
    if (vacant.length === 0) return new Map();
    const kinds = await this.kinds.all();
    const above = [...new Set(vacant.flatMap((row) => kindsAbove(kinds, row.kindKey)))];
    if (above.length === 0) return new Map();
    const areas = [...new Set(vacant.flatMap(({ areaCode }) => [areaCode, townshipOf(areaCode) ?? areaCode]))];
    const sql = `${SELECT} WHERE p.kindKey IN (${marks(above)}) AND p.areaCode IN (${marks(areas)})${ORDER}`;
    const rows: HolderRow[] = await runner.query(sql, [date, date, ...above, ...areas]);
    const held = rows.filter((row) => row.personId !== null).map(placed);
    return new Map(
      vacant.flatMap((row) => {
        const found = superiorOf(placed(row), held, kinds);
        return found ? [[row.postId, found.holders[0]] as const] : [];
      }),
    );
  }
}

/** A row as the rule for superiors sees it; of a post with several holders the first is found first. */
function placed(row: HolderRow) {
  const { postId, kindKey, areaCode, trades } = row;
  return { postId, kindKey, areaCode, trades: trades?.split(',') ?? [], holders: [row] as const };
}

/** A person in a post, by their ids. */
interface Pair {
  personId: string | null;
  postId: string | null;
}

async function lookUp<T extends { id: string }>(
  runner: EntityManager,
  select: string,
  wanted: (string | null)[],
): Promise<Map<string, T>> {
  const ids = [...new Set(wanted)].filter((id): id is string => id !== null);
  if (ids.length === 0) return new Map();
  const rows: T[] = await runner.query(`${select} IN (${marks(ids)})`, ids);
  return new Map(rows.map((row) => [row.id, row]));
}

function marks(values: unknown[]): string {
  return values.map(() => '?').join(', ');
}

function named(row: HolderRow): Pick<ActorView, 'personId' | 'name' | 'phone'> {
  return { personId: row.personId, name: row.name, phone: row.phone };
}

function postWords(asked: HolderRow, answering: HolderRow): string {
  return asked === answering ? asked.title : `${asked.title}（岗位空缺，由${answering.title}负责）`;
}
