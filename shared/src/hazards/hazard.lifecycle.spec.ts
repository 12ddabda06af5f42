import { explore, stepsFor } from '../lifecycle';
import { reportHazard } from './hazard.contract';
import type { ActingPost, HazardFacts } from './hazard.facts';
import { blockedBy } from './hazard.guards';
import { holderOf } from './hazard.holder';
import { allowedSteps, hazardTransitions } from './hazard.lifecycle';
import { rolesOf } from './hazard.roles';
import { hazardRoles, hazardStates, hazardSteps } from './hazard.vocabulary';

const VILLAGE = '140621200200';
const TOWNSHIP = '140621200';

function hazard(changes: Partial<HazardFacts> = {}): HazardFacts {
  const facts: HazardFacts = {
    state: 'assigned',
    level: 'general',
    areaCode: VILLAGE,
    trade: 'commerce',
    responsibleUnitId: 'enterprise',
    assignerPostId: 'cadre-post',
    rectifierIds: [],
    askedPostId: null,
    unitId: 'enterprise',
    plan: null,
    county: null,
    leaderPostId: null,
    watched: false,
    fixedBy: null,
  };
  return { ...facts, ...changes };
}

function post(changes: Partial<ActingPost>): ActingPost {
  return { id: 'post', profile: 'member', line: null, unitId: 'unit', areaCode: TOWNSHIP, trades: [], ...changes };
}

/** Somebody who holds no post in the unit that is responsible. */
const by = (personId: string, ...unitIds: string[]) => ({ personId, unitIds });

const cadre = post({ id: 'cadre-post', profile: 'village-team', line: 'territorial', areaCode: VILLAGE });
const station = post({ id: 'station-post', profile: 'station', line: 'supervision' });
const deputy = post({ id: 'deputy-post', profile: 'deputy', line: 'supervision' });
const owner = post({
  id: 'owner-post',
  profile: 'enterprise-head',
  line: 'primary',
  unitId: 'enterprise',
  areaCode: VILLAGE,
});

describe('the transition table of hazards', () => {
  it('reaches every state, and only rejected and merged are ends for good', () => {
    const { unreachable, final } = explore(hazardTransitions, hazardStates, ['reported', 'assigned', 'closed']);
    expect(unreachable).toEqual([]);
    expect(final).toEqual(['rejected', 'merged']);
  });

  it('has a row for every step, and every role may do something', () => {
    expect(new Set(hazardTransitions.map((row) => row.step))).toEqual(new Set(hazardSteps));
    for (const role of hazardRoles) expect(hazardTransitions.some((row) => row.by.includes(role))).toBe(true);
  });

  it('never has two rows for one step in one state, so that a step has one outcome', () => {
    for (const state of hazardStates) {
      const steps = stepsFor(hazardTransitions, state, new Set(hazardRoles));
      expect(new Set(steps).size).toBe(steps.length);
    }
  });
});

describe('what somebody is to a hazard', () => {
  it('follows from the post: the team of the village, not of the next one', () => {
    expect(rolesOf(cadre, hazard())).toEqual(new Set(['village-team', 'assigner']));
    const neighbour = post({ profile: 'village-team', areaCode: '140621200202' });
    expect(rolesOf(neighbour, hazard()).size).toBe(0);
  });

  it('lets a trade station in only for its own trade', () => {
    const tradeStation = post({ profile: 'station', line: 'sector', trades: ['commerce'] });
    expect(rolesOf(tradeStation, hazard())).toContain('trade-station');
    expect(rolesOf(tradeStation, hazard({ trade: 'fireworks' }))).not.toContain('trade-station');
  });

  it('gives the steps of the moment to whoever may take them', () => {
    expect(allowedSteps(owner, hazard(), by('owner'))).toEqual([
      'start',
      'submit',
      'ask-extension',
      'request-coordination',
    ]);
    expect(allowedSteps(station, hazard({ state: 'reported' }), by('li'))).toEqual([
      'assess',
      'reject',
      'merge',
      'report-to-county',
    ]);
    expect(allowedSteps(deputy, hazard({ state: 'graded' }), by('wang'))).toEqual([
      'return-assessment',
      'approve',
      'report-to-county',
      'watch',
    ]);
    expect(allowedSteps(owner, hazard({ state: 'submitted' }), by('owner'))).toEqual([]);
  });
});

describe('what must wait', () => {
  it('is a re-check by whoever started or submitted the work, in whichever post', () => {
    const submitted = hazard({ state: 'submitted', rectifierIds: ['li'] });
    expect(blockedBy('verify', submitted, by('li'))).toBe('same_person');
    expect(allowedSteps(station, submitted, by('li'))).not.toContain('verify');
    expect(allowedSteps(station, submitted, by('other'))).toContain('verify');
  });

  it('is a re-check and the closing by whoever holds a post in the responsible unit', () => {
    for (const [step, state] of [
      ['verify', 'submitted'],
      ['return', 'submitted'],
      ['close', 'verified'],
    ] as const) {
      expect(blockedBy(step, hazard({ state }), by('li', 'station', 'enterprise'))).toBe('own_unit');
      expect(blockedBy(step, hazard({ state }), by('li', 'station'))).toBeNull();
    }
    expect(blockedBy('submit', hazard(), by('owner', 'enterprise'))).toBeNull();
  });

  it('is nothing to 分管, who closes what 安监站 itself put right, and no more than that', () => {
    const verified = hazard({ state: 'verified', responsibleUnitId: 'station', bySafetyStation: true });
    expect(allowedSteps(deputy, verified, by('wang', 'government'))).toEqual(['close', 'report-to-county']);
    expect(allowedSteps(deputy, { ...verified, bySafetyStation: false }, by('wang', 'government'))).toEqual([
      'report-to-county',
    ]);
    expect(allowedSteps(station, verified, by('li', 'station'))).not.toContain('close');
  });

  it('is not what lies with a vacant post: whoever answers for it has its role', () => {
    const leader = post({ id: 'leader-post', profile: 'leader' });
    for (const [state, steps] of [
      ['reported', ['assess', 'reject']],
      ['graded', ['return-assessment', 'approve']],
      ['verified', ['close']],
    ] as const) {
      const asStandIn = allowedSteps(leader, hazard({ state, standInPostId: leader.id }), by('he'));
      expect(asStandIn).toEqual(expect.arrayContaining([...steps]));
      const asLeader = allowedSteps(leader, hazard({ state, standInPostId: 'another' }), by('he'));
      for (const step of steps) expect(asLeader).not.toContain(step);
    }
  });

  it('is 不予受理 of whatever may be 重大', () => {
    const reported = hazard({ state: 'reported' });
    expect(blockedBy('reject', { ...reported, level: 'suspected-major' }, by('p'))).toBe('major_not_judged');
    expect(blockedBy('reject', reported, by('p'))).toBeNull();
  });

  it('is everything but first measures and the county while 重大 is suspected', () => {
    const suspected = hazard({ level: 'suspected-major', state: 'graded' });
    for (const step of ['approve', 'assign', 'start', 'submit', 'ask-extension', 'grant-extension'] as const)
      expect(blockedBy(step, suspected, by('p'))).toBe('county_first');
    expect(allowedSteps(deputy, suspected, by('wang'))).toEqual(['return-assessment', 'report-to-county', 'watch']);
    expect(allowedSteps(owner, suspected, by('owner'))).toEqual(['take-first-measures']);
  });

  it('is the work on a 重大 hazard without all five of the plan, and its closing by the township', () => {
    const plan = { responsibility: '甲', measures: '乙', funds: '丙', timeLimit: '丁', contingency: '戊' };
    const major = hazard({ level: 'major' });
    for (const step of ['start', 'submit', 'ask-extension'] as const) {
      expect(blockedBy(step, major, by('p'))).toBe('plan_missing');
      for (const name of Object.keys(plan))
        expect(blockedBy(step, { ...major, plan: { ...plan, [name]: ' ' } }, by('p'))).toBe('plan_missing');
      expect(blockedBy(step, { ...major, plan }, by('p'))).toBeNull();
    }
    expect(blockedBy('close', { ...major, plan, state: 'verified' }, by('p'))).toBe('county_decides');
    expect(blockedBy('submit-plan', major, by('p'))).toBeNull();
    expect(blockedBy('submit-plan', hazard(), by('p'))).toBe('step_not_allowed');
  });

  it('is a second request for help while the first is out', () => {
    expect(blockedBy('request-coordination', hazard({ askedPostId: 'deputy-post' }), by('p'))).toBe('step_not_allowed');
  });
});

describe('责任在谁手里', () => {
  const posts = {
    safetyStationId: 'station-post',
    safetyDeputyId: 'deputy-post',
    responsibleHeadId: 'owner-post',
    countyId: null,
  };

  it.each([
    ['reported', 'station-post'],
    ['graded', 'deputy-post'],
    ['assigned', 'owner-post'],
    ['rectifying', 'owner-post'],
    ['returned', 'owner-post'],
    ['submitted', 'cadre-post'],
    ['verified', 'cadre-post'],
    ['reopened', 'cadre-post'],
    ['extension-asked', 'cadre-post'],
    ['with-county', null],
    ['closed', null],
    ['rejected', null],
    ['merged', null],
  ] as const)('in state %s lies with %s', (state, holder) => {
    expect(holderOf(hazard({ state }), posts)).toBe(holder);
  });

  it('lies with 安监站 when reopened without ever having been handed over', () => {
    expect(holderOf(hazard({ state: 'reopened', assignerPostId: null }), posts)).toBe('station-post');
  });

  it('lies with 分管 when 安监站 itself put it right and it is to be closed', () => {
    expect(holderOf(hazard({ state: 'verified', bySafetyStation: true }), posts)).toBe('deputy-post');
    expect(holderOf(hazard({ state: 'submitted', bySafetyStation: true }), posts)).toBe('cadre-post');
  });

  it('moves to whoever was asked for help, until answered', () => {
    expect(holderOf(hazard({ askedPostId: 'deputy-post' }), posts)).toBe('deputy-post');
  });
});

describe('the report contract', () => {
  it('takes one line, or one photo, and nothing less', () => {
    expect(reportHazard.safeParse({ description: '电线裸露' }).success).toBe(true);
    expect(reportHazard.safeParse({ photoIds: ['0193b5a0-0000-7000-8000-000000000001'] }).success).toBe(true);
    expect(reportHazard.safeParse({}).error?.issues[0]?.path).toEqual(['description']);
  });

  it('counts 𠮷 as one character, and refuses controls and bidirectional overrides', () => {
    expect(reportHazard.safeParse({ description: '𠮷'.repeat(2000) }).success).toBe(true);
    expect(reportHazard.safeParse({ description: '𠮷'.repeat(2001) }).success).toBe(false);
    expect(reportHazard.safeParse({ description: 'a\u0000b' }).success).toBe(false);
    expect(reportHazard.safeParse({ description: 'a\u202eb' }).success).toBe(false);
  });

  it('asks path B for a unit and 疑似重大 for the clause of the standard', () => {
    expect(reportHazard.safeParse({ description: '甲', path: 'assigned' }).error?.issues[0]?.path).toEqual(['unitId']);
    expect(reportHazard.safeParse({ description: '甲', level: 'suspected-major' }).error?.issues[0]?.path).toEqual([
      'standardClause',
    ]);
  });
});
