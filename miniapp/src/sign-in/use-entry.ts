import Taro, { useRouter } from '@tarojs/taro';
import type { SessionView } from '@zerentian/shared/people/session.contract';
import { useCallback } from 'react';
import { forgetKept } from '../platform/kept-queries';
import { PAGES } from '../platform/navigation';
import { queryClient } from '../platform/query-client';
import { startSession } from '../platform/session';

/** Takes over a new session and goes where the person was going: the page that asked for the sign-in, or 今日. */
export function useEntry(): (session: SessionView) => void {
  const { params } = useRouter();
  const then = params.then ? decodeURIComponent(params.then) : '';
  return useCallback(
    (session: SessionView) => {
      // Whoever was here before may have been somebody else.
      forgetKept();
      queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== 'demo-logins' });
      startSession(session);
      void Taro.reLaunch({ url: isOwnPage(then) ? then : PAGES.today });
    },
    [then],
  );
}

/** Only to a page of this app: the address is part of a link that anybody may have written. */
function isOwnPage(url: string): boolean {
  return Object.values(PAGES).some((page) => url === page || url.startsWith(`${page}?`));
}
