import { dateOf } from '@zerentian/shared/calendar';
import { useState } from 'react';
import { type ApiProblem, asProblem } from '../../platform/api-problem';
import { serverNow } from '../../platform/clock';
import type { FieldErrors } from '../../platform/form-errors';
import { openPaper } from '../../platform/paper';
import { queryString } from '../../platform/query-string';
import { Button } from '../../ui/button';
import { Choices } from '../../ui/choices';
import { ErrorSummary } from '../../ui/error-summary';
import { DateField, Field } from '../../ui/field';
import { FormBar } from '../../ui/form-bar';
import { Box } from '../../ui/primitives/box';
import { errorsOfSpan, nameOf, type ProofSpan, type SpanName, spanUntil } from './proof-span';

const SPANS: readonly { value: SpanName; text: string }[] = [
  { value: 'month', text: '本月' },
  { value: 'quarter', text: '本季度' },
  { value: 'year', text: '今年' },
];

/** From when to when; the rest is known. */
export function ProofForm() {
  const today = dateOf(serverNow());
  const [span, setSpan] = useState<ProofSpan>(() => spanUntil(today, 'quarter'));
  const { print, busy, errors, problem } = usePrinting();
  return (
    <>
      <ErrorSummary errors={errors} problem={problem} />
      <Field id="span" label="哪段时间">
        <Choices
          id="span"
          label="哪段时间"
          value={nameOf(span, today)}
          options={SPANS}
          onChange={(name) => setSpan(spanUntil(today, name))}
        />
      </Field>
      <Box className="proof__days">
        <DateField
          id="from"
          label="从哪天"
          max={today}
          value={span.from}
          error={errors.from}
          onChange={(from) => setSpan({ ...span, from })}
        />
        <DateField
          id="until"
          label="到哪天"
          max={today}
          value={span.until}
          error={errors.until}
          onChange={(until) => setSpan({ ...span, until })}
        />
      </Box>
      <FormBar>
        <Button id="print-proof" icon="document" busy={busy} busyText="正在生成…" onPress={() => void print(span)}>
          生成尽职证明（PDF）
        </Button>
      </FormBar>
    </>
  );
}

function usePrinting() {
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<FieldErrors>({});
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const print = async (span: ProofSpan) => {
    const wrong = errorsOfSpan(span);
    setErrors(wrong);
    setProblem(null);
    if (Object.keys(wrong).length > 0) return;
    setBusy(true);
    try {
      await openPaper(`/diligence-proof${queryString({ ...span })}`, `尽职证明-${span.from}至${span.until}.pdf`);
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };
  return { print, busy, errors, problem };
}
