import { useQuery } from '@tanstack/react-query';
import type {
  DutyRecordQuery,
  DutyRecordView,
  RecordDuty,
  RecordKindView,
  WorkSummary,
} from '@zerentian/shared/duty-records/duty-record.contract';
import type { Page } from '@zerentian/shared/fields';
import { ApiProblem } from '../platform/api-problem';
import { usePaged } from '../platform/paging';
import { queryClient } from '../platform/query-client';
import { request } from '../platform/request';

/** Newest first, under a filter; the first pages are kept on the phone. */
export function useRecords(filter: Omit<DutyRecordQuery, 'limit' | 'cursor'>) {
  return usePaged<DutyRecordView>('/duty-records', filter, true);
}

/** The kinds of record that the township's catalogue knows; kept on the phone. */
export function useRecordKinds() {
  return useQuery({
    queryKey: ['record-kinds'],
    queryFn: ({ signal }) => request<Page<RecordKindView>>('GET', '/record-kinds', { signal }),
    select: ({ items }) => items,
    staleTime: 3600_000,
    meta: { keep: true },
  });
}

/**
 * Sends one record; what it changes (lists, 今日, boards, the summary) is read anew when next shown. One that had arrived before,
 * though its answer was lost, counts as delivered.
 */
export async function recordDuty(body: RecordDuty, idempotencyKey: string): Promise<DutyRecordView> {
  const record = await send(body, idempotencyKey);
  const stale = ['/duty-records', 'today', 'dashboard', 'work-summary', '/diligence-proof/items'];
  void queryClient.invalidateQueries({ predicate: ({ queryKey }) => stale.includes(String(queryKey[0])) });
  return record;
}

/** Newest first: what was sent a moment ago stands on the first page. */
const LATELY = 20;

async function send(body: RecordDuty, idempotencyKey: string): Promise<DutyRecordView> {
  try {
    return await request<DutyRecordView>('POST', '/duty-records', { body, idempotencyKey });
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.code !== 'id_taken') throw error;
    const query = { mine: true, limit: LATELY };
    const { items } = await request<Page<DutyRecordView>>('GET', '/duty-records', { query });
    const arrived = items.find(({ id }) => id === body.id);
    if (!arrived) throw error;
    return arrived;
  }
}

/** 我的工作小结 of a period (2026-11 or 2026-Q4), drafted from my own records. */
export function useWorkSummary(period: string) {
  return useQuery({
    queryKey: ['work-summary', period],
    queryFn: ({ signal }) => request<WorkSummary>('GET', '/work-summary', { query: { period }, signal }),
    meta: { keep: true },
  });
}
