import { type HazardDetail, hazardStepInputs } from '@zerentian/shared/hazards/hazard.contract';
import type { HazardStep } from '@zerentian/shared/hazards/hazard.lifecycle';
import { useCallback } from 'react';
import { allStored } from '../../photos/photo-store';
import { back } from '../../platform/navigation';
import { tell } from '../../platform/tell';
import { useDraft } from '../../platform/use-draft';
import { useSubmission } from '../../platform/use-submission';
import { Button } from '../../ui/button';
import { ErrorSummary } from '../../ui/error-summary';
import { Box } from '../../ui/primitives/box';
import { Form } from '../../ui/primitives/form';
import { Card } from '../../ui/section';
import { placeOf, titleOf } from '../hazard-words';
import { takeStep } from '../hazards.api';
import { StepFieldView } from './step-field-view';
import { STEP_FORMS } from './step-forms';
import { initialValues, inputOf } from './step-values';

interface StepFormViewProps {
  hazard: HazardDetail;
  step: HazardStep;
  postId: string;
}

/** One step of one hazard: what it is about, what is asked, what follows, one button. */
export function StepFormView({ hazard, step, postId }: StepFormViewProps) {
  const form = STEP_FORMS[step];
  const { values, change, clear } = useDraft(`step-${hazard.id}-${step}`, initialValues(hazard));
  const send = useCallback((body: object, key: string) => takeStep(hazard.id, step, body, key), [hazard.id, step]);
  const { submit, errors, problem, busy } = useSubmission<object, unknown>({
    contract: hazardStepInputs[step],
    send,
    onDone: () => {
      clear();
      tell(form.done);
      back();
    },
  });
  const waiting = !allStored(values.photos);
  return (
    <Form onSubmit={() => void submit(inputOf(values, form.fields, postId))}>
      <Card sunk>
        <Box className="text-strong">{titleOf(hazard)}</Box>
        <Box className="text-note">{placeOf(hazard)}</Box>
      </Card>
      <ErrorSummary errors={errors} problem={problem} labels={{ text: form.textLabel }} />
      {form.fields.map((field) => (
        <StepFieldView
          key={field}
          field={field}
          form={form}
          hazard={hazard}
          values={values}
          errors={errors}
          onChange={change}
        />
      ))}
      <Box className="text-note">{form.consequence}</Box>
      <Button
        id="take-step"
        wide
        busy={busy}
        disabled={waiting}
        onPress={() => void submit(inputOf(values, form.fields, postId))}
      >
        {waiting ? '照片上传完就能提交' : form.verb}
      </Button>
    </Form>
  );
}
