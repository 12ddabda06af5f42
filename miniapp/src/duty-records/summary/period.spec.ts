import { kindOf, periodName, periodOf, shift } from './period';

describe('periods of a summary', () => {
  it('are the month or the quarter that holds a date', () => {
    expect(periodOf('month', '2026-11-23')).toBe('2026-11');
    expect(periodOf('quarter', '2026-11-23')).toBe('2026-Q4');
    expect(periodOf('quarter', '2026-03-31')).toBe('2026-Q1');
    expect(kindOf('2026-Q1')).toBe('quarter');
    expect(kindOf('2026-01')).toBe('month');
  });

  it.each([
    ['2026-11', 1, '2026-12'],
    ['2026-12', 1, '2027-01'],
    ['2026-01', -1, '2025-12'],
    ['2026-Q4', 1, '2027-Q1'],
    ['2026-Q1', -1, '2025-Q4'],
  ])('%s shifted by %i is %s', (period, by, shifted) => {
    expect(shift(period, by)).toBe(shifted);
  });

  it('have the names that people use', () => {
    expect(periodName('2026-02')).toBe('2026年2月');
    expect(periodName('2026-Q3')).toBe('2026年第三季度');
  });
});
