import { useQuery } from '@tanstack/react-query';
import type {
  HazardDetail,
  HazardQuery,
  HazardView,
  ReminderView,
  ReportHazard,
} from '@zerentian/shared/hazards/hazard.contract';
import type { HazardStep } from '@zerentian/shared/hazards/hazard.lifecycle';
import type { AnswerReminder, Remind } from '@zerentian/shared/reminders/reminder.contract';
import { asProblem } from '../platform/api-problem';
import { usePaged } from '../platform/paging';
import { queryClient } from '../platform/query-client';
import { request } from '../platform/request';

/** Newest first, under a filter; the first pages are kept on the phone. */
export function useHazards(filter: Omit<HazardQuery, 'limit' | 'cursor'>) {
  return usePaged<HazardView>('/hazards', filter, true);
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

/** Reports once. An id that is taken is this very report, which arrived although its answer was lost. */
export async function reportHazard(body: ReportHazard, idempotencyKey: string): Promise<{ id: string }> {
  try {
    return await request<HazardView>('POST', '/hazards', { body, idempotencyKey });
  } catch (error) {
    if (body.id && asProblem(error).code === 'id_taken') return { id: body.id };
    throw error;
  } finally {
    hazardsChanged();
  }
}

export async function takeStep(id: string, step: HazardStep, body: unknown, idempotencyKey: string): Promise<unknown> {
  const hazard = await request<unknown>('POST', `/hazards/${id}/${step}`, { body, idempotencyKey });
  hazardsChanged(id);
  return hazard;
}

/** 催办: once per matter and day, with its sender's name. */
export async function remindHolder(id: string, body: Remind, idempotencyKey: string): Promise<ReminderView> {
  const reminder = await request<ReminderView>('POST', `/hazards/${id}/reminders`, { body, idempotencyKey });
  hazardsChanged(id);
  return reminder;
}

export async function answerTo(reminderId: string, body: AnswerReminder, idempotencyKey: string): Promise<unknown> {
  const answer = await request<unknown>('POST', `/reminders/${reminderId}/answer`, { body, idempotencyKey });
  hazardsChanged();
  return answer;
}

/** What a change of one hazard makes stale: itself, every list, 今日 and the boards. */
function hazardsChanged(id?: string): void {
  const stale = ['/hazards', 'today', 'dashboard'];
  void queryClient.invalidateQueries({
    predicate: ({ queryKey }) =>
      stale.includes(String(queryKey[0])) || (queryKey[0] === 'hazard' && (id === undefined || queryKey[1] === id)),
  });
}
