import { exampleRules as rules } from '../rules/rules.example';
import { holderDueOn, holderTask, mayReopen } from './hazard.deadline';
import type { HazardFacts } from './hazard.facts';

const at = (text: string) => new Date(text);

test('a closed hazard is reopened until the 180th day after, by the calendar of Shanghai', () => {
  const closed = at('2026-01-01T15:59:00.000Z');
  expect(mayReopen(closed, at('2026-06-30T15:59:59.999Z'), rules)).toBe(true);
  expect(mayReopen(closed, at('2026-06-30T16:00:00.000Z'), rules)).toBe(false);
  expect(mayReopen(at('2026-01-01T16:00:00.000Z'), at('2026-06-30T16:00:00.000Z'), rules)).toBe(true);
});

test('what is re-checked but not closed yet has no such end', () => {
  expect(mayReopen(null, at('2036-01-01T00:00:00.000Z'), rules)).toBe(true);
});

describe('the date of whoever holds it', () => {
  const facts = (changes: Partial<HazardFacts>) =>
    ({
      ...{ state: 'assigned', level: 'general', areaCode: '140621200200', trade: null, unitId: null },
      ...{ responsibleUnitId: 'u', assignerPostId: 'p', rectifierIds: [], askedPostId: null, plan: null },
      ...{ county: null, leaderPostId: null, watched: false, fixedBy: null },
      ...changes,
    }) as HazardFacts;
  /** A Thursday afternoon. */
  const reached = at('2026-11-19T08:00:00.000Z');
  const due = (changes: Partial<HazardFacts>) => holderDueOn(facts(changes), '2026-12-01', reached, rules);

  it.each<[HazardFacts['state'], string | null]>([
    ['reported', '2026-11-23'],
    ['graded', '2026-11-23'],
    ['assigned', '2026-12-01'],
    ['rectifying', '2026-12-01'],
    ['extension-asked', '2026-11-23'],
    ['submitted', '2026-11-29'],
    ['returned', '2026-12-01'],
    ['verified', '2026-11-24'],
    ['reopened', '2026-11-23'],
    ['with-county', null],
    ['closed', null],
    ['rejected', null],
    ['merged', null],
  ])('is in the state %s that of the unit, of the step, or none', (state, date) => {
    expect(due({ state })).toBe(date);
  });

  it('is that of whoever was asked for help while the answer is out', () => {
    expect(due({ askedPostId: 'q' })).toBe('2026-11-24');
    expect(holderTask(facts({ askedPostId: 'q' }))).toBe('答复请求协调');
    expect(holderTask(facts({}))).toBe('整改');
  });

  it.each(['reported', 'graded'] as const)('while %s of what may be 重大 is the day of the county’s hour', (state) => {
    expect(due({ state, level: 'suspected-major' })).toBe('2026-11-20');
    expect(holderTask(facts({ state, level: 'suspected-major' }))).toBe('疑似重大隐患上报县级');
  });

  it('of what may be 重大 is the unit’s own once it was handed over', () => {
    expect(due({ state: 'assigned', level: 'suspected-major' })).toBe('2026-12-01');
  });
});
