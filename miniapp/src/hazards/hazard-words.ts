import { dateOf, daysBetween } from '@zerentian/shared/calendar';
import type { ActorView, HazardDetail, HazardEvent, HazardView } from '@zerentian/shared/hazards/hazard.contract';
import { type HazardLevel, hazardLevelNames } from '@zerentian/shared/hazards/hazard.facts';
import { endStates, type HazardState } from '@zerentian/shared/hazards/hazard.vocabulary';
import { clockOf, dateWords } from '../ui/time/time-words';

type Tone = 'neutral' | 'active' | 'done' | 'alert';

const MOVING: ReadonlySet<HazardState> = new Set<HazardState>([
  'extension-asked',
  'submitted',
  'verified',
  'returned',
  'with-county',
  'reopened',
]);

/** How a state is underlined; the word says it all. The alert tone is kept for what is late or wrong. */
export function toneOf(state: HazardState): Tone {
  if ((endStates as readonly HazardState[]).includes(state)) return 'done';
  return MOVING.has(state) ? 'active' : 'neutral';
}

/** The level, where it is more than 一般. */
export function levelTag(level: HazardLevel): string | null {
  return level === 'general' ? null : hazardLevelNames[level];
}

/** What the hazard is called in a list: its line, or that there is only a photo. */
export function titleOf(hazard: Pick<HazardView, 'description' | 'photoIds'>): string {
  return hazard.description ?? `只有照片（${hazard.photoIds.length} 张）`;
}

/** Where it is: unit, village, spot. */
export function placeOf(hazard: Pick<HazardView, 'unitName' | 'areaName' | 'spot'>): string {
  return [hazard.areaName, hazard.unitName, hazard.spot].filter(Boolean).join(' · ');
}

export function named({ name, post }: Pick<ActorView, 'name' | 'post'>): string {
  return [name, post].filter(Boolean).join(' ');
}

/** Minutes as people say them: 不到 1 小时, 3 小时, 2 天 4 小时, 12 天. */
export function durationWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  if (hours < 1) return '不到 1 小时';
  if (hours < 24) return `${hours} 小时`;
  const [days, rest] = [Math.floor(hours / 24), hours % 24];
  return days < 3 && rest > 0 ? `${days} 天 ${rest} 小时` : `${days} 天`;
}

/** By when the county must be told of what may be 重大, and by how much that was missed. */
export function countyDueWords(dueAt: string, now: Date): { text: string; overdue: boolean } {
  const due = new Date(dueAt);
  const days = daysBetween(dateOf(now), dateOf(due));
  const day = days === 0 ? '今天' : days === 1 ? '明天' : dateWords(dateOf(due), dateOf(now));
  const late = Math.floor((now.getTime() - due.getTime()) / 60_000);
  if (late < 0) return { text: `须在${day} ${clockOf(due)} 前上报县级`, overdue: false };
  const day2 = days === 0 ? '今天' : dateWords(dateOf(due), dateOf(now));
  const by = late < 60 ? '' : `，已超过 ${durationWords(late)}`;
  return { text: `应在${day2} ${clockOf(due)} 前上报县级${by}`, overdue: true };
}

/** The latest event of a step that was really taken; a note that came too late is none. */
export function lastEvent({ events }: Pick<HazardDetail, 'events'>, ...steps: string[]): HazardEvent | undefined {
  return events
    .filter(({ step, late }) => steps.includes(step) && !late)
    .sort((a, b) => a.seq - b.seq)
    .slice(-1)[0];
}

/** Who handed it to the unit, and so decides about more time. */
export function assignerOf(hazard: HazardDetail): ActorView | null {
  const acts = hazard.events.filter(({ actor }) => actor.postId !== null && actor.postId === hazard.assignerPostId);
  return acts.slice(-1)[0]?.actor ?? null;
}
