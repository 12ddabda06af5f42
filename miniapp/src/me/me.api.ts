import { useQuery } from '@tanstack/react-query';
import type { Page } from '@zerentian/shared/fields';
import type { ChangePassword, OpenSession } from '@zerentian/shared/people/account.contract';
import type { MeView } from '@zerentian/shared/people/session.contract';
import { queryClient } from '../platform/query-client';
import { request } from '../platform/request';
import { refreshSession } from '../platform/session';

/** Who I am and what I hold by now; the session on the phone learns of it. */
export function useMe() {
  return useQuery({
    queryKey: ['me'],
    queryFn: async ({ signal }) => {
      const me = await request<MeView>('GET', '/me', { signal });
      refreshSession(me.person, me.posts);
      return me;
    },
    meta: { keep: true },
  });
}

/** Ends the session on the server; the phone forgets it in any case. */
export function closeSession(): Promise<void> {
  return request('DELETE', '/sessions/current');
}

export function sendNewPassword(body: ChangePassword): Promise<void> {
  return request('POST', '/me/password', { body });
}

/** Where I am signed in, newest first. */
export function useOpenSessions() {
  return useQuery({
    queryKey: ['sessions'],
    queryFn: ({ signal }) => request<Page<OpenSession>>('GET', '/sessions', { query: { limit: 50 }, signal }),
    select: ({ items }) => items,
  });
}

export async function revokeSession(id: string): Promise<void> {
  await request('DELETE', `/sessions/${id}`);
  await queryClient.invalidateQueries({ queryKey: ['sessions'] });
}
