import { addDays, dateOf } from '@zerentian/shared/calendar';
import { defaultDeadline } from '@zerentian/shared/hazards/hazard.deadline';
import type { HazardLevel } from '@zerentian/shared/hazards/hazard.facts';
import { serverNow } from '../platform/clock';
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
  const hint = given ? `不改就是原来的 ${dateWords(given)}` : `不选就是 ${dateWords(defaultDeadline(level, now))}`;
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
