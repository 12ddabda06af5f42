import { openStates } from '@zerentian/shared/hazards/hazard.vocabulary';
import { ProblemError } from '../platform/problem';
import type { Hazard } from './hazard.entity';
import type { Changes, StepContext } from './hazard-step.context';

/** 重复并案: what two people reported goes on as one; a suspicion never disappears into something general. */
export function mergedInto(hazard: Hazard, _input: unknown, { into }: StepContext): Changes {
  const unfit = (words: string) => ProblemError.at('invalid_input', 'intoId', words);
  if (!into || into.townshipCode !== hazard.townshipCode)
    throw ProblemError.at('unknown_reference', 'intoId', '没有找到要并入的隐患');
  if (into.id === hazard.id) throw unfit('不能并入它自己，请选另一条隐患');
  if (into.state === 'merged') throw new ProblemError('already_merged');
  if (!openStates.includes(into.state)) throw unfit('要并入的隐患已经办结，请选一条还没有办结的');
  if (hazard.level !== 'general' && into.level === 'general')
    throw unfit('这一条是疑似重大或重大，不能并入一般隐患；请反过来并案');
  return { mergedIntoId: into.id, askedPostId: null, countyDueAt: null };
}
