import type { Kinds } from '../accountability/superior.rule';
import type { Profile } from '../posts/profile';
import { mayKnowTime, type TimeReader } from './hazard.time';

const KIND = (key: string, profile: Profile, reportsTo: string | null) =>
  [key, { key, profile, line: null, singleHolder: true, reportsTo }] as const;
const kinds: Kinds = new Map([
  KIND('secretary', 'leader', null),
  KIND('head', 'leader', 'secretary'),
  KIND('deputy', 'deputy', 'head'),
  KIND('station', 'station', 'deputy'),
]);
const VILLAGE = '140621200200';
const reader = (kindKey: string, profile: Profile, line: string | null = null): TimeReader => ({
  personId: `holder of ${kindKey}`,
  posts: [{ kindKey, profile, line, areaCode: '140621200' }],
});
const station = { personId: 'li', profile: 'station' as const, reportsTo: 'deputy' };

it.each([
  ['the person', { personId: 'li', posts: [] }, true],
  ['分管安全', reader('deputy', 'deputy', 'supervision'), true],
  ['another 分管', reader('other', 'deputy', 'sector'), false],
  ['乡长', reader('head', 'leader'), true],
  ['书记', reader('secretary', 'leader'), false],
  ['乡纪委', reader('discipline', 'discipline'), false],
  ['the station next door', reader('station', 'station', 'supervision'), false],
])('how long it lay with 安监站 is told to %s: %s', (_words, asker, told) => {
  expect(mayKnowTime(asker, station, VILLAGE, kinds)).toBe(told);
});

it('of 分管 is told to 乡长, of 乡长 to nobody below', () => {
  const deputy = { personId: 'wang', profile: 'deputy' as const, reportsTo: 'head' };
  expect(mayKnowTime(reader('head', 'leader'), deputy, VILLAGE, kinds)).toBe(true);
  expect(mayKnowTime(reader('deputy', 'deputy', 'supervision'), deputy, VILLAGE, kinds)).toBe(false);
  const head = { personId: 'he', profile: 'leader' as const, reportsTo: 'secretary' };
  expect(mayKnowTime(reader('deputy', 'deputy', 'supervision'), head, VILLAGE, kinds)).toBe(false);
});

it('is told in the own township alone', () => {
  expect(mayKnowTime(reader('head', 'leader'), station, '140621101200', kinds)).toBe(false);
});
