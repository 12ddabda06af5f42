import { monthOf, mondayOf, addDays, quarterOf, type Window } from '../calendar';

/** The cadences of a catalogue that say a number of times per calendar window, as far as 今日 shows them. */
interface Every {
  type: string;
  unit?: string;
  span?: number;
  count?: { n: number };
}

/**
 * The window in which a duty with a number falls due around a date, and how often in it; null for words without a number, which
 * are never turned into one.
 */
export function windowAround(cadence: Every | null, date: string): (Window & { times: number }) | null {
  if (cadence?.type !== 'every' || cadence.span !== 1 || !cadence.count) return null;
  const window = calendarWindow(cadence.unit, date);
  return window && { ...window, times: cadence.count.n };
}

function calendarWindow(unit: string | undefined, date: string): Window | null {
  const year = date.slice(0, 4);
  switch (unit) {
    case 'day':
      return { from: date, until: addDays(date, 1), name: '今天' };
    case 'week':
      return { from: mondayOf(date), until: addDays(mondayOf(date), 7), name: '本周' };
    case 'month':
      return monthOf(date);
    case 'quarter':
      return quarterOf(date);
    case 'half-year':
      return date.slice(5) < '07-01'
        ? { from: `${year}-01-01`, until: `${year}-07-01`, name: `${year}年上半年` }
        : { from: `${year}-07-01`, until: `${Number(year) + 1}-01-01`, name: `${year}年下半年` };
    case 'year':
      return { from: `${year}-01-01`, until: `${Number(year) + 1}-01-01`, name: `${year}年` };
    default:
      return null;
  }
}
