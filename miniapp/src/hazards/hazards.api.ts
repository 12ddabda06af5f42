import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Page } from '@zerentian/shared/fields';
import type { HazardDetail, HazardView, ReminderView } from '@zerentian/shared/hazards/hazard.contract';
import type { HazardQuery } from '@zerentian/shared/hazards/hazard.query.contract';
import type { Remind } from '@zerentian/shared/reminders/reminder.contract';
import { usePaged } from '../platform/paging';
import { queryClient } from '../platform/query-client';
import { request } from '../platform/request';

/** As many as one answer holds. */
const MOST_AT_ONCE = 100;

/** Newest first, under a filter; the first pages are kept on the phone. */
export function useHazards(filter: Omit<HazardQuery, 'limit' | 'cursor'>) {
  return usePaged<HazardView>('/hazards', filter, true);
}

/** What is not done with in an area, of a unit, with some words, newest first: among it another one may turn out to be the same thing. */
export function useOpenHazards(asked: Pick<HazardQuery, 'area' | 'unit' | 'q'>, enabled = true) {
  const query = { ...asked, open: true, limit: MOST_AT_ONCE };
  return useQuery({
    enabled,
    placeholderData: keepPreviousData,
    queryKey: ['/hazards', query],
    queryFn: ({ signal }) => request<Page<HazardView>>('GET', '/hazards', { query, signal }),
    select: (answer) => answer.items,
  });
}

/** One hazard with its history, the steps open to me, its photos and reminders. */
export function useHazard(id: string) {
  return useQuery({
    queryKey: ['hazard', id],
    queryFn: ({ signal }) => request<HazardDetail>('GET', `/hazards/${id}`, { signal }),
    enabled: id !== '',
    meta: { keep: true },
  });
}

/** What an act on a hazard makes stale: itself, every list, 今日 and the boards. */
export const HAZARDS_STALE = ['hazard', '/hazards', 'today', 'dashboard'] as const;

/** What acts on one hazard have in common in the outbox: they are sent in the order in which they were done. */
export const hazardSubject = (id: string) => `hazard:${id}`;

/** 催办: once per matter and day, with its sender's name. */
export async function remindHolder(id: string, body: Remind, idempotencyKey: string): Promise<ReminderView> {
  const reminder = await request<ReminderView>('POST', `/hazards/${id}/reminders`, { body, idempotencyKey });
  hazardsChanged(id);
  return reminder;
}

/** Reads anew what a change of one hazard makes stale. */
function hazardsChanged(id: string): void {
  void queryClient.invalidateQueries({
    predicate: ({ queryKey: [first, second] }) =>
      first === 'hazard' ? second === id : HAZARDS_STALE.some((stale) => stale === first),
  });
}
