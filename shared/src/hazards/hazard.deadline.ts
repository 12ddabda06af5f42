import { addDays, dateOf, daysBetween } from '../calendar';
import type { HazardLevel } from './hazard.facts';
import { type HazardState, openStates } from './hazard.vocabulary';

/** Days given when nobody names a date: a default of the product, not of any law; a setting of the township. */
export const DEFAULT_DAYS: Record<HazardLevel, number> = { general: 15, 'suspected-major': 30, major: 30 };

/** The last day on which the unit is in time, stored when the hazard is assigned. */
export function defaultDeadline(level: HazardLevel, now: Date): string {
  return addDays(dateOf(now), DEFAULT_DAYS[level]);
}

/** The states in which the unit has the matter and a passed deadline is its own. */
export const DUE_STATES: readonly HazardState[] = ['assigned', 'rectifying', 'returned'];

/** Whole days past the deadline; 0 while in time, or once the unit has submitted. */
export function overdueDays(hazard: { state: HazardState; deadline: string | null }, now: Date): number {
  if (!DUE_STATES.includes(hazard.state) || hazard.deadline === null) return 0;
  return Math.max(0, daysBetween(hazard.deadline, dateOf(now)));
}

/** Whether it still needs somebody. */
export function isOpen(state: HazardState): boolean {
  return openStates.includes(state);
}

/**
 * 重新启动: days after closing within which what came back is the same matter. The township's document names no period; half a year is
 * the product's reading (docs/domain.md): long enough for 安监站 to sample, and within one yearly assessment. Later it is a new hazard.
 */
export const REOPEN_DAYS = 180;

/** Whether it may still be reopened, by Shanghai dates, the last day included. `closedAt` is null for what is not closed yet. */
export function mayReopen(closedAt: Date | null, at: Date): boolean {
  return closedAt === null || daysBetween(dateOf(closedAt), dateOf(at)) <= REOPEN_DAYS;
}
