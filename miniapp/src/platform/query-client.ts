import { type DehydratedState, dehydrate, hydrate, type Query, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api-problem';
import { onSessionEnd } from './session';
import { load, save } from './storage';

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
const KEPT_MS = 14 * 24 * 3600_000;
const SAVE_AFTER_MS = 1000;

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

interface Kept {
  /** The client's version: another version may read another shape. */
  version: string;
  savedAt: number;
  state: DehydratedState;
}

let timer: ReturnType<typeof setTimeout> | null = null;

/** Restores what was kept and keeps it from now on. Called once at the start. */
export function keepQueries(): void {
  const kept = load<Kept>('kept-queries');
  if (kept && kept.version === __CLIENT_VERSION__ && Date.now() - kept.savedAt < KEPT_MS) {
    hydrate(queryClient, kept.state);
  }
  queryClient.getQueryCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'success' && isKept(event.query)) saveSoon();
  });
  onSessionEnd(() => queryClient.clear());
}

function isKept(query: Query): boolean {
  return query.meta?.keep === true && query.state.status === 'success';
}

function saveSoon(): void {
  if (timer) return;
  timer = setTimeout(() => {
    timer = null;
    const state = dehydrate(queryClient, { shouldDehydrateQuery: isKept, shouldDehydrateMutation: () => false });
    save('kept-queries', { version: __CLIENT_VERSION__, savedAt: Date.now(), state } satisfies Kept);
  }, SAVE_AFTER_MS);
}
