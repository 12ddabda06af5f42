import { dateOf, monthOf } from '@zerentian/shared/calendar';
import type { DutyRecordView } from '@zerentian/shared/duty-records/duty-record.contract';
import { dateWords } from '../ui/time/time-words';

/** The day on which it was done; a record tells days, not minutes. */
export function dayWords(record: Pick<DutyRecordView, 'occurredAt'>, now: Date): string {
  return dateWords(dateOf(new Date(record.occurredAt)), dateOf(now));
}

/** The mark of a record whose time the server did not believe: it lies in the future, or more than 30 days back. */
export const DOUBT_MARK = '按送达时间';

/** What the mark means, and what to do about it. */
export const DOUBT_WORDS =
  '手机的时间在将来，或早于 30 天前，不能采信，所以按送达的时间记。请检查手机的日期和时间设置。';

/** Where it was: village, then unit. */
export function placeWords({ areaName, unitName }: Pick<DutyRecordView, 'areaName' | 'unitName'>): string {
  return [areaName, unitName].filter(Boolean).join(' · ');
}

/** A span of days in words: the name of a month where it is one. */
export function spanWords(from: string, until: string): string {
  if (from && until) {
    const month = monthOf(from);
    const next = new Date(Date.parse(until) + 24 * 3600_000).toISOString().slice(0, 10);
    if (month.from === from && month.until === next) return month.name;
  }
  return [from && `${dateWords(from)}起`, until && `到${dateWords(until)}`].filter(Boolean).join('');
}
