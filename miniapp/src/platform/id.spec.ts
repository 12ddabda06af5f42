import { newId } from './id';

jest.mock('./random', () => ({ randomUint32: () => Math.floor(Math.random() * 2 ** 32) }));

describe('newId', () => {
  it('makes UUIDs of version 7 that the contracts accept, in the order of their making', () => {
    const ids = Array.from({ length: 1000 }, newId);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(ids).size).toBe(1000);
    expect([...ids].sort()).toEqual(ids);
  });

  it('begins with the time', () => {
    const milliseconds = Number.parseInt(newId().replace('-', '').slice(0, 12), 16);
    expect(Math.abs(milliseconds - Date.now())).toBeLessThan(1000);
  });
});
