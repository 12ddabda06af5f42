import type { StudyView } from '@zerentian/shared/duties/study.contract';
import { bearersOf, dutiesOf, groupsOf } from './bearers';

const post = (postId: string, areaCode: string, mine = false) => ({ postId, areaCode, mine });
const study = {
  duties: [
    { key: 'a', bearer: '书记', postKinds: ['secretary'], mine: false },
    { key: 'b', bearer: '书记、主任', postKinds: ['secretary', 'director'], mine: true },
  ],
  postKinds: [
    { key: 'secretary', posts: [post('s0', '140621200200'), post('s1', '140621200201')] },
    { key: 'director', posts: [post('d0', '140621200200'), post('d1', '140621200201', true)] },
    { key: 'mayor', posts: [post('m', '140621200')] },
  ],
} as unknown as StudyView;
const [a, b] = study.duties;

describe('dutiesOf', () => {
  it('puts mine first and leaves out what the sentence does not make', () => {
    expect(dutiesOf(study, ['a', 'b'])).toEqual([b, a]);
    expect(dutiesOf(study, ['a'])).toEqual([a]);
  });
});

describe('groupsOf', () => {
  it('names a bearer once with all their duties', () => {
    const groups = groupsOf([b, a, { ...a, key: 'c', mine: true }] as never);
    expect(groups.map(({ bearer, mine, duties }) => [bearer, mine, duties.length])).toEqual([
      ['书记、主任', true, 1],
      ['书记', true, 2],
    ]);
  });
});

describe('bearersOf', () => {
  it('names my own post, then those of my village, then the others', () => {
    const ids = bearersOf(study, [b as never], ['140621200201']).map(({ postId }) => postId);
    expect(ids).toEqual(['d1', 's1', 's0', 'd0']);
  });

  it('keeps the register’s order for whoever covers the township', () => {
    expect(bearersOf(study, [a as never], ['140621200']).map(({ postId }) => postId)).toEqual(['s0', 's1']);
  });
});
