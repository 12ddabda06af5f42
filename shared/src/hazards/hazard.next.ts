/**
 * The one step that moves a matter on: what 今日 names and what a hazard's page puts first, by one rule. Nobody is pushed to send back, to
 * ask for help, or to begin anew.
 */
import type { HazardLevel } from './hazard.facts';
import type { HazardState, HazardStep } from './hazard.vocabulary';

const WITH_UNIT: readonly HazardState[] = ['assigned', 'rectifying', 'returned'];

/** A rung that was told, as far as the suggestion goes. */
interface ToldRung {
  target: string;
  dueOn: string;
}

/**
 * 建议上报县级、移送执法建议: the last rung about an enterprise was told, and the unit is still late with the very same date. Work that is
 * submitted, another date, another holder or the county take it away.
 */
export function isTransferSuggested(
  { state, holderDueOn }: { state: string; holderDueOn: string | null },
  told: readonly ToldRung[],
): boolean {
  const isWithUnit = WITH_UNIT.includes(state as HazardState);
  return isWithUnit && told.some(({ target, dueOn }) => target === 'safety-station' && dueOn === holderDueOn);
}

/** What the choice depends on beside the steps that are open. */
export interface NextFacts {
  level: HazardLevel;
  state: string;
  plan: unknown;
  sampled: boolean;
  /** When it was sampled, in whatever form; null before that. */
  spotCheckedAt: unknown;
  /** First measures are on record. */
  isMeasured: boolean;
  /** As `isTransferSuggested` answers. */
  transferSuggested: boolean;
}

/** The likeliest first; returns, refusals and requests are not among them. */
export const onwardSteps: readonly HazardStep[] = [
  'answer-coordination',
  'report-to-county',
  'take-first-measures',
  'record-judgement',
  'record-listing',
  'record-write-off',
  'spot-check',
  'grant-extension',
  'verify',
  'submit-plan',
  'submit',
  'start',
  'close',
  'approve',
  'assess',
  'assign',
  'follow-up',
];

/** Some steps move it on at one moment and are an aside at another. */
const AT_THE_MOMENT: Partial<Record<HazardStep, (facts: NextFacts) => boolean>> = {
  'report-to-county': ({ level, state, transferSuggested }) =>
    transferSuggested || level === 'suspected-major' || (level === 'major' && state === 'verified'),
  // Once the county has judged and listed it, the plan comes first; measures may still be added.
  'take-first-measures': ({ level, isMeasured }) => level === 'suspected-major' && !isMeasured,
  'record-write-off': ({ state }) => state === 'with-county',
  'spot-check': ({ sampled, spotCheckedAt }) => sampled && spotCheckedAt === null,
  'submit-plan': ({ plan }) => plan === null,
};

/** The step that moves it on, if any of those that are open does. */
export function nextStepOf(open: readonly HazardStep[], facts: NextFacts): HazardStep | null {
  return onwardSteps.find((step) => open.includes(step) && (AT_THE_MOMENT[step]?.(facts) ?? true)) ?? null;
}
