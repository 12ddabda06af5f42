import { type HazardDetail, hazardStepInputs } from '@zerentian/shared/hazards/hazard.contract';
import { type HazardStep, hazardStepNames } from '@zerentian/shared/hazards/hazard.vocabulary';
import { back } from '../../platform/navigation';
import { useOutboxForm } from '../../platform/outbox/use-outbox-form';
import { useDraft } from '../../platform/use-draft';
import { DraftForm } from '../../ui/draft-form';
import { Box } from '../../ui/primitives/box';
import { Card } from '../../ui/section';
import { placeOf, titleOf } from '../hazard-words';
import { HAZARDS_STALE, hazardSubject } from '../hazards.api';
import { StepFieldView } from './step-field-view';
import { STEP_FORMS } from './step-forms';
import { initialValues, inputOf } from './step-values';

/** A step that arrives when the matter has moved on is kept as a note in its history, and its author is told. */
const LATE = { ifLate: 'keep' } as const;

interface StepFormViewProps {
  hazard: HazardDetail;
  step: HazardStep;
  postId: string;
}

/** One step of one hazard: what it is about, what is asked, what follows, one button. */
export function StepFormView({ hazard, step, postId }: StepFormViewProps) {
  const form = STEP_FORMS[step];
  const name = `step-${hazard.id}-${step}`;
  const draft = useDraft(name, initialValues(hazard));
  const { values, change } = draft;
  const { id } = hazard;
  const sending = useOutboxForm<object>({
    contract: hazardStepInputs[step],
    act: () => ({
      title: hazardStepNames[step],
      about: titleOf(hazard),
      path: `/hazards/${id}/${step}`,
      subject: hazardSubject(id),
      photos: form.fields.includes('photos') ? values.photos : [],
      stale: HAZARDS_STALE,
      page: { page: 'hazard', params: { id } },
      form: { page: 'hazardStep', params: { id, step, postId }, draft: name, values },
    }),
    onKept: () => {
      draft.clear();
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
      onSend={() => sending.submit({ ...inputOf(values, form.fields, postId), ...LATE })}
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
