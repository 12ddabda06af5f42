import { isClean } from '@zerentian/shared/fields';
import { ProblemError } from '../problem';

/** A list ordered by some columns goes on after the values of its last row; the cursor is those values, opaque to clients. */
export function encodeKeys(keys: readonly string[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/** Reads a cursor that we gave out, or refuses; null for the first page. */
export function decodeKeys(cursor: string | undefined, count: number): string[] | null {
  if (cursor === undefined) return null;
  const keys = parsed(cursor);
  const isOurs =
    Array.isArray(keys) && keys.length === count && keys.every((key) => typeof key === 'string' && isClean(key));
  if (!isOurs) throw foreignCursor();
  return keys;
}

function foreignCursor(): ProblemError {
  return ProblemError.at('invalid_input', 'cursor', '翻页标记不对，请从第一页重新开始');
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return null;
  }
}

/**
 * The SQL condition "after these values" for `ORDER BY` the same columns, with its parameters. The first column is bounded by itself: out
 * of an OR alone MariaDB makes no range of the index.
 */
export function afterKeys(columns: readonly string[], keys: readonly string[]): { sql: string; parameters: string[] } {
  const branches = columns.map((column, index) => {
    const equal = columns.slice(0, index).map((earlier) => `${earlier} = ?`);
    return `(${[...equal, `${column} > ?`].join(' AND ')})`;
  });
  const parameters = [...keys.slice(0, 1), ...columns.flatMap((_, index) => keys.slice(0, index + 1))];
  return { sql: `${columns[0]} >= ? AND (${branches.join(' OR ')})`, parameters };
}

/** Cuts one row too many off a page and says where the next begins. */
export function keysetPage<R, V>(rows: R[], limit: number, keysOf: (row: R) => string[], view: (row: R) => V) {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(view), nextCursor: rows.length > limit && last ? encodeKeys(keysOf(last)) : null };
}

/**
 * A page of a list that is short enough to be held whole; without a limit it is answered whole. A mark of what is not in it is
 * refused: beginning anew would go round for ever.
 */
export function pageOfWhole<V>(
  all: readonly V[],
  query: { limit?: number | undefined; cursor?: string | undefined },
  keyOf: (item: V) => string,
) {
  const after = decodeKeys(query.cursor, 1)?.[0];
  const start = after === undefined ? 0 : all.findIndex((item) => keyOf(item) === after) + 1;
  if (after !== undefined && start === 0) throw foreignCursor();
  const limit = query.limit ?? all.length;
  return keysetPage(
    all.slice(start, start + limit + 1),
    limit,
    (item) => [keyOf(item)],
    (item) => item,
  );
}

/** Codes in an area and below it as a range, which an index on the code serves; digits sort before the colon. */
export function within(column: string, areaCode: string): { sql: string; parameters: string[] } {
  return { sql: `${column} >= ? AND ${column} < ?`, parameters: [areaCode, `${areaCode}:`] };
}
