import type { HazardDetail } from '@zerentian/shared/hazards/hazard.contract';
import { isTransferSuggested, nextStepOf, onwardSteps } from '@zerentian/shared/hazards/hazard.next';
import { type HazardStep, hazardSteps } from '@zerentian/shared/hazards/hazard.vocabulary';
import { lastEvent } from '../hazard-words';

const RANK = new Map<HazardStep, number>(
  [...onwardSteps, ...hazardSteps].map((step, index) => [step, index] as const).reverse(),
);

type OpenStep = HazardDetail['steps'][number];
type Matter = Pick<
  HazardDetail,
  'steps' | 'level' | 'state' | 'plan' | 'sampled' | 'spotCheckedAt' | 'events' | 'escalations' | 'holder'
>;

/** The step that moves the matter on, if any is open (hazard.next.ts). */
export function nextStep(hazard: Matter): OpenStep | undefined {
  const open = stepsInOrder(hazard.steps);
  const isMeasured = lastEvent(hazard, 'take-first-measures') !== undefined;
  const late = { state: hazard.state, holderDueOn: hazard.holder?.dueOn ?? null };
  const facts = { ...hazard, isMeasured, transferSuggested: isTransferSuggested(late, hazard.escalations) };
  const next = nextStepOf(
    open.map(({ step }) => step),
    facts,
  );
  return open.find(({ step }) => step === next);
}

/** Decisions that can go either way: the other outcome stands beside the first, so that neither is hidden. */
const OTHER_WAY: Partial<Record<HazardStep, HazardStep>> = {
  'grant-extension': 'refuse-extension',
  verify: 'return',
};

export function otherWay(hazard: Pick<Matter, 'steps'>, next: OpenStep | undefined): OpenStep | undefined {
  const other = next && OTHER_WAY[next.step];
  return stepsInOrder(hazard.steps).find(({ step }) => step === other);
}

/** Each step once, in the order in which people want them. A step open in two posts is taken in the first. */
export function stepsInOrder(steps: readonly OpenStep[]): OpenStep[] {
  const first = new Map<HazardStep, OpenStep>();
  for (const open of steps) if (!first.has(open.step)) first.set(open.step, open);
  return [...first.values()].sort((a, b) => (RANK.get(a.step) ?? 0) - (RANK.get(b.step) ?? 0));
}

const GROUPS: readonly { name: string; steps: readonly HazardStep[] }[] = [
  { name: '研判和交办', steps: ['assess', 'approve', 'assign', 'regrade', 'merge', 'return-assessment', 'reject'] },
  { name: '先期措施和整改', steps: ['take-first-measures', 'submit-plan', 'submit', 'start', 'ask-extension'] },
  {
    name: '复查、延期和销号',
    steps: ['grant-extension', 'refuse-extension', 'verify', 'return', 'close', 'spot-check', 'reopen'],
  },
  {
    name: '县级',
    steps: ['report-to-county', 'record-judgement', 'record-listing', 'record-write-off', 'record-county-return'],
  },
  { name: '督办', steps: ['follow-up', 'watch', 'unwatch'] },
  { name: '协调', steps: ['answer-coordination', 'request-coordination'] },
];

/** What else may be done, by what it is about; groups without an open step are left out. */
export function stepGroups(steps: readonly OpenStep[]): { name: string; steps: OpenStep[] }[] {
  const open = stepsInOrder(steps);
  return GROUPS.map((group) => ({
    name: group.name,
    steps: group.steps.flatMap((step) => open.filter((it) => it.step === step)),
  })).filter((group) => group.steps.length > 0);
}
