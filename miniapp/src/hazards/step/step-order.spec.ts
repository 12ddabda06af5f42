import { hazardSteps } from '@zerentian/shared/hazards/hazard.vocabulary';
import { nextStep, stepsInOrder } from './step-order';

const inPost = (postId: string) => (step: (typeof hazardSteps)[number]) => ({ step, postId });

describe('nextStep', () => {
  it('is a step that moves the matter on', () => {
    expect(nextStep((['return', 'verify'] as const).map(inPost('a')))?.step).toBe('verify');
  });

  it('is none where only returns, requests or a new start are open', () => {
    expect(nextStep((['reopen', 'request-coordination', 'return'] as const).map(inPost('a')))).toBeUndefined();
  });
});

describe('stepsInOrder', () => {
  it('puts what moves the matter on before what sends it back', () => {
    const steps = (['return', 'verify'] as const).map(inPost('a'));
    expect(stepsInOrder(steps).map(({ step }) => step)).toEqual(['verify', 'return']);
    expect(stepsInOrder((['reject', 'assess'] as const).map(inPost('a')))[0]?.step).toBe('assess');
    expect(stepsInOrder((['request-coordination', 'start', 'submit'] as const).map(inPost('a')))[0]?.step).toBe(
      'submit',
    );
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
