import { dutyRecordQuery } from '@zerentian/shared/duty-records/duty-record.contract';
import { filterFromLink, NO_FILTER, queryOf, type RecordFilter, whoOf } from './record-filter';

const full: RecordFilter = {
  who: 'area',
  kind: 'safety-inspection',
  area: '140621200200',
  from: '2026-11-01',
  until: '2026-11-30',
};

describe('queryOf', () => {
  it('asks only for what is chosen', () => {
    expect(queryOf(NO_FILTER, 'area')).toEqual({});
    expect(queryOf(NO_FILTER, 'mine')).toEqual({ mine: true });
  });

  it.each(['mine', 'area'] as const)('is a query that the contract accepts once it is text: %s', (who) => {
    const query = queryOf(full, who);
    const asText = Object.fromEntries(Object.entries(query).map(([key, value]) => [key, String(value)]));
    expect(dutyRecordQuery.safeParse(asText).success).toBe(true);
  });
});

describe('whoOf', () => {
  it.each([
    ['village-team', 'territorial', 'mine'],
    ['leader', 'leadership', 'area'],
    ['county', null, 'area'],
  ] as const)('starts for %s with what fits the post', (profile, line, who) => {
    expect(whoOf(NO_FILTER, { profile, line })).toBe(who);
  });

  it('keeps to what was chosen where there is a choice', () => {
    expect(whoOf(full, { profile: 'village-team', line: 'territorial' })).toBe('area');
    expect(whoOf({ who: 'mine' }, { profile: 'leader', line: 'leadership' })).toBe('mine');
    expect(whoOf({ who: 'mine' }, { profile: 'county', line: null })).toBe('area');
  });

  it.each([
    ['enterprise-head', 'primary'],
    ['station', 'sector'],
    ['administrator', null],
  ] as const)('never shows %s what others recorded', (profile, line) => {
    expect(whoOf(full, { profile, line })).toBe('mine');
  });
});

describe('filterFromLink', () => {
  it('shows what a board’s number counted', () => {
    const link = { area: '140621200200', from: '2026-11-01', until: '2026-11-30' };
    expect(filterFromLink(link)).toEqual({ ...full, kind: '' });
  });

  it('keeps what was chosen when the link asks for nothing, or for nonsense', () => {
    expect(filterFromLink({ stamp: '1' })).toBeNull();
    expect(filterFromLink({ area: 'x', from: 'gestern' })).toBeNull();
  });
});
