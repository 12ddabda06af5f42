import * as z from 'zod/mini';
import { addDays, type Holidays } from '../calendar';
import { date, text } from '../fields';

/**
 * 节假日安排 of one year: server/data/holidays/<year>.json, or DATA_DIR/holidays/<year>.json of an installation. `to` is the last day off.
 * `work`: the Saturdays and Sundays worked instead.
 */
export const holidayYear = z.strictObject({
  year: z.int().check(z.gte(2000), z.lte(2100)),
  title: text(100),
  /** Of the State Council's notice: 国办发明电〔2025〕7号. */
  number: text(100),
  issuedOn: date,
  source: text(300),
  verified: z.boolean(),
  off: z.array(z.strictObject({ name: text(20), from: date, to: date })),
  work: z.array(date),
});
export type HolidayYear = z.infer<typeof holidayYear>;

/** The days of some years' arrangements, as the calendar counts by them. */
export function holidaysOf(years: readonly HolidayYear[]): Holidays {
  return new Map(
    years.map(({ year, off, work }) => [year, { off: new Set(off.flatMap(daysOf)), work: new Set(work) }] as const),
  );
}

function daysOf({ from, to }: { from: string; to: string }): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}
