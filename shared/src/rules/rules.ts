import { addDays, addWorkingDays, type Holidays, isArranged } from '../calendar';
import { holidaysOf } from './holidays.contract';
import type { Rule, RuleKey, RulesView, Rung } from './rules.contract';

/** The numbers in force with the calendar by which working days are counted: what pure rules take as a parameter. */
export interface Rules {
  values: Readonly<Record<RuleKey, Pick<Rule, 'value' | 'unit'>>>;
  escalation: readonly Pick<Rung, 'key' | 'case' | 'to' | 'after' | 'unit'>[];
  holidays: Holidays;
}

/** The last day in time for something that began on a date. */
export function dueOn(rules: Rules, key: RuleKey, from: string): string {
  const { value, unit } = rules.values[key];
  return unit === 'working-days' ? addWorkingDays(from, value, rules.holidays) : addDays(from, value);
}

/** Whether that day was counted without knowing the year's 节假日安排: it may fall on another once that is published. */
export function isUncertain(rules: Rules, key: RuleKey, from: string): boolean {
  if (rules.values[key].unit !== 'working-days') return false;
  return !isArranged(from, rules.holidays) || !isArranged(dueOn(rules, key, from), rules.holidays);
}

/** The numbers as a client got them. */
export function rulesFrom(view: RulesView): Rules {
  const values = Object.fromEntries(view.rules.map(({ key, value, unit }) => [key, { value, unit }]));
  const years = view.holidays.map((year) => ({ ...year, title: year.number, issuedOn: '' }));
  return { values: values as Rules['values'], escalation: view.escalation, holidays: holidaysOf(years) };
}
