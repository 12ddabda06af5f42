import type { HazardView } from '@zerentian/shared/hazards/hazard.contract';
import { titleOf } from '../hazard-words';

/** More than a thumb scrolls through, and than an old phone draws at once. */
const MOST_SHOWN = 12;

type Here = Pick<HazardView, 'id' | 'unitId' | 'trade'>;

/** Into which of the open hazards one may go, each once: the likeliest first, those that hold all of the words, never itself. */
export function candidatesFor(here: Here, open: readonly HazardView[], words: string) {
  const wanted = words.trim().toLowerCase().split(/\s+/);
  const found = [...new Map(open.map((it) => [it.id, it])).values()]
    .filter(({ id }) => id !== here.id)
    .filter((it) => wanted.every((word) => textOf(it).includes(word)))
    .map((it, index) => ({ it, index, likeness: likeness(here, it) }))
    .sort((a, b) => b.likeness - a.likeness || a.index - b.index)
    .map(({ it }) => it);
  return { shown: found.slice(0, MOST_SHOWN), left: Math.max(0, found.length - MOST_SHOWN) };
}

function likeness(here: Here, other: HazardView): number {
  if (here.unitId !== null && other.unitId === here.unitId) return 2;
  return here.trade !== null && other.trade === here.trade ? 1 : 0;
}

function textOf(hazard: HazardView): string {
  return [hazard.number, titleOf(hazard), hazard.unitName, hazard.spot].filter(Boolean).join(' ').toLowerCase();
}
