import { dateOf } from '@zerentian/shared/calendar';
import { hasCountyLimit } from '@zerentian/shared/hazards/hazard.county';
import { defaultDeadline, mayReopen } from '@zerentian/shared/hazards/hazard.deadline';
import type { HazardStep } from '@zerentian/shared/hazards/hazard.vocabulary';
import type { Rules } from '@zerentian/shared/rules/rules';
import { ProblemError } from '../platform/problem';
import type { Hazard } from './hazard.entity';
import { becomesSuspected, countyChanges, graded } from './hazard-county.changes';
import { checkCountysLimit, checkDeadline } from './hazard-dates';
import { extensionChanges, joined } from './hazard-extension.changes';
import { mergedInto } from './hazard-merge.changes';
import type { Ownership } from './hazard-register';
import { responsible } from './hazard-responsible';
import type { Change, Changes, StepContext } from './hazard-step.context';

/** Each step's own effect on the row; the state and the holder follow from the transition table. */
export const stepChanges: { [S in HazardStep]: Change<S> } = {
  assess: (hazard, input, context) => ({
    ...graded(hazard, input, context),
    trade: input.trade ?? hazard.trade,
    ...(context.unit ? responsible(hazard, context.unit, input.ownership, context) : {}),
    ...deadlineOf(input, context),
  }),
  reject: () => ({}),
  merge: mergedInto,
  'return-assessment': () => ({}),
  approve: assigned,
  assign: assigned,
  regrade: graded,
  start: (hazard, _input, context) => ({ rectifierIds: joined(hazard.rectifierIds, context.personId) }),
  submit: (hazard, _input, context) => ({
    rectifierIds: joined(hazard.rectifierIds, context.personId),
    askedPostId: null,
    askedUntil: null,
  }),
  ...extensionChanges,
  return: (hazard, input, context) => {
    checkCountysLimit(hazard, input.deadline);
    return deadlineOf(input, context);
  },
  verify: () => ({}),
  close: (_hazard, _input, context) => ({ closedAt: context.moment.occurredAt }),
  'spot-check': (_hazard, _input, context) => ({ spotCheckedAt: context.moment.occurredAt }),
  reopen: reopened,
  'take-first-measures': () => ({}),
  ...countyChanges,
  'submit-plan': (_hazard, { responsibility, measures, funds, timeLimit, contingency }) => ({
    plan: { responsibility, measures, funds, timeLimit, contingency },
  }),
  'follow-up': () => ({}),
  watch: (_hazard, input, context) => ({ watched: true, leaderPostId: input.leaderPostId ?? context.postId }),
  unwatch: () => ({ watched: false, leaderPostId: null }),
  'request-coordination': (_hazard, _input, context) => ({ askedPostId: context.askedPostId }),
  'answer-coordination': () => ({ askedPostId: null }),
};

/** Within the days of the rule after closing, by the day on which it is done. Whoever reopens what was put right at once has looked at it. */
function reopened(hazard: Hazard, _input: unknown, context: StepContext): Changes {
  const { rules } = context;
  const { occurredAt } = context.moment;
  if (!mayReopen(hazard.closedAt, occurredAt, rules)) throw tooLate(rules);
  const isSample = hazard.path === 'fixed' && hazard.state === 'closed' && hazard.spotCheckedAt === null;
  return {
    closedAt: null,
    // Not written off yet, it stays 重大 and listed, with the limit that the county gave.
    ...(hasCountyLimit({ ...hazard, state: 'reopened' }) && hazard.state === 'verified' ? {} : { deadline: null }),
    askedPostId: null,
    ...(isSample ? { spotCheckedAt: occurredAt } : {}),
    // The county has written it off: what comes back is a new suspicion.
    ...(hazard.level === 'major' && hazard.state === 'closed' ? newSuspicion(occurredAt, rules) : {}),
  };
}

function tooLate(rules: Rules): ProblemError {
  const words = `销号已超过 ${rules.values.reopen.value} 天，不能再重新启动。您填写的内容还在手机上，没有丢失。`;
  return new ProblemError('reopen_too_late', `${words}请作为新的隐患上报，并在描述里写明原来的隐患编号。`);
}

function newSuspicion(at: Date, rules: Rules): Changes {
  return { ...becomesSuspected(at, rules), plan: null, leaderPostId: null, watched: false };
}

function deadlineOf(input: { deadline?: string }, context: StepContext): Changes {
  checkDeadline(input.deadline, context.moment);
  return input.deadline ? { deadline: input.deadline } : {};
}

function assigned(hazard: Hazard, input: { ownership?: Ownership; deadline?: string }, context: StepContext): Changes {
  checkCountysLimit(hazard, input.deadline);
  checkDeadline(input.deadline, context.moment);
  const chosen = context.unit ? responsible(hazard, context.unit, input.ownership, context) : {};
  const unitId = chosen.responsibleUnitId ?? hazard.responsibleUnitId;
  if (!unitId) throw ProblemError.at('invalid_input', 'responsibleUnitId', '请选择整改责任单位');
  const isStanding = hasCountyLimit(hazard) || (hazard.deadline ?? '') >= dateOf(context.moment.occurredAt);
  const proposed = isStanding ? hazard.deadline : null;
  const deadline =
    input.deadline ?? proposed ?? defaultDeadline(hazard.level, context.moment.occurredAt, context.rules);
  return { ...chosen, deadline, assignerPostId: context.postId };
}
