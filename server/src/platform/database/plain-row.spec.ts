import type { EntityMetadata } from 'typeorm';
import { isoOf, rowAsPlain, storedInstant } from './plain-row';

const column = (propertyName: string, type: string) => ({ propertyName, databaseName: propertyName, type });
const metadata = {
  columns: [column('at', 'datetime'), column('on', 'boolean'), column('list', 'json'), column('name', 'varchar')],
} as unknown as EntityMetadata;

test('rows of both kinds of database read the same', () => {
  const fromSqlite = { at: '2026-11-20 01:02:03.004', on: 1, list: '["a",{"b":null}]', name: '𠮷 ' };
  const fromServer = { ...fromSqlite, at: new Date('2026-11-20T01:02:03.004Z') };
  const plain = { at: '2026-11-20T01:02:03.004Z', on: true, list: ['a', { b: null }], name: '𠮷 ' };
  expect(rowAsPlain(metadata, fromSqlite)).toEqual(plain);
  expect(rowAsPlain(metadata, fromServer)).toEqual(plain);
});

test('null stays null, what was not asked for is absent', () => {
  expect(rowAsPlain(metadata, { at: null, list: null })).toEqual({ at: null, list: null });
});

test('a value that we would not have written so differs from every value that we would', () => {
  expect(isoOf('2026-11-20T01:02:03.004')).not.toBe('2026-11-20T01:02:03.004Z');
  expect(isoOf('2026-11-20 01:02:03')).toBe('2026-11-20 01:02:03');
  expect(isoOf(new Date(Number.NaN))).toBe('not an instant');
  const odd = rowAsPlain(metadata, { on: 2, list: '[ "a"]', at: 'yesterday' });
  expect(odd).toEqual({ on: 2, list: { storedOtherwise: '[ "a"]' }, at: 'yesterday' });
  expect(rowAsPlain(metadata, { list: '{broken' })).toEqual({ list: { notJson: '{broken' } });
});

test('JSON as MySQL spaces it is the same JSON', () => {
  expect(rowAsPlain(metadata, { list: '["a", {"b": 1, "c": [2, 3]}]' })).toEqual({ list: ['a', { b: 1, c: [2, 3] }] });
});

test('an instant survives the way in and out', () => {
  const instant = new Date('2026-12-31T23:59:59.999Z');
  expect(isoOf(storedInstant(instant))).toBe(instant.toISOString());
});
