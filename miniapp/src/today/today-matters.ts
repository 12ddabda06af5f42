import type { TodayItem } from '@zerentian/shared/today/today.contract';

/** One thing to do, with the 催办 that came for it. */
export interface Matter {
  item: TodayItem;
  reminders: TodayItem[];
}

/**
 * A hazard that was pressed is one matter and not two: it stands where its 催办 stood, which becomes a line of it. A 催办 whose
 * hazard waits for another step, or for nobody here, stays a matter of its own.
 */
export function matters(items: readonly TodayItem[]): Matter[] {
  const pressed = (reminder: TodayItem) =>
    reminder.kind === 'reminder'
      ? items.find((item) => item.kind !== 'reminder' && item.hazardId !== null && sameMatter(item, reminder))
      : undefined;
  const found = new Map<TodayItem, TodayItem[]>();
  for (const item of items) {
    const hazard = pressed(item);
    const reminders = found.get(hazard ?? item) ?? [];
    found.set(hazard ?? item, hazard ? [...reminders, item] : reminders);
  }
  return [...found].map(([item, reminders]) => ({ item, reminders }));
}

function sameMatter(a: TodayItem, b: TodayItem): boolean {
  return a.hazardId === b.hazardId && a.postId === b.postId;
}
