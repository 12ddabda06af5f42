import { addDays, dateOf } from '@zerentian/shared/calendar';
import { coordinationNeeds } from '@zerentian/shared/hazards/hazard.contract';
import type { RectificationPlan } from '@zerentian/shared/hazards/hazard.facts';
import { type FirstMeasure, firstMeasureNames, firstMeasures } from '@zerentian/shared/hazards/hazard.vocabulary';
import { serverNow } from '../../platform/clock';
import { Choices } from '../../ui/choices';
import { DateField, Field, TextArea } from '../../ui/field';
import { dateWords } from '../../ui/time/time-words';
import { assignerOf, named } from '../hazard-words';
import { Checks } from './checks';
import type { StepFieldProps } from './field-props';

type Need = keyof typeof coordinationNeeds;
const NEEDS = (Object.keys(coordinationNeeds) as Need[]).map((value) => ({ value, text: coordinationNeeds[value] }));
const MEASURES = firstMeasures.map((value: FirstMeasure) => ({ value, text: firstMeasureNames[value] }));

export function NeedField({ values, errors, onChange }: StepFieldProps) {
  return (
    <Field id="need" label="需要哪方面的协调" error={errors.need}>
      <Choices
        id="need"
        label="需要哪方面的协调"
        value={values.need}
        options={NEEDS}
        onChange={(need) => onChange({ need })}
      />
    </Field>
  );
}

/** 先期措施: what was done at once; several at a time. */
export function MeasuresField({ values, errors, onChange }: StepFieldProps) {
  return (
    <Field id="measures" label="采取了哪些措施" hint="做了几样就选几样" error={errors.measures}>
      <Checks
        id="measures"
        label="采取了哪些措施"
        values={values.firstMeasures}
        options={MEASURES}
        onChange={(chosen) => onChange({ firstMeasures: chosen })}
      />
    </Field>
  );
}

/** Until when more time is asked for: after the deadline; asked on its day at the latest, of whoever handed the matter over. */
export function UntilField({ hazard, values, errors, onChange }: StepFieldProps) {
  const { deadline } = hazard;
  const decider = assignerOf(hazard);
  const hint = [
    deadline && `现在的期限是 ${dateWords(deadline)}，最迟当天提出`,
    `由交办人${decider ? ` ${named(decider)} ` : ''}决定`,
  ];
  const today = dateOf(serverNow());
  return (
    <DateField
      id="until"
      label="想延到哪一天"
      hint={hint.filter(Boolean).join('；')}
      value={values.until}
      min={addDays(deadline ?? today, 1)}
      max={addDays(today, 366)}
      error={errors.until}
      onChange={(until) => onChange({ until })}
    />
  );
}

/** Until when more time is given: as asked, or less. */
export function GrantedField({ hazard, values, errors, onChange }: StepFieldProps) {
  const { deadline, askedUntil } = hazard;
  return (
    <DateField
      id="deadline"
      label="延到哪一天"
      hint={askedUntil ? `申请延到 ${dateWords(askedUntil)}，可以给得短一些` : undefined}
      value={values.deadline}
      min={deadline ? addDays(deadline, 1) : undefined}
      max={askedUntil ?? undefined}
      error={errors.deadline}
      onChange={(day) => onChange({ deadline: day })}
    />
  );
}

const FIVE: readonly { field: keyof RectificationPlan; label: string; hint: string }[] = [
  { field: 'responsibility', label: '责任', hint: '谁负责。例如：厂长孟某负总责，车间主任李某具体落实' },
  { field: 'measures', label: '措施', hint: '怎么改、改好之前怎么防。例如：更换除尘管道；改好前停用 2 号线' },
  { field: 'funds', label: '资金', hint: '要多少、从哪里来。例如：8 万元，企业自筹，已到账' },
  { field: 'timeLimit', label: '时限', hint: '分几步、各到哪天。例如：12月5日前到货，12月20日前装好试车' },
  { field: 'contingency', label: '预案', hint: '万一出事怎么办。例如：发现冒烟立即断电撤人，拨 119，再报乡里' },
];

/** 五落实: all five, each with an example. */
export function PlanFields({ values, errors, onChange }: StepFieldProps) {
  return (
    <>
      {FIVE.map(({ field, label, hint }) => (
        <TextArea
          key={field}
          id={field}
          label={label}
          hint={hint}
          rows={2}
          value={values[field]}
          error={errors[field]}
          onChange={(words) => onChange({ [field]: words })}
        />
      ))}
    </>
  );
}
