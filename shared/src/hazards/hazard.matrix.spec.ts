import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { papersFor } from './hazard.county';
import type { ActingPost, HazardFacts, HazardLevel } from './hazard.facts';
import { allowedSteps } from './hazard.lifecycle';
import { type HazardRole, type HazardState, hazardRoles, hazardStates } from './hazard.vocabulary';

/**
 * Who may do what in which state, at each level: every role × state × step, written down (hazard.matrix.json) and compared with what the posts of
 * those roles are really offered. What is not written down is refused.
 */
const TOWNSHIP = '140621200';
const VILLAGE = '140621200200';

const post = (id: string, changes: Partial<ActingPost>): ActingPost => ({
  id,
  profile: 'member',
  line: null,
  unitId: `unit of ${id}`,
  areaCode: TOWNSHIP,
  trades: [],
  ...changes,
});

/** Somebody who is that to the hazard, and nothing else. */
const POSTS: Record<HazardRole, ActingPost> = {
  'safety-station': post('station', { profile: 'station', line: 'supervision' }),
  'trade-station': post('trade', { profile: 'station', line: 'sector', trades: ['commerce'] }),
  'safety-deputy': post('deputy', { profile: 'deputy', line: 'supervision' }),
  leader: post('leader', { profile: 'leader' }),
  'village-team': post('team', { profile: 'village-team', areaCode: VILLAGE }),
  'site-head': post('site', { profile: 'enterprise-head', unitId: 'site' }),
  'responsible-head': post('head', { profile: 'enterprise-head', unitId: 'responsible' }),
  assigner: post('assigner', {}),
  'leader-in-charge': post('in-charge', { profile: 'deputy', line: 'sector' }),
  asked: post('asked', {}),
  'station-overseer': post('deputy', { profile: 'deputy', line: 'supervision' }),
  county: post('county', { profile: 'county', areaCode: '140621' }),
};

const FIVE = { responsibility: '甲', measures: '乙', funds: '丙', timeLimit: '丁', contingency: '戊' };

function hazard(state: HazardFacts['state'], level: HazardLevel, role: HazardRole): HazardFacts {
  return {
    state,
    level,
    areaCode: VILLAGE,
    trade: 'commerce',
    unitId: 'site',
    responsibleUnitId: 'responsible',
    assignerPostId: 'assigner',
    rectifierIds: ['somebody else'],
    askedPostId: role === 'asked' ? 'asked' : null,
    plan: level === 'major' ? FIVE : null,
    county: state === 'with-county' ? papersFor(level === 'general' ? 'transfer' : 'judgement', {}, null) : null,
    leaderPostId: 'in-charge',
    watched: false,
    fixedBy: state === 'closed' && level === 'general' ? 'the finder' : null,
    bySafetyStation: role === 'station-overseer',
  };
}

const offered = (state: HazardFacts['state'], level: HazardLevel, role: HazardRole) =>
  allowedSteps(POSTS[role], hazard(state, level, role), { personId: 'somebody', unitIds: [POSTS[role].unitId] });

/** Which role is offered which steps, by level and state. */
const MATRIX: Record<HazardLevel, Partial<Record<HazardState, string[]>>> = JSON.parse(
  readFileSync(join(__dirname, 'hazard.matrix.json'), 'utf8'),
);

describe.each(['general', 'suspected-major', 'major'] as const)('at the level %s', (level) => {
  it.each(hazardStates)('in the state %s each role is offered what is written down, and no more', (state) => {
    const found = hazardRoles.flatMap((role) => {
      const steps = offered(state, level, role);
      return steps.length === 0 ? [] : [`${role}: ${steps.join(' ')}`];
    });
    expect(found).toEqual(MATRIX[level][state] ?? []);
  });
});

it('names every state at every level that can be', () => {
  for (const level of Object.values(MATRIX))
    for (const state of Object.keys(level)) expect(hazardStates).toContain(state);
});
