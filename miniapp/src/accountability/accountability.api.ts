import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { AccountabilityQuery, AccountabilityView } from '@zerentian/shared/accountability/accountability.contract';
import type { Page } from '@zerentian/shared/fields';
import type { PersonView } from '@zerentian/shared/people/person.contract';
import type { Appoint, TenureView } from '@zerentian/shared/posts/post.contract';
import { queryClient } from '../platform/query-client';
import { request } from '../platform/request';

/** 谁负责: the five lines for a place, a trade or a unit on a date; what was asked lately is kept on the phone. */
export function useAccountability(asked: AccountabilityQuery) {
  return useQuery({
    queryKey: ['accountability', asked],
    queryFn: ({ signal }) => request<AccountabilityView>('GET', '/accountability', { query: asked, signal }),
    enabled: asked.area !== undefined || asked.unit !== undefined,
    placeholderData: keepPreviousData,
    meta: { keep: true },
  });
}

/** The roster's people whose name or phone holds a few characters. */
export function usePersons(area: string, words: string) {
  return useQuery({
    queryKey: ['persons', area, words],
    queryFn: ({ signal }) =>
      request<Page<PersonView>>('GET', '/persons', { query: { area, q: words, limit: 50 }, signal }),
    select: ({ items }) => items,
    placeholderData: keepPreviousData,
  });
}

/** Appoints; whoever is named anywhere is read anew when next shown. */
export async function appoint(body: Appoint, idempotencyKey: string): Promise<TenureView> {
  const tenure = await request<TenureView>('POST', '/tenures', { body, idempotencyKey });
  const stale = ['accountability', 'contacts', 'study', 'dashboard'];
  void queryClient.invalidateQueries({ predicate: ({ queryKey }) => stale.includes(String(queryKey[0])) });
  return tenure;
}
