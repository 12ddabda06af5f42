import { dateOf, daysBetween } from '@zerentian/shared/calendar';
import type { HazardView } from '@zerentian/shared/hazards/hazard.contract';
import { DUE_STATES } from '@zerentian/shared/hazards/hazard.deadline';
import { clockOf, dateWords, dueWords, timeWords } from '../../ui/time/time-words';

/** What presses most: overdue, the county's clock, more time asked for, the last day; when it was reported otherwise. */
export function whenWords(hazard: HazardView, now: Date): { text: string; overdue: boolean } {
  if (hazard.overdueDays > 0) return { text: `逾期 ${hazard.overdueDays} 天`, overdue: true };
  if (hazard.countyDueAt !== null) return untilCounty(new Date(hazard.countyDueAt), now);
  if (hazard.askedUntil !== null)
    return { text: `申请延到${dateWords(hazard.askedUntil, dateOf(now))}`, overdue: false };
  if (DUE_STATES.includes(hazard.state) && hazard.deadline) return dueWords(hazard.deadline, now);
  return { text: `${timeWords(new Date(hazard.occurredAt), now)} 上报`, overdue: false };
}

function untilCounty(due: Date, now: Date): { text: string; overdue: boolean } {
  if (due <= now) return { text: '未按时报县级', overdue: true };
  const days = daysBetween(dateOf(now), dateOf(due));
  const day = days === 0 ? '' : days === 1 ? '明天 ' : `${dateWords(dateOf(due), dateOf(now))} `;
  return { text: `${day}${clockOf(due)} 前报县级`, overdue: false };
}
