import { type HazardStep, hazardSteps } from '@zerentian/shared/hazards/hazard.vocabulary';

/** Steps that move the matter on, the likeliest first; the rest (returns, refusals, requests) follow. */
const ONWARD: readonly HazardStep[] = [
  'answer-coordination',
  'verify',
  'submit',
  'start',
  'close',
  'approve',
  'assess',
  'assign',
];
const RANK = new Map<HazardStep, number>(
  [...ONWARD, ...hazardSteps].map((step, index) => [step, index] as const).reverse(),
);

interface OpenStep {
  step: HazardStep;
  postId: string;
}

/** The one step that moves the matter on, if any is open; nobody is pushed to send back or to ask for help. */
export function nextStep(steps: readonly OpenStep[]): OpenStep | undefined {
  return stepsInOrder(steps).find(({ step }) => ONWARD.includes(step));
}

/** Each step once, in the order in which people want them. A step open in two posts is taken in the first. */
export function stepsInOrder(steps: readonly OpenStep[]): OpenStep[] {
  const first = new Map<HazardStep, OpenStep>();
  for (const open of steps) if (!first.has(open.step)) first.set(open.step, open);
  return [...first.values()].sort((a, b) => (RANK.get(a.step) ?? 0) - (RANK.get(b.step) ?? 0));
}
