import type { Profile } from '../posts/profile';
import type { HazardFacts } from './hazard.facts';
import { fitsAsCompanion } from './hazard.recheck';
import { rolesOf } from './hazard.roles';
import type { HazardRole } from './hazard.vocabulary';

const hazard: HazardFacts = {
  state: 'submitted',
  level: 'general',
  areaCode: '140621200200',
  trade: 'commerce',
  responsibleUnitId: 'enterprise',
  assignerPostId: null,
  rectifierIds: [],
  askedPostId: null,
  unitId: null,
  plan: null,
  county: null,
  leaderPostId: null,
  watched: false,
  fixedBy: null,
};
const roles = (profile: Profile, line: string, trades: string[] = []): Set<HazardRole> =>
  rolesOf({ id: profile, profile, line, unitId: 'unit', areaCode: '140621200', trades }, hazard);

const station = roles('station', 'supervision');
const clerk = roles('member', 'supervision');
const tradeStation = roles('station', 'sector', ['commerce']);
const otherTrade = roles('station', 'sector', ['forestry']);
const team = roles('village-team', 'territorial');
const deputy = roles('deputy', 'supervision');

it.each([
  ['a station with the team', station, team, true],
  ['its clerk with the team', clerk, team, true],
  ['the team with a clerk of 安监站', team, clerk, true],
  ['the team with the trade’s station', team, tradeStation, true],
  ['the team with another trade’s station', team, otherTrade, false],
  ['two of a station', station, clerk, false],
  ['two of the team', team, team, false],
  ['a station with 分管', station, deputy, false],
])('for an enterprise %s: %s', (_words, mine, theirs, fits) => {
  expect(fitsAsCompanion(mine, theirs, 'enterprise')).toBe(fits);
});

it.each(['collective', 'public', null] as const)('elsewhere (%s) whoever of either side goes along', (ownership) => {
  for (const mine of [station, team]) {
    for (const theirs of [station, clerk, tradeStation, team])
      expect(fitsAsCompanion(mine, theirs, ownership)).toBe(true);
    for (const theirs of [deputy, otherTrade]) expect(fitsAsCompanion(mine, theirs, ownership)).toBe(false);
  }
});
