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
  it('starts with mine for those who record, with the area for those who look on', () => {
    expect(whoOf(NO_FILTER, 'village-team')).toBe('mine');
    expect(whoOf(NO_FILTER, 'county')).toBe('area');
    expect(whoOf(NO_FILTER, 'leader')).toBe('area');
    expect(whoOf(full, 'village-team')).toBe('area');
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
