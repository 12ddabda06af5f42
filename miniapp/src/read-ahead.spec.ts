import type { TodayView } from '@zerentian/shared/today/today.contract';
import { fixedAhead, hazardsAhead } from './read-ahead';

jest.mock('@tarojs/taro', () => ({ getStorageSync: () => '', getStorageInfoSync: () => ({ keys: [] }) }));

Object.assign(globalThis, { __CLIENT_VERSION__: '1.0.0', __SERVER__: '' });

const team = (areaCode: string) => ({ areaCode, profile: 'village-team', line: 'village' }) as const;

describe('what is read ahead', () => {
  it('is the villages of the township once and the units of each of mine', () => {
    const ahead = fixedAhead([team('140621200200'), team('140621200202')]);
    const keys = ahead.map(({ key }) => JSON.stringify(key));
    expect(keys.filter((key) => key.startsWith('["areas"'))).toEqual(['["areas","140621200"]']);
    expect(keys.filter((key) => key.startsWith('["units"'))).toEqual([
      '["units",{}]',
      '["units",{"area":"140621200200"}]',
      '["units",{"area":"140621200202"}]',
    ]);
  });

  it('is the checklists, and whom to visit, for whoever inspects alone', () => {
    const paths = (profile: 'station' | 'enterprise-head') =>
      fixedAhead([{ ...team('140621200200'), profile }]).map(({ path }) => path);
    expect(paths('station')).toEqual(expect.arrayContaining(['/checklists', '/inspections/coverage']));
    for (const path of ['/checklists', '/inspections/coverage']) expect(paths('enterprise-head')).not.toContain(path);
  });

  it('is each matter of mine once, those of 今日 first, and no more than the phone should keep', () => {
    const today = { items: [{ hazardId: 'b' }, { hazardId: null }, { hazardId: 'a' }] } as unknown as TodayView;
    const mine = [{ id: 'a' }, ...Array.from({ length: 50 }, (_, n) => ({ id: `m${n}` }))];
    const ahead = hazardsAhead(today, mine);
    expect(ahead.slice(0, 3).map(({ path }) => path)).toEqual(['/hazards/b', '/hazards/a', '/hazards/m0']);
    expect(ahead).toHaveLength(30);
    expect(hazardsAhead(undefined, [])).toEqual([]);
  });
});
