import type { QueryKey } from '@tanstack/react-query';
import { townshipOf } from '@zerentian/shared/areas/area.contract';
import type { Page } from '@zerentian/shared/fields';
import { mayInspect } from '@zerentian/shared/inspections/inspection.rule';
import type { HeldPostView } from '@zerentian/shared/people/session.contract';
import type { TodayView } from '@zerentian/shared/today/today.contract';
import { onNetworkBack } from './platform/network';
import { paced } from './platform/pace';
import { pagedOptions } from './platform/paging';
import { queryClient } from './platform/query-client';
import { type QueryValues, queryString } from './platform/query-string';
import { request } from './platform/request';
import { useSession } from './platform/session';

/**
 * What people look at in the valley is read while there is signal, quietly and one after the other, and kept: what is due from me, the matters that lie with
 * me in full, my villages with their units, the checklists, the words of the forms, the contacts, the document. The keys are those of the pages.
 */
export interface Ahead {
  key: QueryKey;
  path: string;
  query?: QueryValues;
}

/** What was read so lately is not read again. */
const FRESH_MS = 10 * 60_000;
/** The page that is shown comes first. */
const AFTER_MS = 5_000;
const ENOUGH = 100;
const MOST_HAZARDS = 30;

/** For whoever holds these posts: what does not depend on any answer. */
export function fixedAhead(posts: readonly Pick<HeldPostView, 'areaCode' | 'profile' | 'line'>[]): Ahead[] {
  const areas = [...new Set(posts.map(({ areaCode }) => areaCode))];
  const townships = [...new Set(areas.map((area) => townshipOf(area)).filter((code) => code !== null))];
  return [
    ...townships.map((parent) => ({ key: ['areas', parent], path: '/areas', query: { parent, limit: ENOUGH } })),
    ...['', ...areas.filter((area) => area.length === 12)].map((area) => unitsAhead(area)),
    { key: ['trades'], path: '/trades', query: { limit: ENOUGH } },
    { key: ['record-kinds'], path: '/record-kinds' },
    { key: ['contacts'], path: '/contacts' },
    { key: ['study'], path: '/document' },
    ...(posts.some(mayInspect) ? VISITS : []),
  ];
}

/** What a visit begins with. */
const VISITS: readonly Ahead[] = [
  { key: ['checklists'], path: '/checklists' },
  { key: ['coverage', 'now'], path: '/inspections/coverage', query: { limit: ENOUGH } },
];

function unitsAhead(area: string): Ahead {
  const filter = area ? { area } : {};
  return { key: ['units', filter], path: '/units', query: { ...filter, limit: ENOUGH } };
}

/** The matters that lie with me, in full: those of 今日 first. */
export function hazardsAhead(today: TodayView | undefined, mine: readonly { id: string }[]): Ahead[] {
  const inToday = (today?.items ?? []).flatMap(({ hazardId }) => hazardId ?? []);
  const ids = [...new Set([...inToday, ...mine.map(({ id }) => id)])].slice(0, MOST_HAZARDS);
  return ids.map((id) => ({ key: ['hazard', id], path: `/hazards/${id}` }));
}

let timer: ReturnType<typeof setTimeout> | undefined;

/** Called once at the start. */
export function startReadingAhead(): void {
  useSession.subscribe((now, before) => {
    if (now.person?.id !== before.person?.id) readAheadSoon();
  });
  onNetworkBack(readAheadSoon);
  readAheadSoon();
}

/** The app came to the front, somebody signed in, the network is back. */
export function readAheadSoon(): void {
  clearTimeout(timer);
  timer = setTimeout(() => void readAhead().catch(() => undefined), paced(AFTER_MS));
}

/** Stops at the first answer that does not come: the next reason to read will. */
async function readAhead(): Promise<void> {
  const { token, posts } = useSession.getState();
  if (!token) return;
  const today = await read<TodayView>({ key: ['today'], path: '/today' });
  for (const view of [{ mine: true }, { open: true }]) await queryClient.fetchInfiniteQuery(listAhead(view));
  for (const ahead of fixedAhead(posts)) await read(ahead);
  const list = queryClient.getQueryData<{ pages: Page<{ id: string }>[] }>(['/hazards', { mine: true }]);
  const mine = list?.pages.flatMap(({ items }) => items) ?? [];
  for (const ahead of hazardsAhead(today, mine)) await read(ahead);
}

function listAhead(view: QueryValues) {
  return { ...pagedOptions<{ id: string }>('/hazards', view, true), staleTime: FRESH_MS, retry: false };
}

function read<T>({ key, path, query }: Ahead): Promise<T> {
  return queryClient.fetchQuery({
    queryKey: key,
    queryFn: ({ signal }) => request<T>('GET', `${path}${queryString(query)}`, { signal }),
    staleTime: FRESH_MS,
    retry: false,
    meta: { keep: true },
  });
}
