import { createHash } from 'node:crypto';
import { dateOf } from '@zerentian/shared/calendar';
import { uuidv7 } from 'uuidv7';
import { startApp } from '../support/app';
import { call } from '../support/client';
import { startTownship, type Township, VILLAGE } from '../support/township';

/**
 * Whoever loses a power by the very act, or before its answer has arrived, gets the first answer again all the same: a repeat is no new
 * attempt. Each test ends with the administrator out of office.
 */
let town: Township;
let today: string;
beforeEach(async () => {
  town = await startTownship();
  today = dateOf(town.clock.now());
});
afterEach(() => town?.close());

const entries = async () => Number((await town.source.query('SELECT COUNT(*) AS n FROM ledger_entry'))[0].n);
const ownTenure = async () => {
  const sql = 'SELECT tenureId FROM tenure WHERE personId = ? AND supersededAt IS NULL';
  const [{ tenureId }] = await town.source.query(sql, [town.as.administrator.personId]);
  return tenureId as string;
};
const leave = async () => {
  await town.source.query('UPDATE tenure SET endsOn = ? WHERE personId = ?', [today, town.as.administrator.personId]);
};

test('an administrator ends the own tenure, and asks again', async () => {
  const path = `/api/tenures/${await ownTenure()}/end`;
  const send = () => town.as.administrator.post(path, { until: today }, { key: 'leaving' });
  const first = await send();
  expect(first).toMatchObject({ status: 200, body: { until: today } });
  const before = await entries();
  expect(await send()).toMatchObject({ status: 200, body: first.body });
  expect(await entries()).toBe(before);
  const other = await town.as.administrator.post(path, { until: today }, { key: 'again' });
  expect(other).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  const changed = await town.as.administrator.post(path, { until: today, basis: '另一份' }, { key: 'leaving' });
  expect(changed).toMatchObject({ status: 409, body: { code: 'idempotency_key_reused' } });
});

const person = () => town.id('person:冯晓燕');
const unitId = () => town.id('unit:safety');
test.each<[string, number, () => { path: string; body: object }]>([
  [
    'an appointment',
    201,
    () => ({
      path: '/api/tenures',
      body: { personId: person(), postId: town.id('post:village-leader:140621200213'), kind: 'regular', from: today },
    }),
  ],
  ['a post', 201, () => ({ path: '/api/posts', body: { kind: 'safety-station-member', unitId: unitId() } })],
  ['a unit', 201, () => ({ path: '/api/units', body: { name: '新建石料厂', kind: 'enterprise', areaCode: VILLAGE } })],
  [
    'a person',
    201,
    () => ({
      path: '/api/persons',
      body: { name: '新来的人', managedBy: 'township', login: 'newcomer', password: 'long enough' },
    }),
  ],
  ['a new password', 204, () => ({ path: `/api/persons/${person()}/password`, body: { password: 'long enough' } })],
])('%s: the same key once the power is gone', async (_, status, words) => {
  const { path, body } = words();
  const send = (key: string) => town.as.administrator.post(path, body, { key });
  const first = await send('first');
  expect(first.status).toBe(status);
  await leave();
  const before = await entries();
  expect(await send('first')).toMatchObject({ status, body: first.body });
  expect(await send(uuidv7())).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  expect(await entries()).toBe(before);
});

const keptFor = async (key: string): Promise<{ bodyDigest: string; answer: unknown }> => {
  const sql = 'SELECT bodyDigest, answer FROM idempotency_key WHERE requestKey = ?';
  const [kept] = await town.source.query(sql, [key]);
  return kept;
};

describe('a new password, asked for again', () => {
  const path = () => `/api/persons/${town.as.enterpriseHead.personId}/password`;
  const send = (body: object = { password: 'long enough' }) =>
    town.as.administrator.post(path(), body, { key: 'once' });
  const guess = async () =>
    (await call(town, 'POST', '/api/sessions', { body: { login: 'qiye', password: 'wrong' } })).body.code;
  const lockOut = async () => {
    for (let i = 0; i < 5; i++) await guess();
    expect(await guess()).toBe('locked_out');
  };

  test('ends a lock-out once: the repeat leaves the next one alone', async () => {
    await lockOut();
    expect((await send()).status).toBe(204);
    expect(await guess()).toBe('wrong_login');
    await leave();
    await lockOut();
    expect((await send()).status).toBe(204);
    expect(await guess()).toBe('locked_out');
  });

  test('leaves neither the login nor a quick hash of the password behind', async () => {
    expect((await send()).status).toBe(204);
    const { bodyDigest, answer } = await keptFor('once');
    expect(JSON.stringify(answer ?? null)).not.toContain('qiye');
    const text = `POST ${path()}\n{"password":"long enough"}`;
    expect(bodyDigest).toMatch(/^[0-9a-f]{64}$/);
    expect(bodyDigest).not.toBe(createHash('sha256').update(text).digest('hex'));
    expect(await send({ password: 'something else' })).toMatchObject({ body: { code: 'idempotency_key_reused' } });
  });

  test('does not keep the same under two keys', async () => {
    expect((await send()).status).toBe(204);
    expect((await town.as.administrator.post(path(), { password: 'long enough' }, { key: 'twice' })).status).toBe(204);
    expect((await keptFor('twice')).bodyDigest).not.toBe((await keptFor('once')).bodyDigest);
  });
});

describe('repeats at another server on the same database', () => {
  const SHARED = 'the secret of both servers';
  const body = { kind: 'safety-station-member' };
  beforeEach(async () => {
    await town.close();
    town = await startTownship({ LINK_SECRET: SHARED });
  });
  const repeatAt = async (secret: string) => {
    const unit = { ...body, unitId: unitId() };
    const first = await town.as.administrator.post('/api/posts', unit, { key: 'moving' });
    const before = await entries();
    const second = await startApp({ LINK_SECRET: secret }, town);
    const { token } = town.as.administrator;
    const options = { token, body: unit, headers: { 'idempotency-key': 'moving' } };
    const answer = await call(second, 'POST', '/api/posts', options).finally(() => second.close());
    expect(await entries()).toBe(before);
    return { first, answer };
  };

  test('with the same secret get the first answer', async () => {
    const { first, answer } = await repeatAt(SHARED);
    expect(first.status).toBe(201);
    expect(answer).toMatchObject({ status: 201, body: first.body });
  });

  test('with another one, as after a change of it, are told apart by name and do nothing twice', async () => {
    const { answer } = await repeatAt('the secret after a change');
    expect(answer).toMatchObject({ status: 409, body: { code: 'idempotency_key_reused' } });
  });
});
