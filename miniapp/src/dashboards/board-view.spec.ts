import type { DashboardRow } from '@zerentian/shared/dashboards/dashboard.contract';
import type { HeldPostView } from '@zerentian/shared/people/session.contract';
import { boardAreaOf, boardAreasOf, hazardLink, rowsOf } from './board-view';

const TOWNSHIP = { code: '140621200', name: '吴马营乡' };
const VILLAGE = { code: '140621200200', name: '甲村' };

function post(part: Partial<HeldPostView>): HeldPostView {
  return { profile: 'leader', line: null, areaCode: TOWNSHIP.code, areaName: TOWNSHIP.name, ...part } as HeldPostView;
}

describe('boardAreasOf', () => {
  it('names each area once, in the order of the posts', () => {
    const village = post({ profile: 'village-team', areaCode: VILLAGE.code, areaName: VILLAGE.name });
    expect(boardAreasOf([village, post({}), post({ profile: 'office' })])).toEqual([VILLAGE, TOWNSHIP]);
  });

  it.each([
    post({ profile: 'administrator' }),
    post({ profile: 'enterprise-head', areaCode: VILLAGE.code }),
    post({ profile: 'station', line: 'sector' }),
  ])('has none for $profile', (held) => {
    expect(boardAreasOf([held])).toEqual([]);
  });

  it('has one for 安监站, which watches over every trade', () => {
    expect(boardAreasOf([post({ profile: 'station', line: 'supervision' })])).toEqual([TOWNSHIP]);
  });
});

describe('boardAreaOf', () => {
  it('keeps to the chosen area while it lies in mine', () => {
    expect(boardAreaOf([{ code: '140621', name: '山阴县' }], TOWNSHIP.code)).toBe(TOWNSHIP.code);
    expect(boardAreaOf([VILLAGE], TOWNSHIP.code)).toBe(VILLAGE.code);
    expect(boardAreaOf([], TOWNSHIP.code)).toBeUndefined();
  });
});

describe('hazardLink', () => {
  it('names the area only where the list would show more than the number counted', () => {
    expect(hazardLink('open', TOWNSHIP.code, [TOWNSHIP])).toEqual({ view: 'open' });
    expect(hazardLink('overdue', VILLAGE.code, [TOWNSHIP])).toEqual({ view: 'overdue', area: VILLAGE.code });
    expect(hazardLink('major', VILLAGE.code, [VILLAGE, { code: '140621200201', name: '乙村' }])).toEqual({
      view: 'major',
      area: VILLAGE.code,
    });
  });
});

describe('rowsOf', () => {
  const row = (part: Partial<DashboardRow>) =>
    ({ areaCode: VILLAGE.code, overdue: 0, suspectedMajor: 0, recordsThisMonth: 1, ...part }) as DashboardRow;
  const rows = [row({ overdue: 1 }), row({ suspectedMajor: 1 }), row({ recordsThisMonth: 0 })];

  it('shows what the view is about', () => {
    expect(rowsOf(rows, 'all', TOWNSHIP.code)).toHaveLength(3);
    expect(rowsOf(rows, 'overdue', TOWNSHIP.code)).toEqual([rows[0]]);
    expect(rowsOf(rows, 'major', TOWNSHIP.code)).toEqual([rows[1]]);
    expect(rowsOf(rows, 'unrecorded', TOWNSHIP.code)).toEqual([rows[2]]);
  });

  it('asks no record of the row that belongs to no village', () => {
    expect(rowsOf([row({ areaCode: TOWNSHIP.code, recordsThisMonth: 0 })], 'unrecorded', TOWNSHIP.code)).toEqual([]);
  });
});
