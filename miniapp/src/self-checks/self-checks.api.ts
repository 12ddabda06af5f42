import { useQuery } from '@tanstack/react-query';
import type {
  SelfCheckCounts,
  SelfCheckCountsQuery,
  SelfCheckImportCheck,
  SelfCheckImported,
  SelfCheckQuery,
  SelfCheckView,
} from '@zerentian/shared/self-checks/self-check.contract';
import type { SelfCheckStep } from '@zerentian/shared/self-checks/self-check.lifecycle';
import { usePaged } from '../platform/paging';
import { queryClient } from '../platform/query-client';
import { request } from '../platform/request';
import { sendTable } from '../platform/table-file';

/** The enterprise's own list, newest first. */
export function useSelfChecks(filter: Omit<SelfCheckQuery, 'limit' | 'cursor'>) {
  return usePaged<SelfCheckView>('/self-checks', filter, true);
}

/** How much each enterprise found and put right in a month. */
export function useSelfCheckCounts(filter: Omit<SelfCheckCountsQuery, 'limit' | 'cursor' | 'days'>) {
  return usePaged<SelfCheckCounts>('/self-checks/counts', filter, true);
}

export function useSelfCheck(id: string) {
  return useQuery({
    queryKey: ['self-check', id],
    queryFn: ({ signal }) => request<SelfCheckView>('GET', `/self-checks/${id}`, { signal }),
    enabled: id !== '',
    meta: { keep: true },
  });
}

/** What an act on the list makes stale. */
export const SELF_CHECKS_STALE = ['self-check', '/self-checks', '/self-checks/counts', '/hazards', 'today'] as const;

/** What acts on one entry have in common in the outbox. */
export const selfCheckSubject = (id: string) => `self-check:${id}`;

export async function takeSelfCheckStep(
  id: string,
  step: SelfCheckStep,
  body: unknown,
  idempotencyKey: string,
): Promise<unknown> {
  const entry = await request<SelfCheckView>('POST', `/self-checks/${id}/${step}`, { body, idempotencyKey });
  changed();
  return entry;
}

/** What a spreadsheet would bring; nothing is entered. */
export function checkImport(bytes: ArrayBuffer, onSent: (part: number) => void): Promise<SelfCheckImportCheck> {
  return sendTable<SelfCheckImportCheck>('/self-checks/imports/check', bytes, { onSent });
}

/** Enters what is not there yet, once under its key. */
export async function importList(
  bytes: ArrayBuffer,
  idempotencyKey: string,
  onSent: (part: number) => void,
): Promise<SelfCheckImported> {
  const done = await sendTable<SelfCheckImported>('/self-checks/imports', bytes, { idempotencyKey, onSent });
  changed();
  return done;
}

function changed(): void {
  void queryClient.invalidateQueries({
    predicate: ({ queryKey }) => SELF_CHECKS_STALE.some((stale) => stale === queryKey[0]),
  });
}
