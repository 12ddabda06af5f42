import { QueryClient } from '@tanstack/react-query';
import { forgetKept, keep, restoreKept } from './kept-queries';

const stored = new Map<string, string>();
let full = false;

jest.mock('@tarojs/taro', () => ({
  getStorageSync: (key: string) => stored.get(key) ?? '',
  setStorageSync: (key: string, value: string) => {
    if (full) throw new Error('exceed storage max size');
    stored.set(key, value);
  },
  removeStorageSync: (key: string) => stored.delete(key),
}));

Object.assign(globalThis, { __CLIENT_VERSION__: '1.0.0' });

async function answered(client: QueryClient, queryKey: unknown[], data: unknown) {
  await client.fetchQuery({ queryKey, queryFn: () => Promise.resolve(data) });
  keep(client.getQueryCache().find({ queryKey })!);
}

beforeEach(() => {
  stored.clear();
  full = false;
  Object.assign(globalThis, { __CLIENT_VERSION__: '1.0.0' });
});

describe('kept queries', () => {
  it('are there again after the app was killed', async () => {
    await answered(new QueryClient(), ['today'], { items: ['配电箱'] });
    const next = new QueryClient();
    restoreKept(next);
    expect(next.getQueryData(['today'])).toEqual({ items: ['配电箱'] });
  });

  it('say as of when they are', async () => {
    const clock = jest.spyOn(Date, 'now').mockReturnValue(1_000_000);
    await answered(new QueryClient(), ['today'], 1);
    clock.mockReturnValue(2_000_000);
    const next = new QueryClient();
    restoreKept(next);
    clock.mockRestore();
    expect(next.getQueryState(['today'])?.dataUpdatedAt).toBe(1_000_000);
  });

  it('hold the beginning of a list only', async () => {
    await answered(new QueryClient(), ['list'], { pages: [[1], [2], [3]], pageParams: [null, 'a', 'b'] });
    const next = new QueryClient();
    restoreKept(next);
    expect(next.getQueryData(['list'])).toEqual({ pages: [[1]], pageParams: [null] });
  });

  it('let the oldest go', async () => {
    const client = new QueryClient();
    const clock = jest.spyOn(Date, 'now');
    for (let i = 0; i < 85; i += 1) {
      clock.mockReturnValue(1_000_000 + i);
      await answered(client, ['list', i], i);
    }
    const next = new QueryClient();
    restoreKept(next);
    clock.mockRestore();
    expect(next.getQueryData(['list', 0])).toBeUndefined();
    expect(next.getQueryData(['list', 84])).toBe(84);
    expect([...stored.keys()].filter((key) => key.startsWith('kept:'))).toHaveLength(80);
  });

  it('are not read by another version, nor after somebody signed out', async () => {
    await answered(new QueryClient(), ['today'], 1);
    Object.assign(globalThis, { __CLIENT_VERSION__: '2.0.0' });
    const newer = new QueryClient();
    restoreKept(newer);
    expect(newer.getQueryData(['today'])).toBeUndefined();
    Object.assign(globalThis, { __CLIENT_VERSION__: '1.0.0' });
    forgetKept();
    expect(stored.size).toBe(0);
  });

  it('are left as they were by a full phone', async () => {
    await answered(new QueryClient(), ['today'], 'old');
    full = true;
    await answered(new QueryClient(), ['today'], 'new');
    full = false;
    const next = new QueryClient();
    restoreKept(next);
    expect(next.getQueryData(['today'])).toBe('old');
  });
});
