import { planCampaign } from '@zerentian/shared/campaigns/campaign.contract';
import { chosen, emptyPlan, fits, planInput } from './plan-values';

const ID = '0193b5a0-0000-7000-8000-00000000dead';
const unit = (id: string, changes: object = {}) => ({
  id,
  trade: 'catering-retail',
  areaCode: '140621200200',
  riskGrade: 'blue' as const,
  supervision: 'township' as const,
  ...changes,
});
const plan = (changes: object = {}) => ({ ...emptyPlan(ID, '2026-11-01', '2026-11-30'), title: '示例', ...changes });

test('every condition must fit; none fits nobody; the county’s are never proposed', () => {
  const conditions = plan({ trades: ['catering-retail'], areas: ['140621200200'] });
  expect(fits(conditions, unit('a'))).toBe(true);
  expect(fits(conditions, unit('a', { areaCode: '140621200202' }))).toBe(false);
  expect(fits(conditions, unit('a', { trade: null }))).toBe(false);
  expect(fits(conditions, unit('a', { supervision: 'county' }))).toBe(false);
  expect(fits(plan(), unit('a'))).toBe(false);
});

test('one is taken out, another taken in', () => {
  const units = [unit('a'), unit('b'), unit('c', { trade: 'livestock' })];
  const values = plan({ trades: ['catering-retail'], toggled: ['b', 'c'] });
  expect(chosen(values, units).map((it) => it.id)).toEqual(['a', 'c']);
});

test('what is sent passes the contract', () => {
  const input = planInput(plan({ trades: ['catering-retail'] }), [unit(ID)], ID);
  expect(planCampaign.safeParse(input).error).toBeUndefined();
  expect(planCampaign.safeParse(planInput(plan(), [unit(ID)], ID)).error?.issues[0]?.path).toEqual(['unitIds']);
});
