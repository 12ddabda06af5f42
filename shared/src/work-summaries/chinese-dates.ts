import { dateOf } from '../calendar';

const SHANGHAI_MS = 8 * 3600_000;

/** A date as papers write it: 2026-11-03 → 2026年11月3日. */
export function chineseDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** The same without its year, for texts that name the year once: 11月3日. */
export function chineseDay(date: string): string {
  return chineseDate(date).replace(/^\d+年/, '');
}

/** An instant as papers write it, in Shanghai: 2026年11月3日9时05分. */
export function chineseTime(instant: Date): string {
  const clock = new Date(instant.getTime() + SHANGHAI_MS);
  return `${chineseDate(dateOf(instant))}${clock.getUTCHours()}时${String(clock.getUTCMinutes()).padStart(2, '0')}分`;
}

/** An instant for narrow columns, in Shanghai: 2026-11-03 09:05. */
export function shortTime(instant: Date): string {
  return new Date(instant.getTime() + SHANGHAI_MS).toISOString().slice(0, 16).replace('T', ' ');
}
