import { spanWords } from './campaign-words';

test.each([
  ['2026-11-15', '2026-12-25', '2026年11月15日至12月25日'],
  ['2026-12-01', '2027-02-28', '2026年12月1日至2027年2月28日'],
])('%s to %s', (startsOn, endsOn, words) => {
  expect(spanWords({ startsOn, endsOn })).toBe(words);
});
