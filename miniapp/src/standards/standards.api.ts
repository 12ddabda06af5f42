import { useQuery } from '@tanstack/react-query';
import type { Page } from '@zerentian/shared/fields';
import type { ChangeStandard, CreateStandard, StandardView } from '@zerentian/shared/standards/standard.contract';
import { queryClient } from '../platform/query-client';
import { request } from '../platform/request';

const A_DAY = 24 * 3600_000;
const PAGE_SIZE = 100;
/** A library longer than this is searched by hand no more; what lies beyond is not kept on the phone. */
const MOST_PAGES = 5;

/** Everything in use in one's township, kept on the phone: it is needed where there is no signal. */
export function useLibrary(retired = false) {
  return useQuery({
    queryKey: ['standards', retired],
    queryFn: ({ signal }) => readAll(retired, signal),
    staleTime: A_DAY,
    meta: { keep: !retired },
  });
}

async function readAll(retired: boolean, signal: AbortSignal): Promise<StandardView[]> {
  const all: StandardView[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < MOST_PAGES; page++) {
    const query = { limit: PAGE_SIZE, cursor, retired: retired ? 'true' : undefined };
    const answer: Page<StandardView> = await request('GET', '/standards', { query, signal });
    all.push(...answer.items);
    cursor = answer.nextCursor;
    if (cursor === null) break;
  }
  return all;
}

/** One entry, to be written anew; also a retired one. */
export function useStandard(id: string) {
  return useQuery({
    queryKey: ['standards', 'one', id],
    queryFn: ({ signal }) => request<StandardView>('GET', `/standards/${id}`, { signal }),
    enabled: id !== '',
  });
}

/** Writes a new entry, or the whole of one of the own area's anew where `id` is given. */
export async function saveStandard(
  id: string,
  body: CreateStandard | ChangeStandard,
  idempotencyKey: string,
): Promise<StandardView> {
  const path = id === '' ? '/standards' : `/standards/${id}/change`;
  const saved = await request<StandardView>('POST', path, { body, idempotencyKey });
  void queryClient.invalidateQueries({ queryKey: ['standards'] });
  return saved;
}
