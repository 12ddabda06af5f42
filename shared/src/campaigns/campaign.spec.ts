import { explore } from '../lifecycle';
import type { CampaignDetail } from './campaign.contract';
import { planCampaign } from './campaign.contract';
import { campaignStates, campaignStepsFor, campaignTransitions, mayPlan } from './campaign.lifecycle';
import { campaignReport } from './campaign.report';

const TOWNSHIP = '140621200';
const station = { id: 's', profile: 'station' as const, line: 'supervision', areaCode: TOWNSHIP };
const facts = { state: 'planned' as const, townshipCode: TOWNSHIP, responsiblePostId: 'r', authorPostId: 'a' };

test('every state is reached; only a finished campaign ends', () => {
  expect(explore(campaignTransitions, campaignStates, ['planned'])).toEqual({ unreachable: [], final: ['finished'] });
});

test('whoever plans, is responsible or oversees takes the steps; nobody else', () => {
  const stepsOf = (post: Partial<typeof station> & { profile?: string }) =>
    campaignStepsFor({ ...station, ...post } as typeof station, facts);
  const all = ['amend', 'add-units', 'start'];
  expect(stepsOf({})).toEqual(all);
  expect(stepsOf({ id: 'r', line: 'sector' })).toEqual(all);
  expect(stepsOf({ id: 'a', line: 'sector' })).toEqual(all);
  expect(stepsOf({ line: 'sector' })).toEqual([]);
  expect(stepsOf({ areaCode: '140621201' })).toEqual([]);
  const running = { ...facts, state: 'running' as const };
  expect(campaignStepsFor(station, running)).toEqual(['add-units', 'finish']);
  expect(campaignStepsFor(station, { ...facts, state: 'finished' })).toEqual([]);
});

test('campaigns are planned for a township, not for a village', () => {
  expect(mayPlan(station)).toBe(true);
  expect(mayPlan({ ...station, areaCode: `${TOWNSHIP}200` })).toBe(false);
  expect(mayPlan({ ...station, profile: 'village-team' } as never)).toBe(false);
});

test('a plan ends no earlier than it begins, and names each unit once', () => {
  const id = '0193b5a0-0000-7000-8000-00000000dead';
  const plan = { kind: 'rectification', title: '示例', startsOn: '2026-11-01', endsOn: '2026-11-30', unitIds: [id] };
  const paths = (changes: object) =>
    planCampaign
      .safeParse({ ...plan, checklistKey: 'general', ...changes })
      .error?.issues.map((issue) => issue.path.join('.'));
  expect(paths({})).toBeUndefined();
  expect(paths({ endsOn: '2026-10-31' })).toEqual(['endsOn']);
  expect(paths({ unitIds: [id, id] })).toEqual(['unitIds']);
  expect(paths({ unitIds: [] })).toEqual(['unitIds']);
});

describe('the report', () => {
  const unit = (unitName: string, visits: number, failed = 0) => ({
    unitName,
    visits,
    last: visits === 0 ? null : { id: 'x', occurredAt: '', failed },
  });
  const detail = (progress: object, units: object[]) =>
    ({
      kind: 'rectification',
      title: '燃气安全整治',
      basis: '《示例方案》（示例〔2026〕1号）',
      startsOn: '2026-11-01',
      endsOn: '2026-11-30',
      responsible: { post: '应急管理站站长', name: '示例' },
      progress,
      units,
    }) as unknown as CampaignDetail;

  test('counts what was visited, found, put right and left', () => {
    const findings = { found: 4, putRight: 3, overdue: 1 };
    const text = campaignReport(
      detail({ units: 3, visited: 2, visits: 3, others: 1, findings }, [
        unit('甲', 2),
        unit('乙', 1, 4),
        unit('丙', 0),
      ]),
    );
    for (const words of [
      '根据《示例方案》（示例〔2026〕1号），2026年11月1日至2026年11月30日',
      '计划检查 3 家，实际检查 2 家，共 3 次',
      '尚有 1 家没有检查到：丙。',
      '另检查计划外单位 1 家',
      '共发现隐患 4 条，已整改销号 3 条，整改率 75%',
      '没有发现问题的单位 1 家',
      '尚有 1 条没有销号，其中逾期 1 条',
    ])
      expect(text).toContain(words);
  });

  test('says plainly that nothing was found or left', () => {
    const findings = { found: 0, putRight: 0, overdue: 0 };
    const text = campaignReport(detail({ units: 1, visited: 1, visits: 1, others: 0, findings }, [unit('甲', 1)]));
    expect(text).toContain('全部检查到位');
    expect(text).toContain('没有发现问题');
    expect(text).toContain('没有遗留问题');
  });
});
