import { errorsOfSpan, nameOf, spanUntil } from './proof-span';

const TODAY = '2026-11-23';

describe('spanUntil', () => {
  it('begins with the month, quarter or year and ends today', () => {
    expect(spanUntil(TODAY, 'month')).toEqual({ from: '2026-11-01', until: TODAY });
    expect(spanUntil(TODAY, 'quarter')).toEqual({ from: '2026-10-01', until: TODAY });
    expect(spanUntil(TODAY, 'year')).toEqual({ from: '2026-01-01', until: TODAY });
  });

  it('is known again by its days', () => {
    expect(nameOf(spanUntil(TODAY, 'quarter'), TODAY)).toBe('quarter');
    expect(nameOf({ from: '2026-11-02', until: TODAY }, TODAY)).toBe('');
  });
});

describe('errorsOfSpan', () => {
  it('wants two dates in their order', () => {
    expect(errorsOfSpan({ from: '2026-11-01', until: '2026-11-01' })).toEqual({});
    expect(errorsOfSpan({ from: '2026-11-02', until: '2026-11-01' })).toEqual({ until: '结束日期不能早于开始日期' });
    expect(Object.keys(errorsOfSpan({ from: '2025-01-01', until: '2026-11-01' }))).toEqual(['from']);
    expect(Object.keys(errorsOfSpan({ from: '', until: '2026-11-01' }))).toEqual(['from']);
  });
});
