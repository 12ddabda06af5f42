import type { HazardDetail } from '@zerentian/shared/hazards/hazard.contract';
import { type HazardStep, hazardSteps } from '@zerentian/shared/hazards/hazard.vocabulary';
import { sampleEvent, sampleHazard, samplePerson } from '../sample-hazard';
import { nextStep, otherWay, stepGroups, stepsInOrder } from './step-order';

const inPost = (postId: string) => (step: HazardStep) => ({ step, postId });
const open = (steps: HazardStep[], part: Partial<HazardDetail> = {}) =>
  sampleHazard({ ...part, steps: steps.map(inPost('a')) });

describe('nextStep', () => {
  it('is a step that moves the matter on', () => {
    expect(nextStep(open(['return', 'verify']))?.step).toBe('verify');
  });

  it('is none where only returns, requests or a new start are open', () => {
    expect(nextStep(open(['reopen', 'request-coordination', 'return', 'watch', 'merge']))).toBeUndefined();
  });

  it('is the report to the county while something may be 重大, and an aside otherwise', () => {
    const steps: HazardStep[] = ['assess', 'report-to-county'];
    expect(nextStep(open(steps, { level: 'suspected-major', state: 'reported' }))?.step).toBe('report-to-county');
    expect(nextStep(open(steps, { state: 'reported' }))?.step).toBe('assess');
    expect(nextStep(open(['record-write-off', 'report-to-county'], { level: 'major', state: 'verified' }))?.step).toBe(
      'report-to-county',
    );
  });

  it('is the report to the county once that was suggested of a late enterprise, for as long as it is late with that date', () => {
    const told = { id: 'a', target: 'safety-station', dueOn: '2026-11-01', toldAt: 'x', holderPost: null } as const;
    const escalations = [{ ...told, to: { name: null, post: '安监站站长' } }];
    const holder = { ...samplePerson('孟某'), since: 'x', vacant: false, dueOn: '2026-11-01', overdueDays: 20 };
    const late = { state: 'rectifying', escalations, holder } as const;
    expect(nextStep(open(['regrade', 'report-to-county'], late))?.step).toBe('report-to-county');
    for (const part of [{ holder: { ...holder, dueOn: '2026-12-01' } }, { state: 'submitted' as const }])
      expect(nextStep(open(['regrade', 'report-to-county'], { ...late, ...part }))).toBeUndefined();
  });

  it('asks for first measures until there are some', () => {
    const part = { level: 'suspected-major', state: 'reported' } as const;
    expect(nextStep(open(['take-first-measures'], part))?.step).toBe('take-first-measures');
    const events = [sampleEvent(2, 'take-first-measures')];
    expect(nextStep(open(['take-first-measures'], { ...part, events }))).toBeUndefined();
  });

  it('asks for the plan first, and then for the work', () => {
    const steps: HazardStep[] = ['submit-plan', 'start', 'submit'];
    expect(nextStep(open(steps, { level: 'major' }))?.step).toBe('submit-plan');
    const plan = { responsibility: '甲', measures: '乙', funds: '丙', timeLimit: '丁', contingency: '戊' };
    expect(nextStep(open(steps, { level: 'major', plan }))?.step).toBe('submit');
  });

  it('asks for a spot check only of what was drawn', () => {
    expect(nextStep(open(['spot-check', 'reopen'], { state: 'closed' }))).toBeUndefined();
    expect(nextStep(open(['spot-check', 'reopen'], { state: 'closed', sampled: true }))?.step).toBe('spot-check');
  });
});

describe('otherWay', () => {
  it('stands beside a decision that can go either way', () => {
    const hazard = open(['refuse-extension', 'grant-extension']);
    expect(otherWay(hazard, nextStep(hazard))?.step).toBe('refuse-extension');
    const alone = open(['submit', 'return']);
    expect(otherWay(alone, nextStep(alone))).toBeUndefined();
  });
});

describe('stepsInOrder', () => {
  it('puts what moves the matter on before what sends it back', () => {
    expect(stepsInOrder((['return', 'verify'] as const).map(inPost('a'))).map(({ step }) => step)).toEqual([
      'verify',
      'return',
    ]);
    expect(stepsInOrder((['reject', 'assess'] as const).map(inPost('a')))[0]?.step).toBe('assess');
  });

  it('offers a step once, in the first post that opens it', () => {
    const steps = [...(['submit'] as const).map(inPost('secretary')), ...(['submit'] as const).map(inPost('director'))];
    expect(stepsInOrder(steps)).toEqual([{ step: 'submit', postId: 'secretary' }]);
  });

  it('loses no step', () => {
    expect(
      stepsInOrder(hazardSteps.map(inPost('a')))
        .map(({ step }) => step)
        .sort(),
    ).toEqual([...hazardSteps].sort());
  });
});

describe('stepGroups', () => {
  it('has a place for every step, and just one', () => {
    const grouped = stepGroups(hazardSteps.map(inPost('a'))).flatMap(({ steps }) => steps.map(({ step }) => step));
    expect(grouped.sort()).toEqual([...hazardSteps].sort());
  });

  it('leaves out what has nothing open', () => {
    expect(stepGroups([{ step: 'watch', postId: 'a' }]).map(({ name }) => name)).toEqual(['督办']);
  });
});
