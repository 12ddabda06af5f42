import type { AnswerableView } from '@zerentian/shared/accountability/accountability.contract';
import { answersOf, mayAppoint, postWords, tenureLines, tenureWords } from './answer-words';

const at = (part: Partial<AnswerableView>) =>
  ({
    postId: 'p',
    post: '甲村党支部书记',
    unitName: '甲村',
    personId: 'a',
    vacant: false,
    role: 'assist',
    lead: false,
    tenureKind: 'regular',
    since: '2025-03-01',
    clauses: [],
    ...part,
  }) as AnswerableView;

describe('tenureWords', () => {
  it('says the part, how the post is held, and since when', () => {
    expect(tenureWords({ role: 'lead', lead: true, tenureKind: 'acting', since: '2025-03-01' })).toBe(
      '牵头 · 代理 · 2025年3月1日起',
    );
    expect(tenureWords({ role: 'lead', lead: false, tenureKind: 'regular', since: null })).toBe('包村 · 任职');
    expect(tenureWords({ role: null, lead: false, tenureKind: null, since: null })).toBe('');
  });
});

describe('answersOf', () => {
  it('names somebody with two posts once, with the clauses of both', () => {
    const [x, y] = ['x', 'y'].map((key) => ({ key, clause: '一(一)4', quote: key }));
    const director = at({ postId: 'q', post: '甲村村委会主任', clauses: [x!, y!] });
    const [answer, ...more] = answersOf([at({ clauses: [x!] }), director, at({ postId: 'r', personId: 'b' })]);
    expect(answer).toMatchObject({ key: 'a', clauses: [x, y] });
    expect(answer?.posts).toHaveLength(2);
    expect(more.map(({ key }) => key)).toEqual(['b']);
  });

  it('keeps vacant posts apart, though one superior answers for both', () => {
    const answers = answersOf([at({ vacant: true }), at({ vacant: true, postId: 'q' }), at({ postId: 'r' })]);
    expect(answers).toHaveLength(3);
  });
});

describe('the words of several posts', () => {
  const both = [at({}), at({ post: '甲村村委会主任' })];

  it('name the unit once', () => {
    expect(postWords(both)).toBe('甲村党支部书记、村委会主任');
    expect(postWords([at({}), at({ post: '主要负责人', unitName: '石料厂' })])).toBe('甲村党支部书记、主要负责人');
  });

  it('say once how they are held, unless they are held differently', () => {
    expect(tenureLines(both)).toEqual(['协助 · 任职 · 2025年3月1日起']);
    expect(tenureLines([at({}), at({ post: '主任', tenureKind: 'concurrent' })])).toEqual([
      '党支部书记：协助 · 任职 · 2025年3月1日起',
      '主任：协助 · 兼任 · 2025年3月1日起',
    ]);
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
