import { monthSpan } from './month-span';

describe('monthSpan', () => {
  it('is the whole month by the calendar of Shanghai', () => {
    expect(monthSpan('2026-11-23T02:00:00.000Z')).toEqual({ from: '2026-11-01', until: '2026-11-30' });
    expect(monthSpan('2026-11-30T16:00:00.000Z')).toEqual({ from: '2026-12-01', until: '2026-12-31' });
  });
});
