import { type HazardDetail, hazardStepInputs } from '@zerentian/shared/hazards/hazard.contract';
import { type HazardStep, hazardStepNames } from '@zerentian/shared/hazards/hazard.vocabulary';
import type { FieldErrors } from '../../platform/form-errors';
import { back } from '../../platform/navigation';
import type { Act } from '../../platform/outbox/outbox-item';
import { useOutboxForm } from '../../platform/outbox/use-outbox-form';
import { useDraft } from '../../platform/use-draft';
import { DraftForm } from '../../ui/draft-form';
import { Box } from '../../ui/primitives/box';
import { Card } from '../../ui/section';
import { AskedExtension } from '../asked-extension';
import { BeforeAfter } from '../before-after';
import { placeOf, titleOf } from '../hazard-words';
import { HAZARDS_STALE, hazardSubject } from '../hazards.api';
import type { StepFieldProps } from './field-props';
import { answersOf } from './step-answers';
import { StepFieldView } from './step-field-view';
import type { StepForm } from './step-form';
import { STEP_FORMS } from './step-forms';
import { StepReview } from './step-review';
import { initialValues, inputOf, type StepValues } from './step-values';
import { useReview } from './use-review';

interface StepFormViewProps {
  hazard: HazardDetail;
  step: HazardStep;
  postId: string;
}

/** One step of one hazard: what it is about, what is asked, what follows, one button; what cannot be undone is read through once more. */
export function StepFormView({ hazard, step, postId }: StepFormViewProps) {
  const form: StepForm = STEP_FORMS[step];
  const name = `step-${hazard.id}-${step}`;
  const draft = useDraft(name, initialValues(hazard, step));
  const { values, change } = draft;
  const sending = useOutboxForm<object>({
    contract: hazardStepInputs[step],
    act: () => actOf(hazard, step, { postId, name, values }),
    onKept: () => {
      draft.clear();
      back();
    },
  });
  const review = useReview(hazardStepInputs[step]);
  const errors = withChoices({ ...sending.errors, ...review.errors }, values);
  const mustCheck = form.isChecked === true && !review.isOpen;
  const go = () => {
    const input = inputOf(values, form.fields, postId);
    if (mustCheck) review.ask(input);
    else sending.submit(input);
  };
  const parts = { form, hazard, values, errors, onChange: change };
  return (
    <DraftForm
      id="take-step"
      verb={mustCheck ? '下一步：核对' : form.verb}
      draft={draft}
      sending={{ ...sending, errors }}
      onSend={go}
    >
      <AboutHazard hazard={hazard} form={form} />
      {review.isOpen ? (
        <StepReview answers={answersOf(form, values, hazard)} consequence={form.consequence} onChange={review.leave} />
      ) : (
        <Asked {...parts} />
      )}
    </DraftForm>
  );
}

interface Filled {
  postId: string;
  name: string;
  values: StepValues;
}

/** The step as the outbox sends it: photos that the hazard has already are on no phone. */
function actOf(hazard: HazardDetail, step: HazardStep, { postId, name, values }: Filled): Act {
  const { id } = hazard;
  const form: StepForm = STEP_FORMS[step];
  return {
    title: hazardStepNames[step],
    about: titleOf(hazard),
    path: `/hazards/${id}/${step}`,
    subject: hazardSubject(id),
    photos: form.fields.includes('photos') ? values.photos : [],
    stale: HAZARDS_STALE,
    page: { page: 'hazard', params: { id } },
    form: { page: 'hazardStep', params: { id, step, postId }, draft: name, values },
  };
}

/** What is asked, and what follows from it. */
function Asked(props: StepFieldProps) {
  return (
    <>
      {props.form.fields.map((field) => (
        <StepFieldView key={field} field={field} {...props} />
      ))}
      <Box className="text-note">{props.form.consequence}</Box>
    </>
  );
}

/** What was not chosen is asked for in words; the contract only knows that an id is missing. */
const CHOICES = {
  intoId: '请选择并到哪一条',
  leaderPostId: '请选择包保领导',
  responsibleUnitId: '请选择整改责任单位',
} as const;

function withChoices(errors: FieldErrors, values: StepValues): FieldErrors {
  const missing = (Object.keys(CHOICES) as (keyof typeof CHOICES)[]).filter((it) => errors[it] && values[it] === '');
  return { ...errors, ...Object.fromEntries(missing.map((it) => [it, CHOICES[it]])) };
}

function AboutHazard({ hazard, form }: { hazard: HazardDetail; form: StepForm }) {
  return (
    <>
      <Card sunk>
        <Box className="text-strong">{titleOf(hazard)}</Box>
        <Box className="text-note">{placeOf(hazard)}</Box>
      </Card>
      {form.shows === 'extension' && <AskedExtension hazard={hazard} />}
      {form.shows === 'before-after' && <BeforeAfter hazard={hazard} />}
    </>
  );
}
