import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api-problem';
import { forgetKept, KEPT_MS, keep, restoreKept } from './kept-queries';
import { onSessionEnd } from './session';

/**
 * What the server said, remembered. Queries with `meta: { keep: true }` survive a restart, so that the first screen
 * is useful without any network; the page says as of when (`KeptNotice`).
 */
declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: { keep?: boolean };
  }
}

const FRESH_MS = 30_000;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // 'always': WeChat has no `navigator.onLine`, and a paused query would wait silently for ever.
      networkMode: 'always',
      staleTime: FRESH_MS,
      gcTime: KEPT_MS,
      retry: (count, error) => count < 2 && error instanceof ApiProblem && error.isTransient,
      refetchOnWindowFocus: false,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

/** Restores what was kept and keeps it from now on. Called once at the start. */
export function keepQueries(): void {
  restoreKept(queryClient);
  queryClient.getQueryCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'success' && event.query.meta?.keep === true) {
      keep(event.query);
    }
  });
  onSessionEnd(() => {
    forgetKept();
    queryClient.clear();
  });
}
