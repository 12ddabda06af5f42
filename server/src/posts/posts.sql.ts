import type { HolderView, PostView } from '@zerentian/shared/posts/post.contract';
import { afterKeys, decodeKeys, within } from '../platform/http/keyset';
import { type OwnEnterprises, shownUnits } from './discretion.service';
import { ANSWERING_FIRST, TRADES } from './holders.service';

/** A post with one of its holders on the date asked, or with none. */
export interface StaffedRow extends Omit<PostView, 'trades'> {
  trades: string | null;
  tenureId: string | null;
  personId: string | null;
  name: string | null;
  phone: string | null;
  tenureKind: HolderView['tenureKind'] | null;
  lead: number | null;
  startsOn: string | null;
  endsOn: string | null;
}

interface Wanted {
  area: string;
  unitId: string | null;
  /** Other enterprises' posts stay out. */
  enterprises: OwnEnterprises;
  date: string;
  vacant: boolean | undefined;
  limit: number;
  cursor: string | undefined;
}

const HELD = `t.postId = p.id AND t.supersededAt IS NULL AND t.startsOn <= ? AND (t.endsOn IS NULL OR t.endsOn > ?)`;
const ORDER = ['p.areaCode', 'u.name', 'p.id'];

/** The page's posts are chosen first, then their holders joined: a post is never cut off in the midst of its holders. */
export function postsSql(wanted: Wanted): { sql: string; parameters: unknown[] } {
  const { date } = wanted;
  const parts: { sql: string; parameters: unknown[] }[] = [within('p.areaCode', wanted.area)];
  if (wanted.unitId !== null) parts.push({ sql: 'p.unitId = ?', parameters: [wanted.unitId] });
  if (wanted.enterprises !== null) parts.push(shownUnits(wanted.enterprises));
  if (wanted.vacant !== undefined) {
    parts.push({
      sql: `${wanted.vacant ? 'NOT ' : ''}EXISTS (SELECT 1 FROM tenure t WHERE ${HELD})`,
      parameters: [date, date],
    });
  }
  const after = decodeKeys(wanted.cursor, ORDER.length);
  if (after) parts.push(afterKeys(ORDER, after));
  const chosen = `
    SELECT p.id, p.kindKey, p.title, p.unitId, p.areaCode, u.name AS unitName FROM post p JOIN unit u ON u.id = p.unitId
    WHERE ${parts.map((part) => part.sql).join(' AND ')} ORDER BY ${ORDER.join(', ')} LIMIT ${wanted.limit}`;
  const sql = `
    SELECT p.id, p.kindKey AS kind, k.currentName AS kindName, p.title, k.profile, k.line, p.unitId, p.unitName, p.areaCode,
           COALESCE(a.name, p.areaCode) AS areaName,
           ${TRADES} AS trades,
           t.tenureId, n.id AS personId, n.name, n.phone, t.kind AS tenureKind, t.\`lead\` AS \`lead\`, t.startsOn, t.endsOn
    FROM (${chosen}) p JOIN post_kind k ON k.\`key\` = p.kindKey LEFT JOIN area a ON a.code = p.areaCode
    LEFT JOIN tenure t ON ${HELD} LEFT JOIN person n ON n.id = t.personId
    ORDER BY p.areaCode, p.unitName, p.id, ${ANSWERING_FIRST}`;
  return { sql, parameters: [...parts.flatMap((part) => part.parameters), date, date] };
}

export function viewPost(row: StaffedRow): PostView {
  const { id, kind, kindName, title, profile, line, unitId, unitName, areaCode, areaName } = row;
  return {
    id,
    kind,
    kindName,
    title,
    profile,
    line,
    unitId,
    unitName,
    areaCode,
    areaName,
    trades: row.trades ? row.trades.split(',') : [],
  };
}

/** The holder that a row tells of; none for a vacant post. */
export function holderOf(row: StaffedRow): HolderView[] {
  const { tenureId, personId, name, phone, tenureKind, startsOn } = row;
  if (tenureId === null || personId === null || name === null || tenureKind === null || startsOn === null) return [];
  return [{ tenureId, personId, name, phone, tenureKind, lead: Boolean(row.lead), from: startsOn, until: row.endsOn }];
}
