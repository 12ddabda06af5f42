import type { TodayItem, TodayQuery } from '@zerentian/shared/today/today.contract';
import { ProblemError } from '../platform/problem';

const DEFAULT_LIMIT = 50;

/** What an item is about and in which post: the same for as long as it stays. */
function keyOf(item: TodayItem): string {
  const { supervisionNoticeId, reminderId, publicReportId, hazardId, duty } = item;
  return [item.kind, supervisionNoticeId ?? reminderId ?? publicReportId ?? hazardId ?? duty?.key, item.postId].join(
    ' ',
  );
}

/**
 * A page of a list that is computed anew each time. It begins after the last item of the page before, wherever that stands now;
 * once that item is settled and gone, where it stood.
 */
export function pageAfter(
  all: readonly TodayItem[],
  { cursor, limit = DEFAULT_LIMIT }: TodayQuery,
): { items: TodayItem[]; nextCursor: string | null } {
  const from = cursor === undefined ? 0 : startAfter(all, cursor);
  const end = from + limit;
  const items = all.slice(from, end);
  const last = items.at(-1);
  const nextCursor = last && end < all.length ? Buffer.from(`${end} ${keyOf(last)}`).toString('base64url') : null;
  return { items, nextCursor };
}

function startAfter(all: readonly TodayItem[], cursor: string): number {
  const [, end, key] = /^(\d{1,6}) ([a-z]+ \S+ \S+)$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (end === undefined) throw ProblemError.at('invalid_input', 'cursor', '翻页标记不对，请从第一页重新开始');
  const index = all.findIndex((item) => keyOf(item) === key);
  return index === -1 ? Math.max(0, Number(end) - 1) : index + 1;
}
