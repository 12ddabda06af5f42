import { postWords } from './post-words';

describe('postWords', () => {
  it('says the place once', () => {
    expect(postWords({ title: '吴马营村包村干部', areaName: '吴马营村' })).toBe('吴马营村包村干部');
    expect(postWords({ title: '主要负责人', areaName: '吴马营村' })).toBe('主要负责人 · 吴马营村');
  });
});
