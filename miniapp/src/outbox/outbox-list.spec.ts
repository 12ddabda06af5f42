import { newItem, type OutboxItem } from '../platform/outbox/outbox-item';
import { arrivedSince, grouped } from './outbox-list';
import { explained, happenedAt, stateWords } from './outbox-words';

const AT = '2026-11-23T02:30:00.000Z';
const item = (part: Partial<OutboxItem> = {}): OutboxItem => ({
  ...newItem(
    { title: '上报', about: '配电箱', path: '/hazards', subject: 'hazard:1', stale: [] },
    { id: '1', personId: 'p', capturedAt: AT, offset: null, body: {} },
  ),
  ...part,
});
const photo = { id: 'f', source: 's', bytes: 100, state: 'announced' } as const;
const idle = { sending: null, progress: {}, online: true, tooOld: false, heldUp: false };
const delivered = item({ state: 'delivered', deliveredAt: '2026-11-23T02:32:00.000Z' });

describe('the words of an item', () => {
  it('tell where it is', () => {
    expect(stateWords(item(), idle).text).toBe('未发送');
    expect(stateWords(item(), { ...idle, sending: '1' }).text).toBe('发送中');
    expect(stateWords(delivered, idle).text).toBe('已送达 10:32');
    expect(stateWords(item({ state: 'refused' }), idle)).toEqual({ text: '需要处理', tone: 'alert' });
  });

  it('count what of the photos has arrived', () => {
    const photos = [photo, { ...photo, id: 'g', bytes: 300, state: 'stored' as const }];
    const way = { ...idle, sending: '1', progress: { f: 0.5 } };
    expect(stateWords({ ...delivered, photos }, way).text).toBe('发送中 87%');
    expect(explained({ ...delivered, photos }, way)).toEqual(['文字已送达，照片还在传。']);
  });

  it('say what the server did otherwise, and which photo is missing', () => {
    const kept = { code: 'step_not_allowed', words: '隐患已销号，您这一步记入了历史。' };
    const photos = [{ ...photo, state: 'lost' as const, words: '找不到这张照片' }];
    const otherwise = { ...delivered, kept, photos };
    expect(stateWords(otherwise, idle)).toEqual({ text: '已送达 10:32，请看说明', tone: 'alert' });
    expect(explained(otherwise, idle)).toEqual([kept.words, '有一张照片没有送达：找不到这张照片']);
  });

  it('say why it waits', () => {
    expect(explained(item(), { ...idle, heldUp: true })[0]).toContain('前面有一条');
    expect(explained(item(), { ...idle, tooOld: true })[0]).toContain('版本太旧');
    expect(explained(item({ unsaved: true }), idle)[0]).toContain('不要关掉');
    expect(explained(item(), { ...idle, online: false })[0]).toContain('有信号就发出');
  });

  it('show the server’s words for what was refused, each once', () => {
    const errors = ['photoIds.0', 'photoIds.1'].map((path) => ({ path, message: '没有这张照片' }));
    const refusal = { code: 'unknown_reference', title: '', detail: '请重新选择。', errors };
    expect(explained(item({ state: 'refused', refusal }), idle)).toEqual(['请重新选择。', '没有这张照片']);
  });

  it('tell the time by the server’s clock as far as it is known', () => {
    expect(happenedAt(item({ offset: 60_000 }), 0)).toBe('2026-11-23T02:31:00.000Z');
    expect(happenedAt(item(), 120_000)).toBe('2026-11-23T02:32:00.000Z');
  });
});

it('shows what needs its author first, then what waits, then what has arrived, the last first', () => {
  const items = [
    { ...delivered, id: '1' },
    item({ id: '2' }),
    { ...delivered, id: '3' },
    item({ id: '4', state: 'refused' }),
    { ...delivered, id: '5', photos: [photo] },
    { ...delivered, id: '6', kept: { code: 'x', words: '' } },
  ];
  const ids = Object.values(grouped(items)).map((group: OutboxItem[]) => group.map(({ id }) => id));
  expect(ids).toEqual([
    ['4', '6'],
    ['2', '5'],
    ['3', '1'],
  ]);
});

describe('what has arrived since a page was opened', () => {
  const opened = Date.parse('2026-11-23T02:31:00.000Z');

  it('is what was delivered after it, not what was delivered long before', () => {
    expect(arrivedSince(delivered, opened, 0)).toBe(true);
    expect(arrivedSince(delivered, opened + 3600_000, 0)).toBe(false);
  });

  it('is so on a phone that learns only then that its clock is a month ahead', () => {
    const month = 30 * 24 * 3600_000;
    expect(arrivedSince(delivered, opened + month, -month)).toBe(true);
    expect(arrivedSince(delivered, opened + month + 3600_000, -month)).toBe(false);
  });
});
