import { sampleHazard } from '../sample-hazard';
import { whenWords } from './row-words';

const NOW = new Date('2026-11-23T04:00:00.000Z');

it.each([
  ['overdue before all else', { overdueDays: 2, deadline: '2026-11-21' }, '逾期 2 天', true],
  ['the county’s clock', { countyDueAt: '2026-11-23T06:30:00.000Z' }, '14:30 前报县级', false],
  ['the county’s clock tomorrow', { countyDueAt: '2026-11-24T01:00:00.000Z' }, '明天 09:00 前报县级', false],
  ['the county’s clock, missed', { countyDueAt: '2026-11-23T03:30:00.000Z' }, '未按时报县级', true],
  ['more time asked for', { state: 'extension-asked', askedUntil: '2026-12-20' }, '申请延到12月20日', false],
  ['the last day', { deadline: '2026-11-28' }, '还有 5 天', false],
  ['when it was reported', { state: 'closed', deadline: '2026-11-21' }, '今天 10:00 上报', false],
] as const)('tells %s', (_what, part, text, overdue) => {
  expect(whenWords(sampleHazard(part), NOW)).toEqual({ text, overdue });
});
