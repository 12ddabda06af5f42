import { QueryFailedError } from 'typeorm';
import { isBusy, isDuplicate, isRetriable } from './database-errors';

const failed = (fields: object) => new QueryFailedError('SELECT 1', [], Object.assign(new Error('x'), fields));

test('a connection that was refused, lost or cut in the midst means later, not never', () => {
  for (const code of ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'PROTOCOL_CONNECTION_LOST'])
    expect([code, isBusy(failed({ code }))]).toEqual([code, true]);
  expect(isBusy(failed({ code: 'ER_BAD_FIELD_ERROR', errno: 1054 }))).toBe(false);
});

test('a lost race may be run again: deadlock, lock wait, a row changed since the transaction began', () => {
  for (const errno of [1213, 1205, 1020]) expect([errno, isRetriable(failed({ errno }))]).toEqual([errno, true]);
  expect(isRetriable(failed({ errno: 1062 }))).toBe(false);
});

test('a key that is there already is told apart on both databases', () => {
  for (const fields of [{ errno: 1062 }, { errcode: 2067 }, { errcode: 1555 }])
    expect(isDuplicate(failed(fields))).toBe(true);
  expect(isDuplicate(failed({ errno: 1213 }))).toBe(false);
});
