import type { OutboxItem } from './outbox-item';
import { isHeldUp, nextTurn, pauseAfter } from './outbox-order';

const item = (id: string, subject: string, part: Partial<OutboxItem> = {}): OutboxItem => ({
  id,
  subject,
  personId: 'p',
  title: '',
  about: '',
  path: '/x',
  stale: [],
  capturedAt: '2026-11-23T02:00:00.000Z',
  offset: 0,
  body: {},
  fixed: false,
  photos: [],
  state: 'waiting',
  ...part,
});
const photo = { id: 'f', source: 's', bytes: 1, state: 'announced' } as const;
const chosen = (items: OutboxItem[], notBefore = new Map<string, number>(), now = 0) => {
  const turn = nextTurn(items, notBefore, now);
  return turn && 'item' in turn ? turn.item.id : turn;
};

describe('nextTurn', () => {
  it('takes the oldest first', () => {
    expect(chosen([item('1', 'a'), item('2', 'b')])).toBe('1');
  });

  it('keeps the order of one subject, and lets another pass what was refused', () => {
    expect(chosen([item('1', 'a', { state: 'refused' }), item('2', 'a'), item('3', 'b')])).toBe('3');
    expect(chosen([item('1', 'a', { state: 'refused' }), item('2', 'a')])).toBeNull();
    const held = new Map([['1', 10]]);
    expect(chosen([item('1', 'a'), item('2', 'a'), item('3', 'b')], held)).toBe('3');
  });

  it('sends what can be read before the photos of what has arrived', () => {
    const arrived = item('1', 'a', { state: 'delivered', photos: [photo] });
    expect(chosen([arrived, item('2', 'b')])).toBe('2');
    expect(chosen([arrived])).toBe('1');
    expect(chosen([arrived, item('2', 'a')])).toBe('2');
  });

  it('has nothing to do once all has arrived, lost photos or not', () => {
    expect(chosen([item('1', 'a', { state: 'delivered', photos: [{ ...photo, state: 'lost' }] })])).toBeNull();
  });

  it('says how long to wait where nothing may be sent yet', () => {
    const held = new Map([
      ['1', 500],
      ['2', 300],
    ]);
    expect(chosen([item('1', 'a'), item('2', 'b')], held, 100)).toEqual({ waitMs: 200 });
    expect(chosen([item('1', 'a'), item('2', 'b')], held, 300)).toBe('2');
  });
});

describe('isHeldUp', () => {
  it('tells those behind a refused one of the same subject', () => {
    const items = [item('1', 'a', { state: 'refused' }), item('2', 'a'), item('3', 'b')];
    expect(items.map((it) => isHeldUp(it, items))).toEqual([false, true, false]);
  });
});

describe('pauseAfter', () => {
  it('doubles up to five minutes', () => {
    expect([1, 2, 3, 4].map((failures) => pauseAfter(failures, 0.5))).toEqual([2000, 4000, 8000, 16000]);
    expect(pauseAfter(40, 0.5)).toBe(300_000);
  });

  it('is a little uneven', () => {
    expect(pauseAfter(1, 0)).toBe(1600);
    expect(pauseAfter(1, 1)).toBe(2400);
  });
});
