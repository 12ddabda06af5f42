import type { ChecklistView } from './checklist.contract';

type Suited = Pick<ChecklistView, 'key' | 'trade'>;

/** The lists for a unit's trade: its own first, then those for every unit; a list of another trade is not offered. */
export function checklistsFor<T extends Suited>(lists: readonly T[], trade: string | null): T[] {
  const own = trade === null ? [] : lists.filter((list) => list.trade === trade);
  return [...own, ...lists.filter((list) => list.trade === null)];
}
