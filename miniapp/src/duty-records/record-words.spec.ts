import { dayWords, placeWords, spanWords } from './record-words';

describe('the words of a record', () => {
  it('names a whole month by its name, and any other span by its ends', () => {
    expect(spanWords('2026-11-01', '2026-11-30')).toBe('2026年11月');
    expect(spanWords('2026-02-01', '2026-02-28')).toBe('2026年2月');
    expect(spanWords('2026-11-02', '2026-11-30')).toBe('2026年11月2日起到2026年11月30日');
    expect(spanWords('2026-11-02', '')).toBe('2026年11月2日起');
  });

  it('tells the day by the calendar of Shanghai, the year only where it is another', () => {
    expect(dayWords({ occurredAt: '2026-11-22T16:30:00.000Z' }, new Date('2026-11-23T02:00:00.000Z'))).toBe('11月23日');
    expect(dayWords({ occurredAt: '2025-11-22T02:00:00.000Z' }, new Date('2026-11-23T02:00:00.000Z'))).toBe(
      '2025年11月22日',
    );
  });

  it('names the unit where there is one', () => {
    expect(placeWords({ areaName: '甲村', unitName: null })).toBe('甲村');
    expect(placeWords({ areaName: '甲村', unitName: '示例石料厂' })).toBe('甲村 · 示例石料厂');
  });
});
