import { dateOf, daysBetween } from '@zerentian/shared/calendar';

/**
 * Times as people say them, always by the calendar of Asia/Shanghai, whatever the phone is set to. `now` is the
 * server's time (platform/clock), because the phone's clock may be wrong.
 */

/** `10:32` in Shanghai. */
export function clockOf(instant: Date): string {
  return new Date(instant.getTime() + 8 * 3600_000).toISOString().slice(11, 16);
}

/** `2026年11月3日`, or without the year where it is this year's. */
export function dateWords(date: string, today?: string): string {
  const [year, month, day] = [date.slice(0, 4), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
  return today?.slice(0, 4) === year ? `${month}月${day}日` : `${year}年${month}月${day}日`;
}

/** `2026年11月3日 10:32`: what a tap on a time shows. */
export function exactTime(instant: Date): string {
  return `${dateWords(dateOf(instant))} ${clockOf(instant)}`;
}

/** When something happened: 刚刚, 今天 10:32, 昨天 09:10, 3 天前, 11月3日, 2025年11月3日. */
export function timeWords(instant: Date, now: Date): string {
  const today = dateOf(now);
  const date = dateOf(instant);
  const days = daysBetween(date, today);
  if (days < 0) return `${dateWords(date, today)} ${clockOf(instant)}`;
  if (days === 0) return Math.abs(now.getTime() - instant.getTime()) < 60_000 ? '刚刚' : `今天 ${clockOf(instant)}`;
  if (days === 1) return `昨天 ${clockOf(instant)}`;
  if (days < 7) return `${days} 天前`;
  return dateWords(date, today);
}

/** How long something has lain with somebody: 今天接手, 已 3 天. */
export function sinceWords(instant: Date, now: Date): string {
  const days = daysBetween(dateOf(instant), dateOf(now));
  return days <= 0 ? '今天接手' : `已 ${days} 天`;
}

const DAYS_COUNTED = 15;

/** Whether a last day is past or so near that the days to it are counted, not its date said. */
export function isCounted(due: string, now: Date): boolean {
  return daysBetween(dateOf(now), due) <= DAYS_COUNTED;
}

/** A last day: 逾期 2 天, 今天到期, 明天到期, 还有 5 天, 12月20日前. */
export function dueWords(due: string, now: Date): { text: string; overdue: boolean } {
  const days = daysBetween(dateOf(now), due);
  if (days < 0) return { text: `逾期 ${-days} 天`, overdue: true };
  if (days === 0) return { text: '今天到期', overdue: false };
  if (days === 1) return { text: '明天到期', overdue: false };
  if (days <= DAYS_COUNTED) return { text: `还有 ${days} 天`, overdue: false };
  return { text: `${dateWords(due, dateOf(now))}前`, overdue: false };
}

/** `11月23日 星期一`. */
export function todayWords(now: Date): string {
  const date = dateOf(now);
  const weekday = '日一二三四五六'[new Date(`${date}T00:00:00Z`).getUTCDay()];
  return `${dateWords(date, date)} 星期${weekday}`;
}
