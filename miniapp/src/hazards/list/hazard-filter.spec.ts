import { hazardQuery } from '@zerentian/shared/hazards/hazard.query.contract';
import { filterFromLink, hazardListViews, NO_FILTER, queryOf } from './hazard-filter';

describe('queryOf', () => {
  it('asks only for what is chosen', () => {
    expect(queryOf({ ...NO_FILTER, view: 'all' })).toEqual({});
    expect(queryOf({ ...NO_FILTER, view: 'major', area: '140621200200' })).toEqual({
      level: 'suspected-major',
      open: true,
      area: '140621200200',
    });
  });

  it('asks for the view’s own state, whatever state was chosen before', () => {
    expect(queryOf({ ...NO_FILTER, view: 'county', state: 'assigned' })).toEqual({ state: 'with-county' });
    expect(queryOf({ ...NO_FILTER, view: 'extension' })).toEqual({ state: 'extension-asked' });
  });

  it.each(hazardListViews)('is a query that the contract accepts once it is text: %s', (view) => {
    const query = queryOf({ view, area: '140621200', state: 'assigned', origin: 'public', unit: '' });
    const asText = Object.fromEntries(Object.entries(query).map(([key, value]) => [key, String(value)]));
    expect(hazardQuery.safeParse(asText).success).toBe(true);
  });
});

describe('filterFromLink', () => {
  it('takes over what a board’s number asks for', () => {
    expect(filterFromLink({ view: 'overdue', area: '140621200201' })).toEqual({
      view: 'overdue',
      area: '140621200201',
      state: '',
      origin: '',
      unit: '',
    });
  });

  it('keeps what was chosen when the link asks for nothing', () => {
    expect(filterFromLink({ stamp: '1' })).toBeNull();
  });

  it('ignores nonsense', () => {
    expect(filterFromLink({ view: 'x', area: 'abc', state: 'gone', origin: 'x' })).toEqual({
      view: 'all',
      area: '',
      state: '',
      origin: '',
      unit: '',
    });
  });
});
