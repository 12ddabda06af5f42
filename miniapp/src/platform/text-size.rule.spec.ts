import { sizeFor } from './text-size.rule';

test.each([
  [15 / 17, 'standard'],
  [1, 'standard'],
  [17.6 / 17, 'standard'],
  [19 / 17, 'large'],
  [20 / 16, 'large'],
  [23 / 17, 'care'],
  [28 / 17, 'care'],
])('%f times the usual is %s', (times, size) => {
  expect(sizeFor(times)).toBe(size);
});
