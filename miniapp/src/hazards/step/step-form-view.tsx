import { type HazardDetail, hazardStepInputs } from '@zerentian/shared/hazards/hazard.contract';
import type { HazardStep } from '@zerentian/shared/hazards/hazard.lifecycle';
import { useCallback } from 'react';
import { allStored } from '../../photos/photo-store';
import { back } from '../../platform/navigation';
import { tell } from '../../platform/tell';
import { useDraft } from '../../platform/use-draft';
import { useSubmission } from '../../platform/use-submission';
import { DraftForm } from '../../ui/draft-form';
import { Box } from '../../ui/primitives/box';
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
  const draft = useDraft(`step-${hazard.id}-${step}`, initialValues(hazard));
  const { values, change } = draft;
  const send = useCallback((body: object, key: string) => takeStep(hazard.id, step, body, key), [hazard.id, step]);
  const sending = useSubmission<object, unknown>({
    contract: hazardStepInputs[step],
    send,
    onDone: () => {
      draft.clear();
      tell(form.done);
      back();
    },
  });
  return (
    <DraftForm
      id="take-step"
      verb={form.verb}
      draft={draft}
      sending={sending}
      labels={{ text: form.textLabel }}
      waiting={!allStored(values.photos)}
      onSend={() => void sending.submit(inputOf(values, form.fields, postId))}
    >
      <Card sunk>
        <Box className="text-strong">{titleOf(hazard)}</Box>
        <Box className="text-note">{placeOf(hazard)}</Box>
      </Card>
      {form.fields.map((field) => (
        <StepFieldView
          key={field}
          field={field}
          form={form}
          hazard={hazard}
          values={values}
          errors={sending.errors}
          onChange={change}
        />
      ))}
      <Box className="text-note">{form.consequence}</Box>
    </DraftForm>
  );
}
