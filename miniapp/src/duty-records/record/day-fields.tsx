import { addDays, dateOf } from '@zerentian/shared/calendar';
import { serverNow } from '../../platform/clock';
import type { FieldErrors } from '../../platform/form-errors';
import { Button } from '../../ui/button';
import { DateField, TextInput } from '../../ui/field';
import { Box } from '../../ui/primitives/box';
import type { RecordValues } from './record-values';

/** Older than this, what arrives counts as of its arrival; on paper it may be as old as it is. */
const DAYS_BACK = 30;

export interface RecordPartProps {
  values: RecordValues;
  errors: FieldErrors;
  onChange: (part: Partial<RecordValues>) => void;
}

/** Which day; for 补录 the day on the paper and where the original lies. */
export function DayFields({ values, errors, onChange }: RecordPartProps) {
  const today = dateOf(serverNow());
  if (values.isPaper) return <PaperFields values={values} errors={errors} onChange={onChange} />;
  return (
    <DateField
      id="doneOn"
      label="哪天做的"
      hint={`默认今天；可以补记 ${DAYS_BACK} 天以内的`}
      value={values.doneOn || today}
      min={addDays(today, -DAYS_BACK)}
      max={today}
      error={errors.doneOn ?? errors.occurredAt}
      onChange={(doneOn) => onChange({ doneOn: doneOn === today ? '' : doneOn })}
    />
  );
}

function PaperFields({ values, errors, onChange }: RecordPartProps) {
  return (
    <Box className="card card--sunk stack">
      <Box className="row row--spread">
        <Box className="text-strong">补录纸质记录</Box>
        <Button kind="quiet" small onPress={() => onChange({ isPaper: false, doneOn: '', original: '' })}>
          不是补录
        </Button>
      </Box>
      <DateField
        id="paper"
        label="纸上的日期"
        value={values.doneOn}
        max={dateOf(serverNow())}
        error={errors.paper}
        onChange={(doneOn) => onChange({ doneOn })}
      />
      <TextInput
        id="original"
        label="原件在哪里"
        hint="别人要查时到哪里找，例如：村委会档案柜 2026 年第 3 盒"
        maxLength={200}
        value={values.original}
        error={errors.original}
        onChange={(original) => onChange({ original })}
      />
    </Box>
  );
}
