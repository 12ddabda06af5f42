import { accountabilityQuery } from '@zerentian/shared/accountability/accountability.contract';
import type { HeldPostView } from '@zerentian/shared/people/session.contract';
import { type Asked, askedFromLink, NOTHING_ASKED, ownPlace, queryOf } from './asked';

const UNIT = '01890000-0000-7000-8000-000000000001';
const full: Asked = {
  area: '140621200200',
  about: 'unit',
  unit: UNIT,
  unitName: '示例石料厂',
  trade: 'quarry',
  at: '2026-03-01',
  knownAt: '2026-02-01',
};
const post = (part: Partial<HeldPostView>) =>
  ({
    profile: 'village-team',
    areaCode: '140621200200',
    unitId: UNIT,
    unitName: '示例石料厂',
    ...part,
  }) as HeldPostView;

describe('ownPlace', () => {
  it('is the place of the post, and for the head of an enterprise the enterprise', () => {
    expect(ownPlace(post({}))).toEqual({ ...NOTHING_ASKED, area: '140621200200' });
    expect(ownPlace(post({ profile: 'enterprise-head' }))).toMatchObject({ about: 'unit', unit: UNIT });
  });

  it('is nothing for a county post: it has to choose', () => {
    expect(ownPlace(post({ profile: 'county', areaCode: '140621' }))).toEqual(NOTHING_ASKED);
  });
});

describe('queryOf', () => {
  it('asks about one thing at a time', () => {
    expect(queryOf(full)).toEqual({ area: full.area, unit: UNIT, at: full.at, knownAt: full.knownAt });
    expect(queryOf({ ...full, about: 'trade' })).not.toHaveProperty('unit');
    expect(queryOf({ ...full, about: 'place', at: '', knownAt: '' })).toEqual({ area: full.area });
  });

  it.each(['unit', 'trade', 'place'] as const)('is a query that the contract accepts: %s', (about) => {
    expect(accountabilityQuery.safeParse(queryOf({ ...full, about })).success).toBe(true);
  });
});

describe('askedFromLink', () => {
  it('takes over a unit or a place', () => {
    expect(askedFromLink({ unit: UNIT })).toMatchObject({ about: 'unit', unit: UNIT });
    expect(askedFromLink({ area: '140621200', trade: 'quarry' })).toMatchObject({ about: 'trade', trade: 'quarry' });
    expect(askedFromLink({ stamp: '1' })).toBeNull();
  });
});
