import { pageQuery } from '@zerentian/shared/fields';
import * as z from 'zod/mini';
import { afterKeys, decodeKeys, encodeKeys, keysetPage, pageOfWhole, within } from './keyset';

test('a cursor is read back, and only ours', () => {
  expect(decodeKeys(encodeKeys(['村', "a'b"]), 2)).toEqual(['村', "a'b"]);
  expect(decodeKeys(undefined, 2)).toBeNull();
  for (const foreign of ['', 'nonsense', encodeKeys(['one']), Buffer.from('[1,2]').toString('base64url')]) {
    expect(() => decodeKeys(foreign, 2)).toThrow('invalid_input');
  }
});

test('the longest cursor that can be given is one that can be sent: every column of a unit at its full length', () => {
  const longest = encodeKeys(['9'.repeat(12), 'k'.repeat(40), '𠮷'.repeat(100), 'f'.repeat(36)]);
  const query = z.object(pageQuery);
  expect(z.safeParse(query, { cursor: longest }).success).toBe(true);
  expect(z.safeParse(query, { cursor: longest.repeat(2) }).success).toBe(false);
});

test('"after these values" for several columns', () => {
  expect(afterKeys(['a', 'b'], ['1', '2'])).toEqual({
    sql: 'a >= ? AND ((a > ?) OR (a = ? AND b > ?))',
    parameters: ['1', '1', '1', '2'],
  });
});

test('the row too many is cut off and makes the cursor; without it there is none', () => {
  const page = (rows: string[]) =>
    keysetPage(
      rows,
      2,
      (row) => [row],
      (row) => row,
    );
  expect(page(['a', 'b', 'c'])).toEqual({ items: ['a', 'b'], nextCursor: encodeKeys(['b']) });
  expect(page(['a', 'b'])).toEqual({ items: ['a', 'b'], nextCursor: null });
});

test('a list held whole is answered whole without a limit, else page by page', () => {
  const all = ['a', 'b', 'c'];
  const key = (item: string) => item;
  expect(pageOfWhole(all, {}, key)).toEqual({ items: all, nextCursor: null });
  const first = pageOfWhole(all, { limit: 2 }, key);
  expect(pageOfWhole(all, { limit: 2, cursor: first.nextCursor as string }, key)).toEqual({
    items: ['c'],
    nextCursor: null,
  });
});

test('a range of codes takes the area and all below it, and nothing beside', () => {
  const [from, until] = within('code', '140621').parameters as [string, string];
  const inside = (code: string) => code >= from && code < until;
  expect(['140621', '140621200', '140621999999'].map(inside)).toEqual([true, true, true]);
  expect(['14062', '140622', '140620999'].map(inside)).toEqual([false, false, false]);
});
