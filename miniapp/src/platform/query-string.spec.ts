import { queryString } from './query-string';

describe('queryString', () => {
  it('leaves out what has no value and keeps zero and false', () => {
    expect(queryString({ a: undefined, b: null, c: '', d: 0, e: false })).toBe('?d=0&e=false');
  });

  it('escapes what an address cannot hold', () => {
    expect(queryString({ text: '吴 马&营' })).toBe('?text=%E5%90%B4%20%E9%A9%AC%26%E8%90%A5');
  });

  it('is empty without values', () => {
    expect(queryString({})).toBe('');
    expect(queryString(undefined)).toBe('');
  });
});
