import type { TodayItem } from '@zerentian/shared/today/today.contract';
import { pageAfter } from './today.page';

const hazards = (ids: string[]) => ids.map((hazardId) => ({ kind: 'hazard', hazardId, postId: 'p' }) as TodayItem);
const idsOf = (page: { items: TodayItem[] }) => page.items.map((item) => item.hazardId);

test('goes through all once, and says where it ends', () => {
  const all = hazards(['a', 'b', 'c', 'd', 'e']);
  const first = pageAfter(all, { limit: 2 });
  const second = pageAfter(all, { limit: 2, cursor: first.nextCursor as string });
  const third = pageAfter(all, { limit: 2, cursor: second.nextCursor as string });
  expect([first, second, third].map(idsOf)).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
  expect(third.nextCursor).toBeNull();
  expect(pageAfter(all, { limit: 5 }).nextCursor).toBeNull();
  expect(pageAfter([], {})).toEqual({ items: [], nextCursor: null });
});

test('leaves nothing out when items come before, or are settled, between two pages', () => {
  const cursor = pageAfter(hazards(['a', 'b', 'c', 'd']), { limit: 2 }).nextCursor as string;
  expect(idsOf(pageAfter(hazards(['new', 'a', 'b', 'c', 'd']), { cursor }))).toEqual(['c', 'd']);
  expect(idsOf(pageAfter(hazards(['b', 'c', 'd']), { cursor }))).toEqual(['c', 'd']);
  expect(idsOf(pageAfter(hazards(['a', 'c', 'd']), { cursor }))).toEqual(['c', 'd']);
  expect(pageAfter([], { cursor })).toEqual({ items: [], nextCursor: null });
});

test('knows the same matter in two posts, and the same duty, apart', () => {
  const duty = (key: string, postId: string) =>
    ({ kind: 'duty', hazardId: null, reminderId: null, duty: { key }, postId }) as TodayItem;
  const all = [duty('x', 'p'), duty('x', 'q'), duty('y', 'q')];
  const cursor = pageAfter(all, { limit: 2 }).nextCursor as string;
  expect(pageAfter(all, { cursor }).items).toEqual([all[2]]);
});

test('gives 50 unless told', () => {
  const all = hazards(Array.from({ length: 51 }, (_, i) => `h${i}`));
  const page = pageAfter(all, {});
  expect(page.items).toHaveLength(50);
  expect(idsOf(pageAfter(all, { cursor: page.nextCursor as string }))).toEqual(['h50']);
});

test.each(['', 'x', 'MTIz'])('refuses a cursor that it did not give: %j', (cursor) => {
  expect(() => pageAfter([], { cursor })).toThrow(expect.objectContaining({ code: 'invalid_input' }));
});
