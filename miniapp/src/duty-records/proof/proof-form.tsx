import { dateOf } from '@zerentian/shared/calendar';
import { serverNow } from '../../platform/clock';
import type { FieldErrors } from '../../platform/form-errors';
import { Choices } from '../../ui/choices';
import { DateField, Field } from '../../ui/field';
import { Box } from '../../ui/primitives/box';
import { nameOf, type ProofSpan, type SpanName, spanUntil } from './proof-span';

const SPANS: readonly { value: SpanName; text: string }[] = [
  { value: 'month', text: '本月' },
  { value: 'quarter', text: '本季度' },
  { value: 'year', text: '今年' },
];

interface ProofFormProps {
  span: ProofSpan;
  errors: FieldErrors;
  onChange: (span: ProofSpan) => void;
}

/** From when to when; the rest is known. */
export function ProofForm({ span, errors, onChange }: ProofFormProps) {
  const today = dateOf(serverNow());
  return (
    <>
      <Field id="span" label="哪段时间">
        <Choices
          id="span"
          label="哪段时间"
          value={nameOf(span, today)}
          options={SPANS}
          onChange={(name) => onChange(spanUntil(today, name))}
        />
      </Field>
      <Box className="proof__days">
        <DateField
          id="from"
          label="从哪天"
          max={today}
          value={span.from}
          error={errors.from}
          onChange={(from) => onChange({ ...span, from })}
        />
        <DateField
          id="until"
          label="到哪天（含）"
          max={today}
          value={span.until}
          error={errors.until}
          onChange={(until) => onChange({ ...span, until })}
        />
      </Box>
    </>
  );
}
