import { isFinished, type OutboxItem } from './outbox-item';

/** What is sent next, and how long to wait where nothing may be sent yet: pure, with `now` as a parameter. */

const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 5 * 60_000;
const SPREAD = 0.2;

/**
 * Milliseconds before a try after so many failed ones: twice as long each time, up to five minutes, a little uneven so that
 * a village of phones does not call at once when the mast is back. `chance` from 0 to 1.
 */
export function pauseAfter(failures: number, chance: number): number {
  const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.max(0, failures - 1));
  return pause * (1 + SPREAD * (2 * chance - 1));
}

export type Turn = { item: OutboxItem } | { waitMs: number } | null;

/**
 * Acts first, the oldest before the rest, each behind what its author did before on the same subject; then the photos of those
 * that have arrived: everybody can read the report while its pictures are still on their way.
 * @param items in the order in which they were done
 * @param notBefore item → when it may be tried again, by the same clock as `now`
 */
export function nextTurn(items: readonly OutboxItem[], notBefore: ReadonlyMap<string, number>, now: number): Turn {
  const open = [...actsInTurn(items), ...items.filter((item) => item.state === 'delivered' && !isFinished(item))];
  const times = open.map((item) => notBefore.get(item.id) ?? 0);
  const ready = open.find((_, index) => (times[index] ?? 0) <= now);
  if (ready) return { item: ready };
  return open.length > 0 ? { waitMs: Math.min(...times) - now } : null;
}

/** Acts that wait for nothing but the network: the first open one of each subject, unless it was refused. */
function actsInTurn(items: readonly OutboxItem[]): OutboxItem[] {
  const seen = new Set<string>();
  return items.filter(({ state, subject }) => {
    if (state === 'delivered' || seen.has(subject)) return false;
    seen.add(subject);
    return state === 'waiting';
  });
}

/** Whether an item stands behind one of the same subject that was refused. */
export function isHeldUp(item: OutboxItem, items: readonly OutboxItem[]): boolean {
  if (item.state !== 'waiting') return false;
  return items.some(({ id, subject, state }) => subject === item.subject && id < item.id && state === 'refused');
}
