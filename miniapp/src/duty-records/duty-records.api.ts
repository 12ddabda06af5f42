import { useQuery } from '@tanstack/react-query';
import type {
  DutyRecordQuery,
  DutyRecordView,
  RecordKindView,
  WorkSummary,
} from '@zerentian/shared/duty-records/duty-record.contract';
import type { Page } from '@zerentian/shared/fields';
import { usePaged } from '../platform/paging';
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

/** What a record changes: lists, 今日, boards, the summary. */
export const RECORDS_STALE = ['/duty-records', 'today', 'dashboard', 'work-summary', '/diligence-proof/items'] as const;

/** 我的工作小结 of a period (2026-11 or 2026-Q4), drafted from my own records. */
export function useWorkSummary(period: string) {
  return useQuery({
    queryKey: ['work-summary', period],
    queryFn: ({ signal }) => request<WorkSummary>('GET', '/work-summary', { query: { period }, signal }),
    meta: { keep: true },
  });
}
