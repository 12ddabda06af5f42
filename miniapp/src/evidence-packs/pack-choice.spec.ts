import { errorsOf, nameOf, spanOf } from './pack-choice';

const now = new Date('2026-11-23T08:00:00.000Z');

test.each([
  ['month', '2026-11-01'],
  ['quarter', '2026-10-01'],
  ['year', '2026-01-01'],
] as const)('this %s begins on %s and ends today', (name, from) => {
  const span = spanOf(name, now);
  expect(span).toEqual({ from, until: '2026-11-23' });
  expect(nameOf(span, now)).toBe(name);
});

test('other days are none of them, and a span has an order and an end', () => {
  expect(nameOf({ from: '2026-11-02', until: '2026-11-23' }, now)).toBe('');
  expect(errorsOf({ from: '2026-11-02', until: '2026-11-01' })).toHaveProperty('until');
  expect(errorsOf({ from: '2025-01-01', until: '2026-11-01' })).toHaveProperty('until');
  expect(errorsOf({ from: '2026-01-01', until: '2026-11-01' })).toEqual({});
});
