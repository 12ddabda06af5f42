import type { HazardView } from '@zerentian/shared/hazards/hazard.contract';
import { type HazardStep, hazardSteps } from '@zerentian/shared/hazards/hazard.vocabulary';
import { footprint } from '../support/footprint';
import { hazardSpec } from '../support/hazard-desk';
import type { ActorName } from '../support/township';

/** A step that the page does not offer is refused by the server too, whoever tries it and in whatever state the matter is. */
const { town, desk } = hazardSpec();

const SUBMIT = { text: '改好了' };
const NUMBER = { countyNumber: '示例〔2026〕1号' };
const together = () => ({ companionPersonId: desk.personOf('villageCadre') });

/** How a hazard comes into each state, from its first handing over. */
const STATES: [HazardView['state'], [ActorName, HazardStep, () => object][]][] = [
  ['assigned', []],
  ['rectifying', [['enterpriseHead', 'start', () => ({})]]],
  ['submitted', [['enterpriseHead', 'submit', () => SUBMIT]]],
  [
    'verified',
    [
      ['enterpriseHead', 'submit', () => SUBMIT],
      ['safetyStation', 'verify', together],
    ],
  ],
  [
    'closed',
    [
      ['enterpriseHead', 'submit', () => SUBMIT],
      ['safetyStation', 'verify', together],
      ['safetyStation', 'close', () => ({})],
    ],
  ],
];

const ACTORS = ['enterpriseHead', 'villageCadre', 'safetyStation', 'safetyDeputy', 'discipline'] as const;

/** A body that the contract takes, so that nothing but state and person can be the reason. */
function bodyOf(step: HazardStep): object {
  const more: Partial<Record<HazardStep, object>> = {
    assess: { level: 'general', responsibleUnitId: desk.enterprise.id },
    assign: { responsibleUnitId: desk.enterprise.id },
    regrade: { level: 'general' },
    'request-coordination': { need: 'money' },
    merge: { intoId: desk.enterprise.id },
    'ask-extension': { until: '2099-12-31' },
    'take-first-measures': { measures: ['stop'] },
    'report-to-county': { purpose: 'transfer', clause: '第一条' },
    'record-judgement': NUMBER,
    'record-listing': { ...NUMBER, deadline: '2099-12-31', leaderPostId: town.id('post:safety-deputy') },
    'record-county-return': NUMBER,
    'record-write-off': NUMBER,
    'submit-plan': { responsibility: '甲', measures: '乙', funds: '丙', timeLimit: '丁', contingency: '戊' },
    return: together(),
    verify: together(),
  };
  return { text: '示例', ...more[step] };
}

test.each(STATES)('%s', async (state, way) => {
  const hazard = await desk.report('villageCadre', desk.handedOver());
  for (const [actor, step, body] of way) {
    expect(await desk.step(actor, hazard, step, body())).toMatchObject({ status: 200 });
  }
  const before = await footprint(town);
  const answers: Record<string, unknown> = {};
  for (const actor of ACTORS) {
    const detail = await desk.detail(actor, hazard);
    expect(detail.state).toBe(state);
    const offered = detail.steps.map(({ step }) => step);
    for (const step of hazardSteps.filter((it) => !offered.includes(it))) {
      const { status, body } = await desk.step(actor, hazard, step, bodyOf(step));
      answers[`${actor} ${step}`] = [status, body.code];
    }
  }
  expect(await footprint(town)).toEqual(before);
  const refusals = Object.values(answers).map((it) => JSON.stringify(it));
  expect(refusals.length).toBeGreaterThan(50);
  for (const refusal of new Set(refusals)) {
    expect(['[403,"forbidden"]', '[403,"same_person"]', '[409,"step_not_allowed"]']).toContain(refusal);
  }
});
