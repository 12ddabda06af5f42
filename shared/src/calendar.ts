/**
 * Dates as the township reads them. China has kept UTC+8 without summer time since 1991, so a calendar date in
 * Asia/Shanghai is an instant shifted by eight hours; no library and no time-zone data is needed on the phone.
 */
const SHANGHAI = 8 * 3600_000;
const DAY = 24 * 3600_000;

/** The date in Shanghai at an instant, `YYYY-MM-DD`. */
export function dateOf(instant: Date): string {
  return new Date(instant.getTime() + SHANGHAI).toISOString().slice(0, 10);
}

/** The instant at which a Shanghai date begins. */
export function startOf(date: string): Date {
  return new Date(Date.parse(`${date}T00:00:00.000Z`) - SHANGHAI);
}

/** The date `days` after (or before, if negative) another. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00.000Z`) + days * DAY).toISOString().slice(0, 10);
}

/** Whole days from one date to another. */
export function daysBetween(from: string, until: string): number {
  return Math.round((Date.parse(until) - Date.parse(from)) / DAY);
}

/** Whether a date lies in the half-open span [from, until); an open end is null. */
export function within(date: string, from: string, until: string | null): boolean {
  return from <= date && (until === null || date < until);
}

/** A span of dates, half-open, with the words people use for it. */
export interface Window {
  from: string;
  until: string;
  name: string;
}

/** The calendar month that holds a date. */
export function monthOf(date: string): Window {
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  return { from: first(year, month), until: first(year, month + 1), name: `${year}年${month}月` };
}

/** The quarter that holds a date. */
export function quarterOf(date: string): Window {
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  const quarter = Math.floor((month - 1) / 3);
  const start = quarter * 3 + 1;
  return { from: first(year, start), until: first(year, start + 3), name: `${year}年第${'一二三四'[quarter]}季度` };
}

/** The Monday of the week that holds a date. */
export function mondayOf(date: string): string {
  const weekday = (new Date(`${date}T00:00:00.000Z`).getUTCDay() + 6) % 7;
  return addDays(date, -weekday);
}

function first(year: number, month: number): string {
  return new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 10);
}

/** 节假日安排: by year, the days off and the Saturdays and Sundays worked instead. */
export type Holidays = ReadonlyMap<number, { off: ReadonlySet<string>; work: ReadonlySet<string> }>;

/** Whether the State Council's arrangement of a date's year is known; where it is not, Monday to Friday count. */
export function isArranged(date: string, holidays: Holidays): boolean {
  return holidays.has(Number(date.slice(0, 4)));
}

/** 工作日: Monday to Friday, but for the year's days off, and the weekend days worked instead. */
export function isWorkingDay(date: string, holidays: Holidays): boolean {
  const year = holidays.get(Number(date.slice(0, 4)));
  if (year?.off.has(date)) return false;
  return year?.work.has(date) === true || daysBetween(mondayOf(date), date) < 5;
}

/** The `days`-th working day after a date; the day itself is not counted. */
export function addWorkingDays(date: string, days: number, holidays: Holidays): string {
  let reached = date;
  for (let left = days; left > 0; ) {
    reached = addDays(reached, 1);
    if (isWorkingDay(reached, holidays)) left--;
  }
  return reached;
}

/** Working days after one date up to and with another; 0 where that is not later. */
export function workingDaysBetween(from: string, until: string, holidays: Holidays): number {
  let count = 0;
  for (let date = addDays(from, 1); date <= until; date = addDays(date, 1)) if (isWorkingDay(date, holidays)) count++;
  return count;
}
