/**
 * Deadlines, by rules that are data. A date is stored when it is made: a later change of the rules or of the calendar moves none. The
 * unit's deadline is what boards and lists call overdue; beside it whoever holds the matter has a date of their own (`holderDueOn`).
 */
import { dateOf, daysBetween } from '../calendar';
import { dueOn, type Rules } from '../rules/rules';
import { type RuleKey, ruleKinds } from '../rules/rules.contract';
import { countyDueAt } from './hazard.county';
import type { HazardFacts, HazardLevel } from './hazard.facts';
import { holderRole } from './hazard.holder';
import { type HazardState, openStates } from './hazard.vocabulary';

/** The last day on which the unit is in time where nobody names one. */
export function defaultDeadline(level: HazardLevel, now: Date, rules: Rules): string {
  return dueOn(rules, `rectify-${level}`, dateOf(now));
}

/** The states in which the unit has the matter and a passed deadline is its own. */
export const DUE_STATES: readonly HazardState[] = ['assigned', 'rectifying', 'returned'];

/** Whole days past the unit's deadline; 0 while in time, or once the unit has submitted. */
export function overdueDays(hazard: { state: HazardState; deadline: string | null }, now: Date): number {
  return DUE_STATES.includes(hazard.state) ? daysPast(hazard.deadline, now) : 0;
}

/** Whole days past a date, by Shanghai days; 0 while in time, and where there is none. */
export function daysPast(date: string | null, now: Date): number {
  return date === null ? 0 : Math.max(0, daysBetween(date, dateOf(now)));
}

/** The step that the township owes in a state. */
const STEP_RULES: Partial<Record<HazardState, RuleKey>> = {
  reported: 'assess',
  graded: 'approve',
  'extension-asked': 'decide-extension',
  submitted: 'recheck',
  verified: 'close',
  reopened: 'reassign',
};

/** What may be 重大 is neither assessed nor approved any further: 安监站 or 分管 owes the county the word, by its hour. */
const SUSPECTED_RULES: Partial<Record<HazardState, RuleKey>> = {
  reported: 'report-to-county',
  graded: 'report-to-county',
};

/** The rule for what whoever holds it now owes; null where the unit has it, the county, or nobody. */
export function holderRule(hazard: HazardFacts): RuleKey | null {
  const role = holderRole(hazard);
  if (role === null || role === 'county' || role === 'responsible-head') return null;
  if (role === 'asked') return 'coordinate';
  const suspected = hazard.level === 'suspected-major' ? SUSPECTED_RULES[hazard.state] : undefined;
  return suspected ?? STEP_RULES[hazard.state] ?? null;
}

/** The same in words: 安监站初判, or 整改 by the unit. */
export function holderTask(hazard: HazardFacts): string {
  const rule = holderRule(hazard);
  return rule === null ? '整改' : ruleKinds[rule].name;
}

/**
 * The date by which whoever holds the matter must act: the unit by its deadline, the township by the rule for its step, counted from the
 * day on which the matter reached it (`reached`); null with the county, and once done.
 */
export function holderDueOn(hazard: HazardFacts, deadline: string | null, reached: Date, rules: Rules): string | null {
  if (holderRole(hazard) === 'responsible-head') return deadline;
  const rule = holderRule(hazard);
  if (rule === 'report-to-county') return dateOf(countyDueAt(reached, rules));
  return rule === null ? null : dueOn(rules, rule, dateOf(reached));
}

/** Whether it still needs somebody. */
export function isOpen(state: HazardState): boolean {
  return openStates.includes(state);
}

/**
 * 重新启动: whether it is still the same matter, by Shanghai dates, the last day included (rule `reopen`); later it is a new hazard. The
 * township's document names no period. `closedAt` is null for what is not closed yet.
 */
export function mayReopen(closedAt: Date | null, at: Date, rules: Rules): boolean {
  return closedAt === null || dateOf(at) <= dueOn(rules, 'reopen', dateOf(closedAt));
}
