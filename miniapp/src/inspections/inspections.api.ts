import { useQuery } from '@tanstack/react-query';
import type { ChecklistView, EditChecklist } from '@zerentian/shared/checklists/checklist.contract';
import type { Page } from '@zerentian/shared/fields';
import type {
  CoveragePage,
  InspectionDetail,
  InspectionQuery,
  InspectionView,
} from '@zerentian/shared/inspections/inspection.contract';
import { usePaged } from '../platform/paging';
import { queryClient } from '../platform/query-client';
import { request } from '../platform/request';

/** More enterprises than any township of the pilot has. */
const ENOUGH = 100;
const A_DAY = 24 * 3600_000;

/** What a delivered visit changes elsewhere. */
export const INSPECTIONS_STALE = [
  '/inspections',
  'inspection',
  'coverage',
  '/campaigns',
  'campaign',
  '/hazards',
  'today',
  'dashboard',
] as const;

/** Newest first, under a filter; the first page is kept on the phone. */
export function useInspections(filter: Omit<InspectionQuery, 'limit' | 'cursor'>) {
  return usePaged<InspectionView>('/inspections', filter, true);
}

export function useInspection(id: string) {
  return useQuery({
    queryKey: ['inspection', id],
    queryFn: ({ signal }) => request<InspectionDetail>('GET', `/inspections/${id}`, { signal }),
    enabled: id !== '',
    meta: { keep: true },
  });
}

/** The checklists of my township; kept on the phone, for a visit without a network. */
export function useChecklists() {
  return useQuery({
    queryKey: ['checklists'],
    queryFn: ({ signal }) => request<Page<ChecklistView>>('GET', '/checklists', { signal }),
    select: (answer) => answer.items,
    staleTime: A_DAY,
    meta: { keep: true },
  });
}

/** Who of my enterprises was not visited this quarter, first; kept on the phone, since it proposes where to go. */
export function useCoverage(quarter?: string) {
  return useQuery({
    queryKey: ['coverage', quarter ?? 'now'],
    queryFn: ({ signal }) =>
      request<CoveragePage>('GET', '/inspections/coverage', { query: { quarter, limit: ENOUGH }, signal }),
    meta: { keep: true },
  });
}

export async function saveChecklist(body: EditChecklist, idempotencyKey: string): Promise<ChecklistView> {
  const saved = await request<ChecklistView>('POST', '/checklists', { body, idempotencyKey });
  await queryClient.invalidateQueries({ queryKey: ['checklists'] });
  return saved;
}
