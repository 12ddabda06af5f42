import { firstMeasureNames, firstMeasures } from '@zerentian/shared/hazards/hazard.contract';
import { countyPurposeNames, countyPurposes } from '@zerentian/shared/hazards/hazard.facts';
import { Choices } from '../../ui/choices';
import { DateField, Field, PickerField, TextInput } from '../../ui/field';
import { titleOf } from '../hazard-words';
import { useHazards } from '../hazards.api';
import type { StepFieldViewProps } from './step-field-view';
import type { StepValues } from './step-values';

const PURPOSES = countyPurposes.map((value) => ({ value, text: countyPurposeNames[value] }));
const MEASURES = firstMeasures.map((value) => ({ value, text: firstMeasureNames[value] }));

const PLAN: readonly { field: keyof StepValues; id: string; label: string; hint: string }[] = [
  { field: 'responsibility', id: 'responsibility', label: '责任', hint: '谁负责' },
  { field: 'planMeasures', id: 'measures', label: '措施', hint: '怎么改、改好之前怎么防' },
  { field: 'funds', id: 'funds', label: '资金', hint: '要多少、从哪里来' },
  { field: 'timeLimit', id: 'timeLimit', label: '时限', hint: '哪天之前改好' },
  { field: 'contingency', id: 'contingency', label: '预案', hint: '万一出事怎么办' },
];

function PlanFields({ values, errors, onChange }: StepFieldViewProps) {
  return (
    <>
      {PLAN.map(({ field, id, label, hint }) => (
        <TextInput
          key={id}
          id={id}
          label={label}
          hint={hint}
          value={String(values[field])}
          error={errors[id]}
          onChange={(text) => onChange({ [field]: text })}
        />
      ))}
    </>
  );
}

function IntoField({ hazard, values, errors, onChange }: StepFieldViewProps) {
  const { data } = useHazards({ open: true, area: hazard.areaCode });
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <PickerField
      id="intoId"
      label="并入哪一条"
      placeholder="请选择"
      value={values.intoId}
      error={errors.intoId}
      options={items
        .filter(({ id }) => id !== hazard.id)
        .map((it) => ({ value: it.id, text: `${it.number} ${titleOf(it)}` }))}
      onChange={(intoId) => onChange({ intoId })}
    />
  );
}

export const COUNTY_FIELDS = {
  plan: PlanFields,
  into: IntoField,
  until: ({ values, errors, onChange }: StepFieldViewProps) => (
    <DateField
      id="until"
      label="申请延到"
      value={values.until}
      error={errors.until}
      onChange={(until) => onChange({ until })}
    />
  ),
  purpose: ({ values, errors, onChange }: StepFieldViewProps) => (
    <Field id="purpose" label="为什么上报" error={errors.purpose}>
      <Choices
        id="purpose"
        label="为什么上报"
        value={values.purpose}
        options={PURPOSES}
        onChange={(purpose) => onChange({ purpose })}
      />
    </Field>
  ),
  clause: ({ values, errors, onChange }: StepFieldViewProps) => (
    <TextInput
      id="clause"
      label="条款"
      optional
      value={values.clause}
      error={errors.clause}
      onChange={(clause) => onChange({ clause })}
    />
  ),
  countyNumber: ({ values, errors, onChange }: StepFieldViewProps) => (
    <TextInput
      id="countyNumber"
      label="县级文件编号"
      value={values.countyNumber}
      error={errors.countyNumber}
      onChange={(countyNumber) => onChange({ countyNumber })}
    />
  ),
  leader: ({ hazard, values, errors, onChange }: StepFieldViewProps) => (
    <PickerField
      id="leaderPostId"
      label="包保领导"
      placeholder="请选择"
      value={values.leaderPostId}
      error={errors.leaderPostId}
      options={hazard.leaders.flatMap(({ postId, name, post }) =>
        postId ? [{ value: postId, text: [name, post].filter(Boolean).join(' · ') }] : [],
      )}
      onChange={(leaderPostId) => onChange({ leaderPostId })}
    />
  ),
  measures: ({ values, errors, onChange }: StepFieldViewProps) => (
    <Field id="measures" label="采取了什么措施" error={errors.measures}>
      <Choices
        id="measures"
        label="采取了什么措施"
        value={values.measures[0] ?? ''}
        options={MEASURES}
        onChange={(measure) => onChange({ measures: [measure] })}
      />
    </Field>
  ),
};
