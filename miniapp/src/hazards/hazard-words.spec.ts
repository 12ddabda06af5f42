import { assignerOf, countyDueWords, durationWords, lastEvent, toneOf } from './hazard-words';
import { sampleEvent, sampleHazard, samplePerson } from './sample-hazard';

describe('durationWords', () => {
  it.each([
    [0, '不到 1 小时'],
    [59, '不到 1 小时'],
    [60, '1 小时'],
    [23 * 60 + 59, '23 小时'],
    [24 * 60, '1 天'],
    [50 * 60, '2 天 2 小时'],
    [80 * 60, '3 天'],
  ])('%d minutes', (minutes, words) => expect(durationWords(minutes)).toBe(words));
});

describe('countyDueWords', () => {
  const due = '2026-11-23T06:30:00.000Z';

  it('says until when, by the clock of Shanghai', () => {
    expect(countyDueWords(due, new Date('2026-11-23T04:00:00.000Z'))).toEqual({
      text: '须在今天 14:30 前上报县级',
      overdue: false,
    });
    expect(countyDueWords(due, new Date('2026-11-22T04:00:00.000Z')).text).toBe('须在明天 14:30 前上报县级');
  });

  it('says by how much it was missed', () => {
    expect(countyDueWords(due, new Date('2026-11-23T06:40:00.000Z')).text).toBe('应在今天 14:30 前上报县级');
    expect(countyDueWords(due, new Date('2026-11-23T09:00:00.000Z'))).toEqual({
      text: '应在今天 14:30 前上报县级，已超过 2 小时',
      overdue: true,
    });
    expect(countyDueWords(due, new Date('2026-11-25T09:00:00.000Z')).text).toBe(
      '应在11月23日 14:30 前上报县级，已超过 2 天 2 小时',
    );
  });
});

describe('lastEvent', () => {
  it('is the latest that was really taken', () => {
    const events = [sampleEvent(3, 'submit'), sampleEvent(1, 'submit'), sampleEvent(5, 'submit', { late: true })];
    expect(lastEvent({ events }, 'submit')?.seq).toBe(3);
    expect(lastEvent({ events }, 'verify')).toBeUndefined();
  });
});

it('knows who handed it over, by the post', () => {
  const events = [sampleEvent(1, 'report', { actor: samplePerson('张某') }), sampleEvent(2, 'start')];
  expect(assignerOf(sampleHazard({ events, assignerPostId: 'post-张某' }))?.name).toBe('张某');
  expect(assignerOf(sampleHazard({ events, assignerPostId: null }))).toBeNull();
});

it('keeps the quiet tone for what is done with, merged included', () => {
  expect([toneOf('closed'), toneOf('merged'), toneOf('rejected')]).toEqual(['done', 'done', 'done']);
  expect(toneOf('with-county')).toBe('active');
});
