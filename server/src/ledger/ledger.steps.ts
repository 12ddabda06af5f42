import {
  type HazardState,
  type HazardStep,
  hazardSteps,
  hazardTransition,
} from '@zerentian/shared/hazards/hazard.lifecycle';

/**
 * (c) for things with states: an act may change the state only as the transition table lets it. Says what is wrong, or null.
 * `before` is undefined where nothing was made yet, null where an erasure hides it.
 */
export function stepProblem(
  subjectType: string,
  act: string,
  before: string | null | undefined,
  after: string | undefined,
): string | null {
  if (subjectType !== 'hazard' || before === null || act === 'erase') return null;
  const step = act.replace(/^hazard-/, '');
  if (before === undefined) return step === 'report' ? startProblem(after) : `it begins with ${act}, not with a report`;
  if (step === 'report') return 'it is reported a second time';
  if (!(hazardSteps as readonly string[]).includes(step)) {
    return after === undefined || after === before
      ? null
      : `${act} is no step, yet it leads from ${before} to ${after}`;
  }
  const transition = hazardTransition(before as HazardState, step as HazardStep);
  if (!transition) return `${step} is not allowed in the state ${before}`;
  const due = transition.to ?? before;
  return (after ?? before) === due ? null : `${step} leads from ${before} to ${due}, not to ${after ?? before}`;
}

const STARTS: readonly (string | undefined)[] = ['reported', 'assigned', 'closed'];

function startProblem(after: string | undefined): string | null {
  return STARTS.includes(after) ? null : `a report cannot lead to ${after}`;
}
