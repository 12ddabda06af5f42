import { addDays, dateOf, daysBetween, monthOf, quarterOf } from '@zerentian/shared/calendar';
import type { FieldErrors } from '../platform/form-errors';
import type { PackChoice } from './evidence-packs.api';

export type SpanName = 'month' | 'quarter' | 'year';
const LONGEST_DAYS = 366;

/** From the first day of this month, quarter or year until today. */
export function spanOf(name: SpanName, now: Date): Pick<PackChoice, 'from' | 'until'> {
  const until = dateOf(now);
  if (name === 'month') return { from: monthOf(until).from, until };
  return { from: name === 'quarter' ? quarterOf(until).from : `${until.slice(0, 4)}-01-01`, until };
}

/** Which of the spans the days are, or none of them. */
export function nameOf({ from, until }: Pick<PackChoice, 'from' | 'until'>, now: Date): SpanName | '' {
  const names: SpanName[] = ['month', 'quarter', 'year'];
  const found = names.find((name) => spanOf(name, now).from === from && until === dateOf(now));
  return found ?? '';
}

export function errorsOf({ from, until }: Pick<PackChoice, 'from' | 'until'>): FieldErrors {
  if (from === '') return { from: '请选择从哪天' };
  if (until === '') return { until: '请选择到哪天' };
  if (until < from) return { until: '结束日期不能早于开始日期' };
  return daysBetween(from, until) > LONGEST_DAYS ? { until: `最长一年，最晚到 ${addDays(from, LONGEST_DAYS)}` } : {};
}
