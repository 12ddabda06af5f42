import type { PointView } from '@zerentian/shared/points/point.contract';
import { type KnownPlace, placeWords, proposals, valuesAt } from './known-places';

const unit: PointView = {
  unitId: '01930000-0000-7000-8000-000000000001',
  unitName: '昌盛建材厂（示例）',
  unitKind: 'enterprise',
  trade: 'industry-trade',
  areaCode: '140621200200',
  areaName: '吴马营村',
  spot: null,
  distance: 300,
};
const spot: PointView = {
  ...unit,
  unitId: null,
  unitName: null,
  unitKind: null,
  trade: null,
  spot: '村口',
  distance: 80,
};
const village: KnownPlace = { ...spot, trade: '', spot: null, distance: null };

test('the nearest first, then by last use, each once and never more than four', () => {
  const used = { ...unit, trade: 'industry-trade', distance: null };
  expect(proposals([spot, unit], [used, village]).map(placeWords)).toEqual([
    '吴马营村 村口 · 80 米',
    '昌盛建材厂（示例） · 300 米',
    '吴马营村',
  ]);
  const many = [1, 2, 3, 4, 5].map((n) => ({ ...spot, spot: `第${n}处` }));
  expect(proposals(many, [village])).toHaveLength(4);
});

test('a tap fills in the unit with its area and trade', () => {
  expect(valuesAt({ ...unit, trade: 'industry-trade' }, { spot: '' })).toEqual({
    areaCode: unit.areaCode,
    unitId: unit.unitId,
    unitName: unit.unitName,
    unitKind: 'enterprise',
    unitArea: unit.areaCode,
    unitTrade: 'industry-trade',
  });
});

test('a village’s own point says where, not who must put it right; a spot that was typed stays', () => {
  const point: KnownPlace = { ...unit, unitKind: 'village', trade: '', spot: '村委会' };
  expect(valuesAt(point, { spot: '' })).toMatchObject({ areaCode: unit.areaCode, unitId: '', spot: '村委会' });
  expect(valuesAt(point, { spot: '打谷场' })).not.toHaveProperty('spot');
});
