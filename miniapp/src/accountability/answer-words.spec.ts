import { mayAppoint, tenureWords } from './answer-words';

describe('tenureWords', () => {
  it('says the part, how the post is held, and since when', () => {
    expect(tenureWords({ role: 'lead', lead: true, tenureKind: 'acting', since: '2025-03-01' })).toBe(
      '牵头 · 牵头人 · 代理 · 2025年3月1日起',
    );
    expect(tenureWords({ role: null, lead: false, tenureKind: 'regular', since: null })).toBe('任职');
    expect(tenureWords({ role: 'assist', lead: false, tenureKind: null, since: null })).toBe('协助');
  });
});

describe('mayAppoint', () => {
  const VILLAGE = '140621200200';

  it.each(['administrator', 'leader', 'office'])('lets %s do so within their scope', (profile) => {
    expect(mayAppoint([{ profile, areaCode: '140621200' }], VILLAGE)).toBe(true);
    expect(mayAppoint([{ profile, areaCode: '140621201' }], VILLAGE)).toBe(false);
  });

  it.each(['deputy', 'station', 'village-head', 'county'])('does not let %s', (profile) => {
    expect(mayAppoint([{ profile, areaCode: '140621200' }], VILLAGE)).toBe(false);
  });
});
