import { useQuery } from '@tanstack/react-query';
import type { PublicPointRow } from '@zerentian/shared/public-reports/public-point.contract';
import type {
  PublicReportDetail,
  PublicReportView,
  SiftingStep,
} from '@zerentian/shared/public-reports/public-sifting.contract';
import { usePaged } from '../../platform/paging';
import { queryClient } from '../../platform/query-client';
import { request } from '../../platform/request';

/** What the public reported, newest first; nothing of it stays on the phone. */
export function usePublicReports(waiting: boolean) {
  return usePaged<PublicReportView>('/public-reports', { waiting: waiting || undefined });
}

export function usePublicReport(id: string) {
  return useQuery({
    queryKey: ['public-report', id],
    queryFn: ({ signal }) => request<PublicReportDetail>('GET', `/public-reports/${id}`, { signal }),
    enabled: id !== '',
  });
}

/** Takes a step with a report, and brings up to date whatever shows it. */
export async function takeSiftingStep(id: string, step: SiftingStep, body: unknown, idempotencyKey: string) {
  const report = await request<PublicReportDetail>('POST', `/public-reports/${id}/${step}`, { body, idempotencyKey });
  queryClient.setQueryData(['public-report', id], report);
  const stale = ['/public-reports', '/hazards', 'today', 'dashboard'];
  void queryClient.invalidateQueries({ predicate: ({ queryKey }) => stale.includes(String(queryKey[0])) });
  return report;
}

/** Villages and enterprises with their codes. */
export function usePublicPoints() {
  return usePaged<PublicPointRow>('/public-points', {});
}

export async function openPoints(idempotencyKey: string): Promise<{ opened: number }> {
  const done = await request<{ opened: number }>('POST', '/public-points', { body: {}, idempotencyKey });
  pointsChanged();
  return done;
}

export async function renewPoint(id: string, body: unknown, idempotencyKey: string): Promise<unknown> {
  const point = await request<unknown>('POST', `/public-points/${id}/renew`, { body, idempotencyKey });
  pointsChanged();
  return point;
}

function pointsChanged(): void {
  void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === '/public-points' });
}
