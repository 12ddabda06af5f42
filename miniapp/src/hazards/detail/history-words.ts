import type { HazardEvent } from '@zerentian/shared/hazards/hazard.contract';
import { type HazardState, hazardStateNames, hazardStepNames } from '@zerentian/shared/hazards/hazard.vocabulary';
import { dateWords, exactTime } from '../../ui/time/time-words';
import { durationWords } from '../hazard-words';

/** Days as everywhere else. */
export function factWords(value: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? dateWords(value) : value;
}

/** States that the name of the step already says. */
const SAID: Readonly<Record<string, HazardState>> = {
  report: 'reported',
  reject: 'rejected',
  merge: 'merged',
  approve: 'assigned',
  assign: 'assigned',
  start: 'rectifying',
  'ask-extension': 'extension-asked',
  'grant-extension': 'rectifying',
  'refuse-extension': 'rectifying',
  return: 'returned',
  verify: 'verified',
  close: 'closed',
  reopen: 'reopened',
  'report-to-county': 'with-county',
};

/** What was done, and into which state it led, unless that says the same. */
export function eventTitle({ step, from, to }: Pick<HazardEvent, 'step' | 'from' | 'to'>): string {
  const isSaid = !to || to === from || to === SAID[step];
  return isSaid ? stepName(step) : `${stepName(step)} → ${hazardStateNames[to]}`;
}

function stepName(step: string): string {
  return (hazardStepNames as Record<string, string>)[step] ?? step;
}

/** A delay that signal alone explains is not worth a word. */
const WORTH_TELLING_MINUTES = 10;

/** When it arrived, where that was noticeably later than it happened: 迟到 3 小时，2026年11月3日 18:20 送达. */
export function arrivalWords({
  occurredAt,
  receivedAt,
}: Pick<HazardEvent, 'occurredAt' | 'receivedAt'>): string | null {
  const arrived = new Date(receivedAt);
  const minutes = Math.floor((arrived.getTime() - Date.parse(occurredAt)) / 60_000);
  if (minutes < WORTH_TELLING_MINUTES) return null;
  const late = minutes < 60 ? `${minutes} 分钟` : durationWords(minutes);
  return `迟到 ${late}，${exactTime(arrived)} 送达`;
}

/** How long it lay with whoever held it before this step, told to those who may know. */
export function heldBefore({ heldMinutes }: HazardEvent, before: HazardEvent | undefined): string | null {
  if (heldMinutes === null || heldMinutes === undefined) return null;
  const who = before?.holder?.name ?? before?.holder?.post;
  return who ? `此前在 ${who} 手里 ${durationWords(heldMinutes)}` : `此前等了 ${durationWords(heldMinutes)}`;
}
