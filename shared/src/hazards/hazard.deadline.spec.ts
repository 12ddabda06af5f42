import { mayReopen, REOPEN_DAYS } from './hazard.deadline';

const at = (text: string) => new Date(text);

test('a closed hazard is reopened until the 180th day after, by the calendar of Shanghai', () => {
  expect(REOPEN_DAYS).toBe(180);
  const closed = at('2026-01-01T15:59:00.000Z');
  expect(mayReopen(closed, at('2026-06-30T15:59:59.999Z'))).toBe(true);
  expect(mayReopen(closed, at('2026-06-30T16:00:00.000Z'))).toBe(false);
  expect(mayReopen(at('2026-01-01T16:00:00.000Z'), at('2026-06-30T16:00:00.000Z'))).toBe(true);
});

test('what is re-checked but not closed yet has no such end', () => {
  expect(mayReopen(null, at('2036-01-01T00:00:00.000Z'))).toBe(true);
});
