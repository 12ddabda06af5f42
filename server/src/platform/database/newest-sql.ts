import type { Page } from '@zerentian/shared/fields';
import type { SelectQueryBuilder } from 'typeorm';
import { decodeCursor, pageOf } from '../http/page';

const DEFAULT_LIMIT = 20;

/** What arrived at some instant: the order of every list of acts. */
interface Arrived {
  id: string;
  receivedAt: Date;
}

/**
 * A page of acts, newest first: of what is selected so many as are asked for, after the row that the cursor names, all put into words at once.
 */
export async function newestPage<T extends Arrived, V>(
  select: SelectQueryBuilder<T>,
  query: { limit?: number | undefined; cursor?: string | undefined },
  viewMany: (rows: T[]) => Promise<V[]>,
): Promise<Page<V>> {
  const limit = query.limit ?? DEFAULT_LIMIT;
  const rows = await newestAfter(select, query.cursor)
    .take(limit + 1)
    .getMany();
  const cursorOf = (row: T) => ({ at: row.receivedAt.toISOString(), id: row.id });
  const { items, nextCursor } = pageOf(rows, limit, cursorOf, (row) => row);
  return { items: await viewMany(items), nextCursor };
}

/**
 * Orders by arrival and id, and goes on after the row that the cursor names. The instant by itself bounds the range of the index; of an OR
 * over both columns alone MariaDB makes a scan from the newest row, the longer the further one has turned pages.
 */
function newestAfter<T extends Arrived>(select: SelectQueryBuilder<T>, cursor: string | undefined) {
  const { alias } = select;
  select.orderBy(`${alias}.receivedAt`, 'DESC').addOrderBy(`${alias}.id`, 'DESC');
  const last = decodeCursor(cursor);
  if (!last) return select;
  const sql = `${alias}.receivedAt <= :lastAt AND (${alias}.receivedAt < :lastAt OR ${alias}.id < :lastId)`;
  return select.andWhere(sql, { lastAt: new Date(last.at), lastId: last.id });
}
