import { within } from '../platform/http/keyset';
import type { Visible } from '../posts/access.service';

/** Which units somebody answers for, as a condition on `u`. */
export interface CoverageScope {
  sql: string;
  parameters: string[];
}

/** A span of stored instants, half-open. */
interface Span {
  from: string;
  until: string;
}

/** What somebody's posts see of the register's enterprises, narrowed to an area. */
export function scopeOf(visible: readonly Visible[], area: string | undefined): CoverageScope {
  const parts = visible.map((part) => {
    const all: CoverageScope[] = [
      part.areaCode === '' ? { sql: '1 = 1', parameters: [] } : within('u.areaCode', part.areaCode),
    ];
    if (part.trades) all.push(inTrades(part.trades));
    if (part.unitId !== null) all.push({ sql: 'u.id = ?', parameters: [part.unitId] });
    return { sql: `(${all.map((it) => it.sql).join(' AND ')})`, parameters: all.flatMap((it) => it.parameters) };
  });
  const narrowed = area === undefined ? { sql: '1 = 1', parameters: [] } : within('u.areaCode', area);
  return {
    sql: `u.kind = 'enterprise' AND (${parts.map((it) => it.sql).join(' OR ')}) AND ${narrowed.sql}`,
    parameters: [...parts.flatMap((it) => it.parameters), ...narrowed.parameters],
  };
}

function inTrades(trades: string[]): CoverageScope {
  if (trades.length === 0) return { sql: '1 = 0', parameters: [] };
  return { sql: `u.trade IN (${trades.map(() => '?').join(', ')})`, parameters: trades };
}

/** Each is one look into the index of visits by unit and time, whatever the number of visits. */
const LAST = 'SELECT MAX(i.occurredAt) FROM inspection i WHERE i.unitId = u.id AND i.occurredAt < ?';
const VISITED = 'EXISTS (SELECT 1 FROM inspection i WHERE i.unitId = u.id AND i.occurredAt >= ? AND i.occurredAt < ?)';
const VISITS = 'SELECT COUNT(*) FROM inspection i WHERE i.unitId = u.id AND i.occurredAt >= ? AND i.occurredAt < ?';

/** The enterprises with their last visit, each a row. `lastKey`: that visit as text, empty for never, so that never comes first. */
export function coverageSql(scope: CoverageScope, { from, until }: Span): CoverageScope {
  return {
    sql: `
      SELECT v.*, COALESCE(v.lastAt, '') AS lastKey FROM (
        SELECT u.id AS unitId, u.name AS unitName, u.areaCode, a.name AS areaName, u.trade, u.supervision, u.principal,
          CASE WHEN u.supervision = 'county' THEN '2' WHEN ${VISITED} THEN '1' ELSE '0' END AS part,
          CAST((${LAST}) AS CHAR(23)) AS lastAt, (${VISITS}) AS visits
        FROM unit u LEFT JOIN area a ON a.code = u.areaCode WHERE ${scope.sql}) v`,
    parameters: [from, until, until, from, until, ...scope.parameters],
  };
}

/** How many there are that the township should visit, and how many it did. */
export function totalsSql(scope: CoverageScope, { from, until }: Span): CoverageScope {
  return {
    sql: `SELECT COUNT(*) AS total, SUM(CASE WHEN ${VISITED} THEN 1 ELSE 0 END) AS visited
      FROM unit u WHERE u.supervision = 'township' AND ${scope.sql}`,
    parameters: [from, until, ...scope.parameters],
  };
}
