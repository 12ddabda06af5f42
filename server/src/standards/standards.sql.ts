import { chainOf } from '@zerentian/shared/areas/area.contract';
import type { StandardQuery } from '@zerentian/shared/standards/standard.contract';
import { searchWords } from '@zerentian/shared/standards/standard.rule';
import { holdsWords } from '../platform/database/search-sql';
import { afterKeys, decodeKeys } from '../platform/http/keyset';

/** What people meet every week first; of one kind what is particular to a trade before what holds in all of them. */
const ORDER = ['s.kind', "COALESCE(s.trade, '~')", 's.id'] as const;
const SEARCHED = ['s.wording', "COALESCE(s.basis, '')", "COALESCE(s.clause, '')", "COALESCE(s.advice, '')"];

interface Statement {
  sql: string;
  parameters: unknown[];
}

/** One page of what holds in an area, and one row more. */
export function listStatement(area: string, query: StandardQuery, limit: number): Statement {
  const parts = conditions(area, query);
  const where = parts.map((part) => part.sql).join(' AND ');
  return {
    sql: `SELECT s.* FROM standard s WHERE ${where} ORDER BY ${ORDER.join(', ')} LIMIT ${limit + 1}`,
    parameters: parts.flatMap((part) => part.parameters),
  };
}

/** The values of `ORDER` in a row, for the mark of the next page. */
export function orderKeys(row: { kind: string; trade: string | null; id: string }): string[] {
  return [row.kind, row.trade ?? '~', row.id];
}

function conditions(area: string, query: StandardQuery): Statement[] {
  const parts = [heldIn(area), { sql: 's.active = ?', parameters: [query.retired ? 0 : 1] }];
  if (query.kind) parts.push({ sql: 's.kind = ?', parameters: [query.kind] });
  if (query.level) parts.push({ sql: 's.level = ?', parameters: [query.level] });
  if (query.trade) parts.push({ sql: '(s.trade IS NULL OR s.trade = ?)', parameters: [query.trade] });
  if (query.verified !== undefined) parts.push({ sql: 's.verified = ?', parameters: [query.verified ? 1 : 0] });
  for (const word of searchWords(query.q ?? '')) parts.push(holdsWords(SEARCHED, word));
  const after = decodeKeys(query.cursor, ORDER.length);
  if (after) parts.push(afterKeys(ORDER, after));
  return parts;
}

/** The system's, those of whatever lies above the area, its own; without those that one of them replaces. */
function heldIn(area: string): Statement {
  const authors = chainOf(area);
  const marks = authors.map(() => '?').join(', ');
  const replaced = `SELECT 1 FROM standard r WHERE r.replacesId = s.id AND r.areaCode IN (${marks})`;
  return {
    sql: `(s.areaCode IS NULL OR s.areaCode IN (${marks})) AND NOT EXISTS (${replaced})`,
    parameters: [...authors, ...authors],
  };
}
