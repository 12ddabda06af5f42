import type { OutboxItem } from './outbox-item';
import { orphans, spent } from './outbox-tidy';

jest.mock('@tarojs/taro', () => ({ getStorageSync: () => '', getStorageInfoSync: () => ({ keys: [] }) }));

Object.assign(globalThis, { __CLIENT_VERSION__: '1.0.0', __SERVER__: '' });

const NOW = new Date('2026-11-24T02:00:00.000Z');
const item = (id: string, part: Partial<OutboxItem> = {}): OutboxItem => ({
  id,
  subject: id,
  personId: 'p',
  title: '',
  about: '',
  path: '/x',
  stale: [],
  capturedAt: '2026-11-01T02:00:00.000Z',
  offset: 0,
  body: {},
  fixed: false,
  photos: [],
  state: 'delivered',
  deliveredAt: '2026-11-24T01:00:00.000Z',
  ...part,
});
const photo = { id: 'f', source: 'wxfile://store_1', bytes: 1, state: 'announced' } as const;

describe('making room', () => {
  it('lets the oldest of what has arrived go first', () => {
    const items = ['1', '2', '3'].map((id) => item(id));
    expect(spent(items, NOW, 1).map(({ id }) => id)).toEqual(['2', '1']);
    expect(spent(items, NOW)).toEqual([]);
  });

  it('lets go of what arrived more than a week ago', () => {
    const old = item('1', { deliveredAt: '2026-11-16T01:00:00.000Z' });
    expect(spent([old, item('2')], NOW)).toEqual([old]);
  });

  it('never touches what was not sent, was refused, has photos on their way or words to be read, however old and however many', () => {
    const kept = { code: 'step_not_allowed', words: '已记入经过' };
    const items = [
      item('1', { state: 'waiting' }),
      item('2', { state: 'refused' }),
      item('3', { photos: [photo] }),
      item('4', { kept, deliveredAt: '2026-01-01T00:00:00.000Z' }),
    ];
    expect(spent(items, NOW, 0)).toEqual([]);
  });

  it('removes photos that nothing on the phone names, and no other', () => {
    const files = [{ source: 'wxfile://store_1' }, { source: 'wxfile://store_2' }, { source: 'wxfile://store_3' }];
    const texts = [
      JSON.stringify(item('1', { photos: [photo] })),
      JSON.stringify({ photos: [{ source: 'wxfile://store_2' }] }),
    ];
    expect(orphans(files, texts)).toEqual(['wxfile://store_3']);
  });
});
