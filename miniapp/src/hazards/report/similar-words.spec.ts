import { emptyReport, type ReportValues } from './report-values';
import { askedFor, supplementOf } from './similar-words';

const VILLAGE = '140621200200';
const typed = (part: Partial<ReportValues>): ReportValues => ({ ...emptyReport('x'), ...part });

test('nothing is asked before there is something to compare, or without a place', () => {
  expect(askedFor(typed({ description: '盖子' }), VILLAGE)).toBeNull();
  expect(askedFor(typed({ description: '配电箱没盖' }), '')).toBeNull();
  expect(askedFor(typed({ description: '配电箱没盖' }), VILLAGE)).toMatchObject({ area: VILLAGE, text: '配电箱没盖' });
});

test('a unit is enough, and says where and of which trade', () => {
  const asked = askedFor(typed({ unitId: 'u', unitTrade: 'gas', trade: 'power' }), VILLAGE);
  expect(asked).toMatchObject({ unit: 'u', trade: 'gas', area: undefined });
});

test('a supplement names what it belongs to, goes to 安监站 and asks no more', () => {
  const values = typed({ description: ' 盖子还是没装上 ', path: 'fixed' });
  const supplement = supplementOf({ number: '140621200-2026-0012' }, values);
  expect(supplement).toEqual({
    supplements: '140621200-2026-0012',
    path: 'referred',
    description: '补充隐患 140621200-2026-0012：盖子还是没装上',
  });
  expect(askedFor({ ...values, ...supplement }, VILLAGE)).toBeNull();
});
