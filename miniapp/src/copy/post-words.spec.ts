import { postWords } from './post-words';

const post = { areaName: '吴马营村', unitName: '吴马营乡人民政府', profile: 'village-team' } as const;

describe('postWords', () => {
  it('says the place once', () => {
    expect(postWords({ ...post, title: '吴马营村包村干部' })).toBe('吴马营村包村干部');
    expect(postWords({ ...post, title: '网格员' })).toBe('网格员 · 吴马营村');
  });

  it('names the enterprise that somebody heads, once', () => {
    const head = { ...post, unitName: '昌盛建材厂', profile: 'enterprise-head' } as const;
    expect(postWords({ ...head, title: '主要负责人' })).toBe('昌盛建材厂主要负责人');
    expect(postWords({ ...head, title: '昌盛建材厂主要负责人' })).toBe('昌盛建材厂主要负责人 · 吴马营村');
  });
});
