import { hazardSteps } from '@zerentian/shared/hazards/hazard.vocabulary';
import { sampleHazard, samplePerson } from '../sample-hazard';
import { answersOf } from './step-answers';
import { STEP_FORMS } from './step-forms';
import { initialValues, type StepValues } from './step-values';

const hazard = sampleHazard({
  state: 'with-county',
  level: 'major',
  unitId: 'factory',
  unitName: '昌盛建材厂（示例）',
  leaders: [samplePerson('冯某', { post: '包村领导' })],
});
const values: StepValues = {
  ...initialValues(hazard, 'record-listing'),
  countyNumber: '山应急〔2026〕12号',
  paperDate: '2026-11-03',
  deadline: '2026-12-31',
  leaderPostId: 'post-冯某',
};

describe('answersOf', () => {
  it('reads the answers as on paper, in the order of the form', () => {
    expect(answersOf(STEP_FORMS['record-listing'], values, hazard)).toEqual([
      { label: '县级文件编号', value: '山应急〔2026〕12号（2026年11月3日）' },
      { label: '县级定的期限', value: '2026年12月31日' },
      { label: '整改责任单位', value: '昌盛建材厂（示例）' },
      { label: '包保领导', value: '冯某 包村领导' },
      { label: '文件照片或扫描件', value: '没有附' },
    ]);
  });

  it('counts photos taken along with those added', () => {
    const photo = { id: 'a', source: 'x', bytes: 1 };
    const answers = answersOf(
      STEP_FORMS['report-to-county'],
      { ...values, ownPhotoIds: ['b'], photos: [photo] },
      hazard,
    );
    expect(answers).toContainEqual({ label: '照片', value: '2 张' });
  });

  it('is asked for wherever something cannot be undone', () => {
    const checked = hazardSteps.filter((step) => 'isChecked' in STEP_FORMS[step]);
    expect(checked).toEqual(
      expect.arrayContaining(['merge', 'report-to-county', 'record-judgement', 'record-listing', 'record-write-off']),
    );
  });
});
