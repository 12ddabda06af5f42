import { addDays, dateOf } from '@zerentian/shared/calendar';
import { defaultDeadline } from '@zerentian/shared/hazards/hazard.deadline';
import type { HazardLevel } from '@zerentian/shared/hazards/hazard.facts';
import { isUncertain, type Rules } from '@zerentian/shared/rules/rules';
import { serverNow } from '../platform/clock';
import { useRules } from '../rules/rules.api';
import { DateField } from '../ui/field';
import { dateWords } from '../ui/time/time-words';

interface DeadlineFieldProps {
  level: HazardLevel;
  /** The deadline that already stands, if any. */
  given: string | null;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

/** The last day; left empty, the hint says which day it will be. */
export function DeadlineField({ level, given, value, error, onChange }: DeadlineFieldProps) {
  const now = serverNow();
  const { data: rules } = useRules();
  const hint = given ? `不改就是原来的 ${dateWords(given)}` : proposed(level, now, rules);
  return (
    <DateField
      id="deadline"
      label="整改期限"
      optional
      hint={hint}
      value={value}
      min={dateOf(now)}
      max={addDays(dateOf(now), 366)}
      error={error}
      onChange={onChange}
    />
  );
}

/** The day that the rule gives; whether it may yet shift because the year's holidays are not published. */
function proposed(level: HazardLevel, now: Date, rules: Rules | undefined): string {
  if (!rules) return '不选就按规定的天数';
  const words = `不选就是 ${dateWords(defaultDeadline(level, now, rules))}`;
  const isOpen = isUncertain(rules, `rectify-${level}`, dateOf(now));
  return isOpen ? `${words}（这一年的节假日安排还没有录入，按周一至周五算）` : words;
}
