import { type HazardLevel, hazardLevelNames, townshipLevels } from '@zerentian/shared/hazards/hazard.facts';
import type { FieldErrors } from '../platform/form-errors';
import { Choices } from '../ui/choices';
import { Field, TextArea } from '../ui/field';

interface LevelFieldProps {
  values: { level: HazardLevel | ''; standardClause: string };
  errors: FieldErrors;
  onChange: (part: { level?: HazardLevel; standardClause?: string }) => void;
}

const LEVELS = townshipLevels.map((value) => ({ value, text: hazardLevelNames[value] }));

/** 一般 or 疑似重大; for the latter the clause of the standard. The township never judges 重大 itself. */
export function LevelField({ values, errors, onChange }: LevelFieldProps) {
  return (
    <>
      <Field id="level" label="级别" hint="是否重大由县级认定；拿不准就选疑似重大" error={errors.level}>
        <Choices
          id="level"
          label="级别"
          value={values.level}
          options={LEVELS}
          onChange={(level) => onChange({ level })}
        />
      </Field>
      {values.level === 'suspected-major' && (
        <TextArea
          id="standardClause"
          label="判定标准的条款"
          hint="哪一个判定标准、第几条"
          rows={1}
          value={values.standardClause}
          error={errors.standardClause}
          onChange={(standardClause) => onChange({ standardClause })}
        />
      )}
    </>
  );
}
