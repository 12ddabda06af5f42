import { hazardStepInputs } from '@zerentian/shared/hazards/hazard.contract';
import { hazardSteps } from '@zerentian/shared/hazards/hazard.vocabulary';
import { sampleHazard } from '../sample-hazard';
import { STEP_FORMS } from './step-forms';
import { initialValues, inputOf, type StepValues } from './step-values';

const ID = '01890000-0000-7000-8000-000000000001';
const HAZARD = sampleHazard({ responsibleUnitId: ID, unitId: ID });
const PLAN = { responsibility: '张某', measures: '换', funds: '8 万元', timeLimit: '12月', contingency: '撤人' };

const FULL: StepValues = {
  ...initialValues(HAZARD, 'submit'),
  text: '已经装好护罩',
  deadline: '2026-12-08',
  until: '2026-12-20',
  companionPersonId: ID,
  need: 'money',
  firstMeasures: ['stop', 'withdraw'],
  purpose: 'judgement',
  clause: '第三条',
  countyNumber: '山应急〔2026〕3号',
  paperDate: '2026-11-20',
  leaderPostId: ID,
  intoId: ID,
  place: { latitude: 39, longitude: 112, system: 'wgs84' },
  photos: [{ id: ID, source: 'x', bytes: 1 }],
  ...PLAN,
};

describe('inputOf', () => {
  it.each(hazardSteps)('sends what the contract of %s accepts', (step) => {
    const input = inputOf(FULL, STEP_FORMS[step].fields, ID);
    expect(hazardStepInputs[step].safeParse(input)).toMatchObject({ success: true });
  });

  it.each(hazardSteps)('marks the words of %s as required just where the contract does', (step) => {
    const input = inputOf({ ...FULL, text: '' }, STEP_FORMS[step].fields, ID);
    const form: { textRequired?: boolean } = STEP_FORMS[step];
    expect(hazardStepInputs[step].safeParse(input).success).toBe(form.textRequired !== true);
  });

  it('leaves the clause out unless it is 疑似重大', () => {
    const values: StepValues = { ...FULL, standardClause: '第三条' };
    expect(inputOf(values, ['level'], undefined)).toEqual({ level: 'general', ifLate: 'keep' });
    expect(inputOf({ ...values, level: 'suspected-major' }, ['level'], undefined)).toEqual({
      level: 'suspected-major',
      standardClause: '第三条',
      ifLate: 'keep',
    });
  });

  it('sends the chosen ones of the hazard’s photos with the new ones', () => {
    const input = inputOf({ ...FULL, ownPhotoIds: ['b'] }, ['ownPhotos', 'photos'], undefined);
    expect(input).toMatchObject({ photoIds: ['b', ID] });
  });

  it.each(Object.keys(PLAN))('sends no plan without %s', (part) => {
    const input = inputOf({ ...FULL, [part]: '' }, STEP_FORMS['submit-plan'].fields, ID);
    expect(hazardStepInputs['submit-plan'].safeParse(input).success).toBe(false);
  });
});

describe('initialValues', () => {
  it('asks nothing again that the hazard says already', () => {
    const asked = sampleHazard({ state: 'extension-asked', askedUntil: '2026-12-20', plan: PLAN, photoIds: ['b'] });
    expect(initialValues(asked, 'grant-extension').deadline).toBe('2026-12-20');
    expect(initialValues(asked, 'submit-plan')).toMatchObject(PLAN);
    expect(initialValues(asked, 'report-to-county').ownPhotoIds).toEqual(['b']);
    expect(initialValues(asked, 'report-to-county').text).toContain('配电箱没有盖');
    expect(initialValues(asked, 'verify').text).toBe('');
  });

  it('chooses the county’s purpose by the level', () => {
    expect(initialValues(sampleHazard({ level: 'suspected-major' }), 'report-to-county').purpose).toBe('judgement');
  });

  it('takes no level over that only the county gives', () => {
    expect(initialValues(sampleHazard({ level: 'major' }), 'regrade').level).toBe('');
  });
});
