import { addDays, dateOf, monthOf } from '@zerentian/shared/calendar';

/** First and last day (inclusive) of the month that holds an instant, as the list of records takes them. */
export function monthSpan(instant: string): { from: string; until: string } {
  const { from, until } = monthOf(dateOf(new Date(instant)));
  return { from, until: addDays(until, -1) };
}
