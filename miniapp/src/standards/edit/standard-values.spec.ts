import { changeStandard, createStandard, type StandardView } from '@zerentian/shared/standards/standard.contract';
import { standardInput, valuesOf } from './standard-values';

const entry: StandardView = {
  id: '01930000-0000-7000-8000-000000000001',
  areaCode: '140621200',
  kind: 'judging',
  trade: null,
  wording: '安全出口锁闭',
  level: 'suspected-major',
  basis: '示例标准',
  clause: null,
  verified: false,
  advice: null,
  active: true,
  replacesId: null,
  updatedAt: '2026-11-23T00:00:00.000Z',
};

test('one’s own goes back whole, and is retired by one word', () => {
  const input = standardInput({ ...valuesOf(entry), active: false }, entry, '140621200');
  expect(changeStandard.safeParse(input).data).toEqual({
    kind: 'judging',
    wording: '安全出口锁闭',
    level: 'suspected-major',
    basis: '示例标准',
    verified: false,
    active: false,
  });
});

test('another’s is replaced, a new one replaces nothing', () => {
  const input = standardInput(valuesOf(entry), { ...entry, areaCode: null }, '140621200');
  expect(createStandard.safeParse(input).data).toMatchObject({ replacesId: entry.id });
  const fresh = standardInput({ ...valuesOf(null), wording: '示例' }, null, '140621200');
  expect(createStandard.safeParse(fresh).data).toEqual({
    kind: 'common',
    wording: '示例',
    level: 'general',
    verified: false,
    active: true,
  });
});
