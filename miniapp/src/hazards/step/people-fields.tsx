import type { ActorView } from '@zerentian/shared/hazards/hazard.contract';
import { PickerField } from '../../ui/field';
import { named } from '../hazard-words';
import type { StepFieldProps } from './field-props';

/** Whoever went along to the re-check. */
export function CompanionField({ hazard, values, errors, onChange }: StepFieldProps) {
  const needed = hazard.ownership === 'enterprise';
  return (
    <PickerField
      id="companionPersonId"
      label="同去复查的人"
      hint={needed ? '企业的隐患，由安监站或行业站所会同包村干部复查，两人都写明' : undefined}
      optional={!needed}
      placeholder="请选择"
      value={values.companionPersonId}
      error={errors.companionPersonId}
      options={optionsOf(hazard.companions, ({ personId }) => personId)}
      onChange={(companionPersonId) => onChange({ companionPersonId })}
    />
  );
}

/** 包保领导 of a listed hazard; beside 乡级重点督办 one may be named. */
export function LeaderField({ hazard, form, values, errors, onChange }: StepFieldProps) {
  const needed = form.fields.includes('countyNumber');
  return (
    <PickerField
      id="leaderPostId"
      label="包保领导"
      hint="乡镇班子里由谁跟踪督办"
      optional={!needed}
      placeholder="请选择"
      value={values.leaderPostId}
      error={errors.leaderPostId}
      options={optionsOf(hazard.leaders, ({ postId }) => postId)}
      onChange={(leaderPostId) => onChange({ leaderPostId })}
    />
  );
}

function optionsOf(people: readonly ActorView[], idOf: (person: ActorView) => string | null) {
  return people.flatMap((person) => {
    const value = idOf(person);
    return value ? [{ value, text: [person.name, person.post].filter(Boolean).join(' · ') || named(person) }] : [];
  });
}
