import type { ActingPost } from '../hazards/hazard.facts';
import { recordInspection } from './inspection.contract';
import { countsOf, findingWords, mayInspect, quarterAt, reachesUnit, windowOfQuarter } from './inspection.rule';

const post = (changes: Partial<ActingPost>): ActingPost => ({
  id: 'p',
  profile: 'station',
  line: 'sector',
  unitId: 'u',
  areaCode: '140621200',
  trades: ['catering-retail'],
  ...changes,
});

test('who inspects: leaders, deputies, stations, 安监站 staff, 包村 teams, and nobody else', () => {
  for (const profile of ['leader', 'deputy', 'station', 'village-team'] as const)
    expect(mayInspect(post({ profile }))).toBe(true);
  expect(mayInspect(post({ profile: 'member', line: 'supervision' }))).toBe(true);
  for (const profile of ['member', 'office', 'discipline', 'village-head', 'enterprise-head', 'county'] as const)
    expect(mayInspect(post({ profile }))).toBe(false);
  expect(mayInspect(post({ profile: 'administrator', line: null }))).toBe(false);
});

test('a trade’s station reaches its own trade, 安监站 every one, a team its village', () => {
  const unit = { areaCode: '140621200200', trade: 'industry-trade' };
  expect(reachesUnit(post({}), unit)).toBe(false);
  expect(reachesUnit(post({}), { ...unit, trade: 'catering-retail' })).toBe(true);
  expect(reachesUnit(post({}), { ...unit, trade: null })).toBe(false);
  expect(reachesUnit(post({ line: 'supervision' }), unit)).toBe(true);
  const team = post({ profile: 'village-team', line: 'territorial', areaCode: '140621200202' });
  expect(reachesUnit(team, unit)).toBe(false);
  expect(reachesUnit({ ...team, areaCode: unit.areaCode }, unit)).toBe(true);
});

test('counts and words', () => {
  expect(countsOf([{ result: 'pass' }, { result: 'fail' }, { result: 'pass' }, { result: 'not-applicable' }])).toEqual({
    total: 4,
    passed: 2,
    failed: 1,
    notApplicable: 1,
  });
  expect(findingWords({ note: '东头灭火器失压', text: '灭火器', wording: '灭火器缺失' })).toBe('东头灭火器失压');
  expect(findingWords({ note: null, text: '灭火器', wording: '灭火器缺失' })).toBe('灭火器缺失');
  expect(findingWords({ text: '灭火器完好' })).toBe('不合格：灭火器完好');
});

test('quarters are Shanghai’s', () => {
  expect(windowOfQuarter('2026-Q4')).toMatchObject({ from: '2026-10-01', until: '2027-01-01' });
  expect(windowOfQuarter('2026-Q1')).toMatchObject({ from: '2026-01-01', until: '2026-04-01' });
  expect(quarterAt(new Date('2026-09-30T15:59:59Z'))).toBe('2026-Q3');
  expect(quarterAt(new Date('2026-09-30T16:00:00Z'))).toBe('2026-Q4');
});

describe('the contract of a visit', () => {
  const id = '0193b5a0-0000-7000-8000-00000000dead';
  const visit = {
    unitId: id,
    checklistKey: 'general',
    checklistVersion: 1,
    items: [{ key: 'exits', result: 'pass' }],
    inspectedName: '张三',
    signaturePhotoId: id,
  };
  const paths = (changes: object) =>
    recordInspection.safeParse({ ...visit, ...changes }).error?.issues.map((issue) => issue.path.join('.'));

  test('takes a signature or a refusal, and never both or neither', () => {
    const refusal = { reason: '负责人不在', witness: '李四' };
    expect(paths({})).toBeUndefined();
    expect(paths({ signaturePhotoId: undefined, inspectedName: undefined, refusal })).toBeUndefined();
    expect(paths({ refusal })).toEqual(['signaturePhotoId']);
    expect(paths({ signaturePhotoId: undefined })).toEqual(['signaturePhotoId']);
    expect(paths({ inspectedName: undefined })).toEqual(['inspectedName']);
  });

  test('knows an item once, and a hazard only of what failed', () => {
    expect(paths({ items: [...visit.items, ...visit.items] })).toEqual(['items']);
    expect(paths({ items: [{ key: 'exits', result: 'pass', hazard: {} }] })).toEqual(['items']);
    expect(paths({ items: [{ key: 'exits', result: 'fail', hazard: {} }] })).toBeUndefined();
    expect(paths({ items: [{ key: 'exits', result: 'fail', hazard: { level: 'suspected-major' } }] })).toEqual([
      'items.0.hazard.standardClause',
    ]);
  });
});
