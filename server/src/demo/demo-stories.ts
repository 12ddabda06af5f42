import { addDays, dateOf, startOf } from '@zerentian/shared/calendar';
import type { Clock } from '../platform/clock';

/** Something that happens over days: it yields the moment at which it wants to go on. */
export type Story = AsyncGenerator<Date, void>;

/** A moment some hours later. */
export function after(moment: Date, hours: number): Date {
  return new Date(moment.getTime() + hours * 3600_000);
}

/** What the clock does by itself each night, over the days of the stories. */
export async function* nightly(now: Date, days: number, act: () => Promise<unknown>): Story {
  const first = startOf(addDays(dateOf(now), -days)).getTime() + 3600_000;
  for (let night = 0; night <= days; night++) {
    yield new Date(first + night * 24 * 3600_000);
    await act();
  }
}

/**
 * Tells stories side by side in the order of time, with the clock set to each moment, so that the ledger's entries follow one another as
 * they would have. What would lie in the future is left untold; the clock is given back.
 */
export async function tellInOrder(stories: Story[], clock: Clock, now: Date): Promise<void> {
  const waiting: { at: Date; story: Story }[] = [];
  const resume = async (story: Story) => {
    const { value, done } = await story.next();
    if (!done && value <= now) waiting.push({ at: value, story });
  };
  try {
    for (const story of stories) await resume(story);
    while (waiting.length > 0) {
      const next = waiting.reduce(
        (first, other, index) => (other.at < (waiting[first] as { at: Date }).at ? index : first),
        0,
      );
      const [{ at, story }] = waiting.splice(next, 1) as [{ at: Date; story: Story }];
      clock.set(at);
      await resume(story);
    }
  } finally {
    clock.set(null);
  }
}
