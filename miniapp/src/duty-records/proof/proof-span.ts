import { daysBetween, monthOf, quarterOf } from '@zerentian/shared/calendar';
import { proofQuery } from '@zerentian/shared/duty-records/duty-record.contract';
import { check, type FieldErrors } from '../../platform/form-errors';

/** From one day to another, both included. */
export interface ProofSpan {
  from: string;
  until: string;
}

export type SpanName = 'month' | 'quarter' | 'year';

/** As many as the server proves at once. */
const LONGEST_DAYS = 366;

/** This month, quarter or year up to today: what is asked for most. */
export function spanUntil(today: string, name: SpanName): ProofSpan {
  const from =
    name === 'month' ? monthOf(today).from : name === 'quarter' ? quarterOf(today).from : `${today.slice(0, 4)}-01-01`;
  return { from, until: today };
}

/** Which of them a span is, or empty. */
export function nameOf(span: ProofSpan, today: string): SpanName | '' {
  const same = (name: SpanName) => {
    const it = spanUntil(today, name);
    return it.from === span.from && it.until === span.until;
  };
  return (['month', 'quarter', 'year'] as const).find(same) ?? '';
}

/** What is wrong with a span, by field. */
export function errorsOfSpan(span: ProofSpan): FieldErrors {
  const checked = check(proofQuery, span);
  if (!checked.ok) return checked.errors;
  if (span.until < span.from) return { until: '结束日期不能早于开始日期' };
  return daysBetween(span.from, span.until) > LONGEST_DAYS ? { from: '一次最多一年，请把开始日期往后改' } : {};
}
