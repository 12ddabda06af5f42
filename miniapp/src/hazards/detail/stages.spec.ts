import type { HazardDetail } from '@zerentian/shared/hazards/hazard.contract';
import { papersFor } from '@zerentian/shared/hazards/hazard.county';
import { type HazardState, hazardStates, openStates } from '@zerentian/shared/hazards/hazard.vocabulary';
import { sampleEvent, sampleHazard } from '../sample-hazard';
import { stagesOf, waitingWords } from './stages';

/** ✓ is behind, > is where it stands. */
function line(part: Partial<HazardDetail>): string {
  const SIGNS = { done: '✓', now: '>', ahead: '' };
  return stagesOf(sampleHazard(part))
    .map(({ name, at }) => SIGNS[at] + name)
    .join(' ');
}

const COUNTY = papersFor('judgement', {}, null);
const LISTED = { ...COUNTY, listingNumber: '县安委〔2026〕1号' };
const PLAN = { responsibility: '甲', measures: '乙', funds: '丙', timeLimit: '丁', contingency: '戊' };

describe('stagesOf', () => {
  it.each([
    ['reported', '✓上报 >研判 交办 整改 复查 销号'],
    ['graded', '✓上报 ✓研判 >交办 整改 复查 销号'],
    ['assigned', '✓上报 ✓研判 ✓交办 >整改 复查 销号'],
    ['extension-asked', '✓上报 ✓研判 ✓交办 >整改 复查 销号'],
    ['returned', '✓上报 ✓研判 ✓交办 >整改 复查 销号'],
    ['submitted', '✓上报 ✓研判 ✓交办 ✓整改 >复查 销号'],
    ['verified', '✓上报 ✓研判 ✓交办 ✓整改 ✓复查 >销号'],
    ['closed', '✓上报 ✓研判 ✓交办 ✓整改 ✓复查 ✓销号'],
    ['rejected', '✓上报 ✓不予受理'],
    ['merged', '✓上报 ✓并案'],
  ] satisfies [HazardState, string][])('of what was referred, while %s', (state, words) => {
    expect(line({ path: 'referred', state })).toBe(words);
  });

  it('of what was handed over on the spot leaves 研判 out', () => {
    expect(line({ path: 'assigned', state: 'rectifying' })).toBe('✓上报 ✓交办 >整改 复查 销号');
  });

  it('of what was put right at once knows 抽查 only where it was drawn', () => {
    expect(line({ path: 'fixed', state: 'closed' })).toBe('✓即查即改 ✓销号');
    expect(line({ path: 'fixed', state: 'closed', sampled: true })).toBe('✓即查即改 ✓销号 >抽查');
    const spotCheckedAt = '2026-11-23T02:00:00.000Z';
    expect(line({ path: 'fixed', state: 'closed', sampled: true, spotCheckedAt })).toBe('✓即查即改 ✓销号 ✓抽查');
  });

  it.each<[string, Partial<HazardDetail>, string]>([
    ['suspected', { level: 'suspected-major', state: 'reported' }, '✓上报 >报县 判定 挂牌 方案 整改 复查 核销'],
    ['suspected later', { level: 'suspected-major', state: 'rectifying' }, '✓上报 >报县 判定 挂牌 方案 整改 复查 核销'],
    [
      'with the county',
      { level: 'suspected-major', state: 'with-county', county: COUNTY },
      '✓上报 ✓报县 >判定 挂牌 方案 整改 复查 核销',
    ],
    ['judged', { level: 'major', state: 'with-county', county: COUNTY }, '✓上报 ✓报县 ✓判定 >挂牌 方案 整改 复查 核销'],
    ['listed', { level: 'major', state: 'assigned', county: LISTED }, '✓上报 ✓报县 ✓判定 ✓挂牌 >方案 整改 复查 核销'],
    [
      'planned',
      { level: 'major', state: 'assigned', plan: PLAN, county: LISTED },
      '✓上报 ✓报县 ✓判定 ✓挂牌 ✓方案 >整改 复查 核销',
    ],
    [
      'verified',
      { level: 'major', state: 'verified', plan: PLAN, county: LISTED },
      '✓上报 ✓报县 ✓判定 ✓挂牌 ✓方案 ✓整改 ✓复查 >核销',
    ],
    [
      'to be accepted',
      { level: 'major', state: 'with-county', plan: PLAN, county: { ...COUNTY, purpose: 'acceptance' } },
      '✓上报 ✓报县 ✓判定 ✓挂牌 ✓方案 ✓整改 ✓复查 >核销',
    ],
    ['given back', { level: 'major', state: 'graded', county: LISTED }, '✓上报 >交办 方案 整改 复查 核销'],
    [
      'reopened',
      { level: 'major', state: 'reopened', events: [sampleEvent(1, 'report'), sampleEvent(9, 'reopen')] },
      '✓重启 >交办 方案 整改 复查 核销',
    ],
  ])('of 重大: %s', (_name, part, words) => expect(line(part)).toBe(words));

  it('of what was handed to the county for enforcement ends there', () => {
    const county = { ...COUNTY, purpose: 'transfer' } as const;
    expect(line({ state: 'with-county', county })).toBe('✓上报 ✓移送 >县办 核销');
  });

  it('says on which day what is behind was done, by the latest round', () => {
    const events = [
      sampleEvent(1, 'report'),
      sampleEvent(2, 'submit', { occurredAt: '2026-11-24T02:00:00.000Z' }),
      sampleEvent(4, 'submit', { occurredAt: '2026-11-26T02:00:00.000Z' }),
      sampleEvent(5, 'submit', { occurredAt: '2026-11-27T02:00:00.000Z', late: true }),
    ];
    const done = stagesOf(sampleHazard({ state: 'submitted', events }));
    expect(done.map(({ on }) => on?.slice(8, 10) ?? null)).toEqual(['23', '23', '26', null, null]);
  });

  const LEVELS = ['general', 'suspected-major', 'major'] as const;
  it.each(openStates.flatMap((state) => LEVELS.map((level) => [state, level] as const)))(
    'stands somewhere while open: %s, %s',
    (state, level) => {
      const county = state === 'with-county' ? COUNTY : null;
      const events = state === 'reopened' ? [sampleEvent(1, 'reopen')] : [];
      const isPossible = !(level === 'general' && state === 'with-county');
      const isGivenBack = level === 'major' && state === 'reported';
      const now = stagesOf(sampleHazard({ state, level, county, events, path: 'referred' })).filter(
        ({ at }) => at === 'now',
      );
      if (isPossible && !isGivenBack) expect(now).toHaveLength(1);
    },
  );
});

describe('waitingWords', () => {
  it('says something of every state', () => {
    for (const state of hazardStates) expect(waitingWords(sampleHazard({ state }))).not.toBe('');
  });

  it('says whose turn it is with 重大', () => {
    expect(waitingWords(sampleHazard({ level: 'suspected-major', state: 'reported' }))).toContain('等上报县级');
    expect(waitingWords(sampleHazard({ level: 'major', state: 'assigned' }))).toContain('五落实');
    expect(waitingWords(sampleHazard({ level: 'major', state: 'verified', plan: PLAN }))).toContain('县级验收核销');
  });
});
