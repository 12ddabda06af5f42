import {
  type CampaignState,
  type CampaignStep,
  campaignSteps,
  campaignTransition,
} from '@zerentian/shared/campaigns/campaign.lifecycle';
import { hazardTransition } from '@zerentian/shared/hazards/hazard.lifecycle';
import { type HazardState, type HazardStep, hazardSteps } from '@zerentian/shared/hazards/hazard.vocabulary';
import {
  type SelfCheckState,
  type SelfCheckStep,
  selfCheckStates,
  selfCheckSteps,
  stateAfter,
} from '@zerentian/shared/self-checks/self-check.lifecycle';

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
  if (before === null || act === 'erase') return null;
  if (subjectType === 'self-check') return selfCheckProblem(act, before as SelfCheckState | undefined, after);
  if (subjectType === 'campaign') return campaignProblem(act, before, after);
  if (subjectType !== 'hazard') return null;
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

function selfCheckProblem(act: string, before: SelfCheckState | undefined, after: string | undefined): string | null {
  const step = act.replace(/^self-check-/, '');
  if (before === undefined) {
    const isBeginning = (step === 'log' || step === 'import') && selfCheckStates.includes(after as SelfCheckState);
    return isBeginning ? null : `it begins with ${act} and ${after}`;
  }
  if (!(selfCheckSteps as readonly string[]).includes(step)) return `${act} is no step of a self-check`;
  const due = stateAfter(before, step as SelfCheckStep);
  return due === after ? null : `${step} leads from ${before} to ${due ?? 'nowhere'}, not to ${after}`;
}

function campaignProblem(act: string, before: string | undefined, after: string | undefined): string | null {
  const step = act.replace(/^campaign-/, '');
  if (before === undefined) return step === 'plan' && after === 'planned' ? null : `it begins with ${act} as ${after}`;
  if (!(campaignSteps as readonly string[]).includes(step)) return `${act} is no step`;
  const transition = campaignTransition(before as CampaignState, step as CampaignStep);
  if (!transition) return `${step} is not allowed in the state ${before}`;
  const due = transition.to ?? before;
  return (after ?? before) === due ? null : `${step} leads from ${before} to ${due}, not to ${after ?? before}`;
}
