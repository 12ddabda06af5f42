import { dateOf } from '@zerentian/shared/calendar';
import type { HazardStepInput } from '@zerentian/shared/hazards/hazard.contract';
import { ProblemError } from '../platform/problem';
import type { Hazard } from './hazard.entity';
import { checkWithinYear } from './hazard-dates';
import type { Change, Changes, StepContext } from './hazard-step.context';

type ExtensionStep = 'ask-extension' | 'grant-extension' | 'refuse-extension';

/** 延期: asked before it is too late, decided by whoever assigned. */
export const extensionChanges: { [S in ExtensionStep]: Change<S> } = {
  'ask-extension': asked,
  'grant-extension': granted,
  'refuse-extension': () => ({ askedUntil: null }),
};

/** On the last day at the latest, by the day on which it was asked, however late that arrives. */
function asked(hazard: Hazard, input: HazardStepInput<'ask-extension'>, { moment, personId }: StepContext): Changes {
  if (hazard.deadline === null) throw new ProblemError('step_not_allowed', '这条隐患还没有整改期限，不用申请延期。');
  if (dateOf(moment.occurredAt) > hazard.deadline) throw new ProblemError('extension_too_late');
  if (input.until <= hazard.deadline) throw ProblemError.at('invalid_input', 'until', '申请延到的日期要晚于现在的期限');
  checkWithinYear(input.until, moment, 'until');
  return { askedUntil: input.until, rectifierIds: joined(hazard.rectifierIds, personId) };
}

/** Whoever has a part in putting it right: named once. */
export function joined(ids: string[], id: string): string[] {
  return ids.includes(id) ? ids : [...ids, id];
}

/** Until the day asked for or an earlier one. The limit of a listed 重大 hazard is the county's: only its paper moves it. */
function granted(hazard: Hazard, input: HazardStepInput<'grant-extension'>): Changes {
  if (hazard.level === 'major' && input.countyNumber === undefined)
    throw ProblemError.at('invalid_input', 'countyNumber', '挂牌督办的期限由县级决定，请填写县级同意延期的文件编号');
  const deadline = input.deadline ?? hazard.askedUntil;
  if (deadline === null || (hazard.deadline !== null && deadline <= hazard.deadline))
    throw ProblemError.at('invalid_input', 'deadline', '延到的日期要晚于现在的期限');
  if (hazard.askedUntil !== null && deadline > hazard.askedUntil)
    throw ProblemError.at('invalid_input', 'deadline', '不能晚于申请的日期');
  return { deadline, askedUntil: null };
}
