import { topOf, trendSummary, weekWords } from './trend-words';

const weeks = [
  { weekStart: '2026-11-09', reported: 3, closed: 7 },
  { weekStart: '2026-11-16', reported: 2, closed: 1 },
];

describe('the trend in words', () => {
  it('sums up and names this week', () => {
    expect(trendSummary(weeks)).toBe('近 2 周共上报 5 条、销号 8 条。本周上报 2 条、销号 1 条。');
    expect(trendSummary([])).toBe('近 0 周共上报 0 条、销号 0 条。');
  });

  it('scales by the highest number, never by zero', () => {
    expect(topOf(weeks)).toBe(7);
    expect(topOf([{ weekStart: '2026-11-09', reported: 0, closed: 0 }])).toBe(1);
  });

  it('names a week by its Monday', () => {
    expect(weekWords({ weekStart: '2026-09-07', reported: 0, closed: 0 })).toBe('9月7日');
  });
});
