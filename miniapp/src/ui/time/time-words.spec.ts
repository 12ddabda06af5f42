import { clockOf, dateWords, dueWords, exactTime, isCounted, sinceWords, timeWords, todayWords } from './time-words';

// 10:32 on Monday 23 November 2026 in Shanghai.
const NOW = new Date('2026-11-23T02:32:30Z');

describe('timeWords', () => {
  const cases: [string, string][] = [
    ['2026-11-23T02:32:00Z', '刚刚'],
    ['2026-11-23T01:05:00Z', '今天 09:05'],
    // Half past midnight in Shanghai is still the day before in UTC.
    ['2026-11-22T16:30:00Z', '今天 00:30'],
    ['2026-11-22T15:59:00Z', '昨天 23:59'],
    ['2026-11-21T02:00:00Z', '2 天前'],
    ['2026-11-17T02:00:00Z', '6 天前'],
    ['2026-11-16T02:00:00Z', '11月16日'],
    ['2025-12-31T16:00:00Z', '1月1日'],
    ['2025-12-31T15:59:00Z', '2025年12月31日'],
    ['2026-11-25T02:00:00Z', '11月25日 10:00'],
  ];
  it.each(cases)('%s → %s', (instant, words) => {
    expect(timeWords(new Date(instant), NOW)).toBe(words);
  });
});

describe('dueWords', () => {
  const cases: [string, string, boolean][] = [
    ['2026-11-21', '逾期 2 天', true],
    ['2026-11-22', '逾期 1 天', true],
    ['2026-11-23', '今天到期', false],
    ['2026-11-24', '明天到期', false],
    ['2026-12-08', '还有 15 天', false],
    ['2026-12-09', '12月9日前', false],
    ['2027-01-05', '2027年1月5日前', false],
  ];
  it.each(cases)('%s → %s', (due, text, overdue) => {
    expect(dueWords(due, NOW)).toEqual({ text, overdue });
  });

  it.each(cases)('%s is counted as the words say', (due, text) => {
    expect(isCounted(due, NOW)).toBe(!text.endsWith('前'));
  });

  it('turns at midnight in Shanghai, not in Greenwich', () => {
    expect(dueWords('2026-11-23', new Date('2026-11-23T15:59:59Z')).text).toBe('今天到期');
    expect(dueWords('2026-11-23', new Date('2026-11-23T16:00:00Z')).text).toBe('逾期 1 天');
  });
});

describe('the other wordings', () => {
  it('say the day and the clock of Shanghai', () => {
    expect(clockOf(NOW)).toBe('10:32');
    expect(exactTime(NOW)).toBe('2026年11月23日 10:32');
    expect(todayWords(NOW)).toBe('11月23日 星期一');
    expect(dateWords('2026-03-05')).toBe('2026年3月5日');
  });

  it('count whole days in somebody’s hands', () => {
    expect(sinceWords(new Date('2026-11-22T16:00:00Z'), NOW)).toBe('今天接手');
    expect(sinceWords(new Date('2026-11-20T02:00:00Z'), NOW)).toBe('已 3 天');
  });
});
