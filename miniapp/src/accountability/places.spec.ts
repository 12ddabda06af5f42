import { mineFirst } from './places';

jest.mock('@tarojs/taro', () => ({}));

describe('mineFirst', () => {
  const villages = ['140621200200', '140621200201', '140621200202'].map((code) => ({ code, name: code }));

  it('puts my villages before the others and keeps both orders', () => {
    const ordered = mineFirst(villages, ['140621200202', '140621200201']).map(({ code }) => code);
    expect(ordered).toEqual(['140621200201', '140621200202', '140621200200']);
  });

  it('changes nothing for whoever covers the whole township', () => {
    expect(mineFirst(villages, ['140621200'])).toEqual(villages);
  });
});
