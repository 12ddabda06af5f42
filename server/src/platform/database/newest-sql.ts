import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { decodeCursor } from '../http/page';

/**
 * Acts, newest first: orders by arrival and id, and goes on after the row that the cursor names. The instant by itself bounds the range
 * of the index; of an OR over both columns alone MariaDB makes a scan from the newest row, the longer the further one has turned pages.
 */
export function newestAfter<T extends ObjectLiteral>(
  select: SelectQueryBuilder<T>,
  alias: string,
  cursor: string | undefined,
): SelectQueryBuilder<T> {
  select.orderBy(`${alias}.receivedAt`, 'DESC').addOrderBy(`${alias}.id`, 'DESC');
  const last = decodeCursor(cursor);
  if (!last) return select;
  const sql = `${alias}.receivedAt <= :lastAt AND (${alias}.receivedAt < :lastAt OR ${alias}.id < :lastId)`;
  return select.andWhere(sql, { lastAt: new Date(last.at), lastId: last.id });
}
