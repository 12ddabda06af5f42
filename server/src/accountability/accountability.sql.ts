import type { Answering, StaffedPost } from '@zerentian/shared/accountability/superior.rule';
import { ANSWERING_FIRST, TRADES } from '../posts/holders.service';

/** The place that was asked about, with what else one statement can tell: the unit, the catalogue in force, whether it may be read. */
export interface PlaceRow {
  areaCode: string | null;
  areaName: string | null;
  mayRead: number;
  /** Whoever asks holds something else than the post of an enterprise's head. */
  knowsAll: number;
  catalogueId: string | null;
  unitId: string | null;
  unitName: string | null;
  unitTrade: string | null;
  supervision: 'township' | 'county' | null;
  principal: string | null;
}

/**
 * Whoever holds a post in a township may read all of it; holders of posts above, the townships below. The same rule as
 * Access.registerArea, asked together with the place so that an answer takes two statements.
 */
const MAY_READ = `
  EXISTS (SELECT 1 FROM tenure t WHERE t.personId = ? AND t.supersededAt IS NULL AND t.startsOn <= ? AND (t.endsOn IS NULL OR t.endsOn > ?)
          AND SUBSTR(a.code, 1, LENGTH(SUBSTR(t.areaCode, 1, 9))) = SUBSTR(t.areaCode, 1, 9))`;

/** The same rule as Discretion's, so that only heads of enterprises cost a further statement. */
const KNOWS_ALL = `
  EXISTS (SELECT 1 FROM tenure t JOIN post p ON p.id = t.postId JOIN post_kind k ON k.\`key\` = p.kindKey
          WHERE t.personId = ? AND t.supersededAt IS NULL AND t.startsOn <= ? AND (t.endsOn IS NULL OR t.endsOn > ?)
          AND k.profile <> 'enterprise-head')`;

const PLACE = `
  SELECT a.code AS areaCode, a.name AS areaName, ${MAY_READ} AS mayRead, ${KNOWS_ALL} AS knowsAll, c.id AS catalogueId,
         u.id AS unitId, u.name AS unitName, u.trade AS unitTrade, u.supervision, u.principal
  FROM (SELECT ? AS areaCode, ? AS unitId) w
  LEFT JOIN unit u ON u.id = w.unitId
  LEFT JOIN area a ON a.code = COALESCE(u.areaCode, w.areaCode)
  LEFT JOIN catalogue c ON c.areaCode = SUBSTR(a.code, 1, 9) AND c.\`current\` = 1`;

export function placeSql(wanted: {
  personId: string;
  today: string;
  area: string | null;
  unit: string | null;
}): [string, unknown[]] {
  const asker = [wanted.personId, wanted.today, wanted.today];
  return [PLACE, [...asker, ...asker, wanted.area, wanted.unit]];
}

interface StaffedRow
  extends Omit<StaffedPost, 'trades' | 'answersForTrade' | 'holders'>,
    Omit<Answering, 'personId' | 'lead' | 'since' | 'tenureKind'> {
  byTrade: number;
  /** Keys with commas between them. */
  trades: string | null;
  startsOn: Answering['since'];
  kind: Answering['tenureKind'];
  personId: string | null;
  lead: number | null;
}

/** Which posts, on which date, by the knowledge of which instant (null: of now). */
export interface StaffedQuestion {
  areas: string[];
  kinds: string[];
  trade: string | null;
  unitId: string | null;
  at: string;
  knownUntil: string | null;
}

/** Posts of the lines by area and kind, of the trade, and of the unit, each part by its own index, with their holders in their order. */
export function staffedSql(asked: StaffedQuestion): [string, unknown[]] {
  const inForce = inForceOn(asked);
  const parts: [string, unknown[]][] = [];
  const add = (byTrade: 0 | 1, from: string, where: string, parameters: unknown[]) => {
    const sql = `
      SELECT ${byTrade} AS byTrade, p.id AS postId, p.kindKey, p.title, p.unitId, u.name AS unitName, p.areaCode, ${TRADES} AS trades,
             n.id AS personId, n.name, n.phone, t.id, t.startsOn, t.kind, t.\`lead\` AS \`lead\`
      FROM ${from} JOIN unit u ON u.id = p.unitId
      LEFT JOIN tenure t ON t.postId = p.id AND ${inForce.sql} LEFT JOIN person n ON n.id = t.personId
      WHERE ${where}`;
    parts.push([sql, [...inForce.parameters, ...parameters]]);
  };
  const areas = marks(asked.areas);
  add(0, 'post p', `p.areaCode IN (${areas}) AND p.kindKey IN (${marks(asked.kinds)})`, [
    ...asked.areas,
    ...asked.kinds,
  ]);
  if (asked.trade !== null) {
    add(1, 'post_trade x JOIN post p ON p.id = x.postId', `x.areaCode IN (${areas}) AND x.trade = ?`, [
      ...asked.areas,
      asked.trade,
    ]);
  }
  if (asked.unitId !== null) add(0, 'post p', 'p.unitId = ?', [asked.unitId]);
  const union = parts.map(([sql]) => sql).join(' UNION ALL ');
  const parameters = parts.flatMap(([, values]) => values);
  return [`SELECT * FROM (${union}) t ORDER BY ${ANSWERING_FIRST}`, parameters];
}

/** The versions in force: today's, or those recorded by then and not yet superseded then. */
function inForceOn({ at, knownUntil }: StaffedQuestion): { sql: string; parameters: string[] } {
  const on = 't.startsOn <= ? AND (t.endsOn IS NULL OR t.endsOn > ?)';
  if (knownUntil === null) return { sql: `t.supersededAt IS NULL AND ${on}`, parameters: [at, at] };
  const known = 't.recordedAt < ? AND (t.supersededAt IS NULL OR t.supersededAt >= ?)';
  return { sql: `${known} AND ${on}`, parameters: [knownUntil, knownUntil, at, at] };
}

/** Rows to posts: a post that several parts found is one, and its holders are each there once, in the order of the rows. */
export function staffedPosts(rows: StaffedRow[]): StaffedPost[] {
  const posts = new Map<string, StaffedPost & { holders: Answering[] }>();
  for (const row of rows) {
    const { postId, kindKey, title, unitId, unitName, areaCode, personId, name, phone, startsOn, kind } = row;
    const post = posts.get(postId) ?? {
      postId,
      kindKey,
      title,
      unitId,
      unitName,
      areaCode,
      trades: row.trades?.split(',') ?? [],
      answersForTrade: false,
      holders: [],
    };
    post.answersForTrade ||= row.byTrade === 1;
    const isNew = personId !== null && !post.holders.some((holder) => holder.personId === personId);
    if (isNew) post.holders.push({ personId, name, phone, since: startsOn, tenureKind: kind, lead: Boolean(row.lead) });
    posts.set(postId, post);
  }
  return [...posts.values()].sort((a, b) => (a.postId < b.postId ? -1 : 1));
}

function marks(values: unknown[]): string {
  return values.map(() => '?').join(', ');
}
