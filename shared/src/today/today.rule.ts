import { addDays, mondayOf, monthOf, quarterOf, type Window } from '../calendar';
import type { DutyView } from '../duties/duty.contract';

/**
 * The calendar window in which a duty with a number falls due around a date. Words without a number have no window, and neither have
 * spans of several units, whose beginning the document does not say.
 */
export function windowAround(every: DutyView['every'], date: string): Window | null {
  return every === null || every.span !== 1 ? null : calendarWindow(every.unit, date);
}

function calendarWindow(unit: NonNullable<DutyView['every']>['unit'], date: string): Window | null {
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
