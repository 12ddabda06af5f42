import type { KindFacts } from '../accountability/superior.rule';
import { holidaysOf } from '../rules/holidays.contract';
import type { Rules } from '../rules/rules';
import {
  dueRungs,
  type LadderPost,
  type LateMatter,
  mayBeDue,
  type Party,
  type Told,
  targetPost,
} from './hazard.escalation';

const KINDS: Record<string, Omit<KindFacts, 'key'>> = {
  secretary: { profile: 'leader', line: 'leadership', singleHolder: true, reportsTo: null },
  head: { profile: 'leader', line: 'leadership', singleHolder: true, reportsTo: 'secretary' },
  deputy: { profile: 'deputy', line: 'supervision', singleHolder: true, reportsTo: 'head' },
  trade: { profile: 'deputy', line: 'sector', singleHolder: false, reportsTo: 'head' },
  leader: { profile: 'village-team', line: 'territorial', singleHolder: false, reportsTo: 'deputy' },
  cadre: { profile: 'village-team', line: 'territorial', singleHolder: false, reportsTo: 'leader' },
  station: { profile: 'station', line: 'supervision', singleHolder: true, reportsTo: 'deputy' },
  clerk: { profile: 'station', line: 'supervision', singleHolder: false, reportsTo: 'station' },
  clinic: { profile: 'station', line: 'sector', singleHolder: true, reportsTo: 'trade' },
  discipline: { profile: 'discipline', line: null, singleHolder: true, reportsTo: 'secretary' },
  enterprise: { profile: 'enterprise-head', line: 'primary', singleHolder: true, reportsTo: 'station' },
};
const kinds = new Map(Object.entries(KINDS).map(([key, kind]) => [key, { key, ...kind }]));
const TOWNSHIP = '140621200';
const VILLAGE = '140621200200';

function post(kindKey: string, place: Partial<LadderPost> = {}): LadderPost {
  const { profile, line, reportsTo } = KINDS[kindKey] as KindFacts;
  const superiorProfile = reportsTo === null ? null : (KINDS[reportsTo]?.profile ?? null);
  const ranked = { postId: kindKey, kindKey, profile, line, reportsTo, superiorProfile };
  return {
    ...ranked,
    areaCode: ['cadre', 'leader', 'enterprise'].includes(kindKey) ? VILLAGE : TOWNSHIP,
    trades: [],
    ...place,
  };
}
/** Somebody in the first of the posts, who holds the others too. */
function party(...keys: [string, ...string[]]): Party {
  const held = keys.map((key) => post(key));
  return { post: held[0] as LadderPost, personId: keys.join('+'), held };
}

const DAYS = { holder: 1, 'village-leader': 3, deputy: 5, leader: 10, discipline: 15, 'safety-station': 15 } as const;
const rules: Rules = {
  values: {} as Rules['values'],
  escalation: [
    ...(['holder', 'village-leader', 'deputy', 'leader'] as const).map((to) => ({
      ...{ key: to, case: 'any' as const, to },
      ...{ after: DAYS[to], unit: 'calendar-days' as const },
    })),
    { key: 'supervision', case: 'supervising', to: 'discipline', after: 15, unit: 'calendar-days' },
    { key: 'transfer', case: 'enterprise', to: 'safety-station', after: 15, unit: 'calendar-days' },
    { key: 'county-deputy', case: 'county-report', to: 'deputy', after: 0, unit: 'hours' },
    { key: 'county-leader', case: 'county-report', to: 'leader', after: 0, unit: 'hours' },
  ],
  holidays: holidaysOf([]),
};
const targets = {
  'village-leader': party('leader'),
  deputy: party('deputy'),
  leader: party('head'),
  discipline: party('discipline'),
  'safety-station': party('station'),
};
const nothing: Told = { rungs: new Set(), persons: new Set(), lastOn: null };
const late = (of: LateMatter['case'], holder: Party, managedBy: LateMatter['managedBy'] = 'township'): LateMatter => ({
  ...{ case: of, dueOn: '2026-03-01', hoursLate: 0, holder, managedBy },
});

/** Who is told on each day of March, day after day. */
function march(
  matter: LateMatter,
  known: Parameters<typeof dueRungs>[1] = targets,
  days = 31,
): Record<string, string[]> {
  const rungs = new Set<string>();
  const persons = new Set<string>();
  let lastOn: string | null = null;
  const told: Record<string, string[]> = {};
  for (let day = 1; day <= days; day++) {
    const today = `2026-03-${String(day).padStart(2, '0')}`;
    for (const rung of dueRungs(matter, known, { rungs, persons, lastOn }, today, rules)) {
      told[today.slice(8)] = [...(told[today.slice(8)] ?? []), `${rung.key} ${rung.to.personId}`];
      rungs.add(rung.key);
      persons.add(rung.to.personId);
      lastOn = today;
    }
  }
  return told;
}

describe('the ladder of a matter that is late', () => {
  it('tells an enterprise’s head, then those above, then 安监站 that the county may take it', () => {
    expect(march(late('enterprise', party('enterprise'), 'none'))).toEqual({
      '02': ['holder enterprise'],
      '04': ['village-leader leader'],
      '06': ['deputy deputy'],
      '11': ['leader head'],
      '16': ['transfer station'],
    });
  });

  it('of a supervising post ends with 监督提示, and passes over whoever is not above', () => {
    expect(march(late('supervising', party('station')))).toEqual({
      '02': ['holder station'],
      '06': ['deputy deputy'],
      '11': ['leader head'],
      '16': ['supervision discipline'],
    });
  });

  it('tells 包村领导 of the team below, and not of themselves', () => {
    expect(march(late('supervising', party('cadre')))['04']).toEqual(['village-leader leader']);
    expect(march(late('supervising', party('leader')))).not.toHaveProperty('04');
  });

  it.each(['county', 'bureau', 'none'] as const)('goes to no 乡纪委 about somebody managed by %s', (managedBy) => {
    expect(JSON.stringify(march(late('supervising', party('deputy'), managedBy)))).not.toContain('supervision');
  });

  it('of another unit ends with 主要负责人', () => {
    expect(march(late('unit', party('clinic')), { ...targets, deputy: party('trade') })).toEqual({
      '02': ['holder clinic'],
      '06': ['deputy trade'],
      '11': ['leader head'],
    });
  });

  it('of 乡长 tells 书记, of 书记 nobody else', () => {
    const above = { ...targets, leader: party('secretary'), deputy: null };
    expect(march(late('supervising', party('head'), 'county'), above)).toEqual({
      '02': ['holder head'],
      '11': ['leader secretary'],
    });
    const none = { ...targets, leader: null, deputy: null };
    expect(march(late('supervising', party('secretary'), 'county'), none)).toEqual({ '02': ['holder secretary'] });
  });

  it('never tells a subordinate of their superior, in whatever post the superior is late', () => {
    const headman = party('leader', 'head');
    const told = march(late('supervising', headman, 'county'), { ...targets, leader: headman });
    expect(told).toEqual({ '02': ['holder leader+head'] });
  });

  it('tells nobody of themselves, nor twice', () => {
    const both = party('leader', 'deputy');
    const told = march(late('enterprise', party('enterprise'), 'none'), {
      ...targets,
      'village-leader': both,
      deputy: both,
    });
    expect(told).toMatchObject({ '04': ['village-leader leader+deputy'], '11': ['leader head'] });
    expect(told).not.toHaveProperty('06');
  });

  it('goes on one rung a day after a pause', () => {
    const matter = late('enterprise', party('enterprise'), 'none');
    expect(dueRungs(matter, targets, nothing, '2026-03-31', rules).map((it) => it.key)).toEqual(['holder']);
    const told = { rungs: new Set(['holder']), persons: new Set(['enterprise']), lastOn: '2026-03-31' };
    expect(dueRungs(matter, targets, told, '2026-03-31', rules)).toEqual([]);
    expect(dueRungs(matter, targets, told, '2026-04-01', rules).map((it) => it.key)).toEqual(['village-leader']);
  });

  it('counts working days where the rung says so', () => {
    const working: Rules = {
      ...rules,
      escalation: [{ key: 'holder', case: 'any', to: 'holder', after: 1, unit: 'working-days' }],
    };
    const lateUnit = { case: 'unit', dueOn: '2026-02-27', hoursLate: 0 } as const;
    // 1 March 2026 is a Sunday.
    expect(mayBeDue(lateUnit, new Set(), '2026-03-01', working)).toBe(false);
    expect(mayBeDue(lateUnit, new Set(), '2026-03-02', working)).toBe(true);
    expect(mayBeDue(lateUnit, new Set(['holder']), '2026-03-02', working)).toBe(false);
  });

  it('of the county’s clock tells 分管 and 主要负责人 at once, and no rung of the others', () => {
    expect(march(late('county-report', party('station')))).toEqual({
      '01': ['county-deputy deputy', 'county-leader head'],
    });
  });
});

describe('whom a target names', () => {
  const posts = [
    ...Object.keys(KINDS)
      .filter((key) => key !== 'trade')
      .map((key) => post(key)),
    post('trade', { postId: 'trade-health', trades: ['health'] }),
    post('trade', { postId: 'trade-farm', trades: ['agriculture'] }),
    post('leader', { postId: 'leader-elsewhere', areaCode: '140621200202' }),
  ];
  const named = (target: Parameters<typeof targetPost>[0], holder: LadderPost) =>
    targetPost(target, holder, VILLAGE, posts, kinds)?.postId ?? null;

  it('is found by place, by line and by trade', () => {
    expect(named('village-leader', post('enterprise'))).toBe('leader');
    expect(named('deputy', post('enterprise'))).toBe('deputy');
    expect(named('leader', post('enterprise'))).toBe('head');
    expect(named('deputy', post('clinic', { trades: ['health'] }))).toBe('trade-health');
    expect(named('discipline', post('station'))).toBe('discipline');
    expect(named('safety-station', post('enterprise'))).toBe('station');
  });

  it('is nobody where nobody stands above', () => {
    expect(named('deputy', post('deputy'))).toBeNull();
    expect(named('leader', post('secretary'))).toBeNull();
    expect(named('deputy', post('clinic', { trades: ['forestry'] }))).toBeNull();
  });
});
