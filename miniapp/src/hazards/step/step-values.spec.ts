import { type HazardDetail, hazardStepInputs } from '@zerentian/shared/hazards/hazard.contract';
import { hazardSteps } from '@zerentian/shared/hazards/hazard.vocabulary';
import { STEP_FORMS } from './step-forms';
import { initialValues, inputOf, type StepValues } from './step-values';

const ID = '01890000-0000-7000-8000-000000000001';
const HAZARD = {
  level: 'general',
  standardClause: null,
  responsibleUnitId: ID,
  unitId: ID,
  plan: null,
} as unknown as HazardDetail;

const FULL: StepValues = {
  ...initialValues(HAZARD),
  text: '已经装好护罩',
  deadline: '2026-12-08',
  companionPersonId: ID,
  need: 'money',
  photos: [{ id: ID, source: 'x', state: 'stored', done: 1, parts: 1 }],
  responsibility: '张某',
  planMeasures: '砌围堰',
  funds: '三万',
  timeLimit: '月底',
  contingency: '停用',
  measures: ['stop'],
  until: '2026-12-20',
  purpose: 'judgement',
  leaderPostId: ID,
  intoId: ID,
  countyNumber: '县安委〔2026〕3号',
};

describe('inputOf', () => {
  it.each(hazardSteps)('sends what the contract of %s accepts', (step) => {
    const input = inputOf(FULL, STEP_FORMS[step].fields, ID);
    expect(hazardStepInputs[step].safeParse(input)).toMatchObject({ success: true });
  });

  it.each(hazardSteps)('marks the words of %s as required just where the contract does', (step) => {
    const input = inputOf({ ...FULL, text: '' }, STEP_FORMS[step].fields, ID);
    expect(hazardStepInputs[step].safeParse(input).success).toBe(STEP_FORMS[step].textRequired !== true);
  });

  it('leaves the clause out unless it is 疑似重大', () => {
    const values: StepValues = { ...FULL, standardClause: '第三条' };
    expect(inputOf(values, ['level'], undefined)).toEqual({ level: 'general' });
    expect(inputOf({ ...values, level: 'suspected-major' }, ['level'], undefined)).toEqual({
      level: 'suspected-major',
      standardClause: '第三条',
    });
  });
});
