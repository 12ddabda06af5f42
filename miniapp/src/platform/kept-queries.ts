import type { Query, QueryClient, QueryKey } from '@tanstack/react-query';
import { forget, load, save } from './storage';

/**
 * Answers that survive a restart: each under a key of its own (WeChat stores at most 1 MB under one), the oldest making
 * room for the newest, of a list only what it begins with.
 */
const MOST_KEPT = 80;
export const KEPT_MS = 14 * 24 * 3600_000;

interface Index {
  /** The client's version: another version may read another shape. */
  version: string;
  /** Query hash → when it was saved, by the phone's clock. */
  savedAt: Record<string, number>;
}

interface KeptAnswer {
  queryKey: QueryKey;
  data: unknown;
  /** When the server answered, by the phone's clock. */
  answeredAt: number;
}

function emptyIndex(): Index {
  return { version: __CLIENT_VERSION__, savedAt: {} };
}

function loadIndex(): Index {
  const index = load<Index>('kept-queries');
  return index?.version === __CLIENT_VERSION__ && index.savedAt ? index : emptyIndex();
}

/** Puts back what was kept and is not too old. */
export function restoreKept(client: QueryClient): void {
  const { savedAt } = loadIndex();
  for (const [hash, time] of Object.entries(savedAt)) {
    const kept = Date.now() - time < KEPT_MS ? load<KeptAnswer>(`kept:${hash}`) : null;
    if (kept?.queryKey) client.setQueryData(kept.queryKey, kept.data, { updatedAt: kept.answeredAt });
  }
}

/** Keeps one answer now: the app may be killed at any moment after it was shown. */
export function keep({ queryHash, queryKey, state }: Query): void {
  const answer: KeptAnswer = { queryKey, data: beginning(state.data), answeredAt: state.dataUpdatedAt };
  if (!save(`kept:${queryHash}`, answer)) return;
  const index = loadIndex();
  index.savedAt[queryHash] = Date.now();
  save('kept-queries', dropOldest(index));
}

/** Forgets everything that was kept: the phone goes to somebody else. */
export function forgetKept(): void {
  for (const hash of Object.keys(loadIndex().savedAt)) forget(`kept:${hash}`);
  forget('kept-queries');
}

function dropOldest(index: Index): Index {
  const byAge = Object.entries(index.savedAt).sort(([, a], [, b]) => b - a);
  for (const [hash] of byAge.slice(MOST_KEPT)) forget(`kept:${hash}`);
  return { ...index, savedAt: Object.fromEntries(byAge.slice(0, MOST_KEPT)) };
}

/** Of a list read page by page, its first page. */
function beginning(data: unknown): unknown {
  const paged = data as { pages?: unknown[]; pageParams?: unknown[] } | null | undefined;
  if (!paged || !Array.isArray(paged.pages) || !Array.isArray(paged.pageParams)) return data;
  return { pages: paged.pages.slice(0, 1), pageParams: paged.pageParams.slice(0, 1) };
}
