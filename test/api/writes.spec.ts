import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Writes } from '@zerentian/server/platform/writes/writes.service';
import { uuidv7 } from 'uuidv7';
import { startApp } from '../support/app';
import { startTownship, type Township, VILLAGE } from '../support/township';

/** A key is kept with the first 2xx answer; whatever else happens, a write happens once. */
let town: Township;

beforeAll(async () => {
  town = await startTownship();
});
afterAll(() => town.close());

const body = (text: string) => ({ areaCode: VILLAGE, description: text });
const send = (key: string, text: string) => town.as.villageCadre.post('/api/hazards', body(text), { key });
const count = async (sql: string, values: unknown[]) => Number((await town.source.query(sql, values as never))[0].n);
const hazardsWith = (text: string) => count('SELECT COUNT(*) AS n FROM hazard WHERE description = ?', [text]);
const keysLike = (key: string) => count('SELECT COUNT(*) AS n FROM idempotency_key WHERE requestKey = ?', [key]);

test('ten racing repeats: one row, one act, ten equal answers', async () => {
  const [key, text] = [randomUUID(), '示例：十次重复'];
  const answers = await Promise.all(Array.from({ length: 10 }, () => send(key, text)));
  expect(answers.map((it) => it.status)).toEqual(Array.from({ length: 10 }, () => 201));
  for (const answer of answers) expect(answer.body).toEqual(answers[0]?.body);
  expect(await hazardsWith(text)).toBe(1);
  const acts = 'SELECT COUNT(*) AS n FROM ledger_entry WHERE subjectId = ?';
  expect(await count(acts, [answers[0]?.body.id])).toBe(1);
});

test('a repeat through a second instance, and after the thing has moved on, gets the first answer', async () => {
  const [key, text] = [randomUUID(), '示例：隔了很久的重复'];
  const first = await send(key, text);
  const moved = await town.as.safetyStation.post(`/api/hazards/${first.body.id}/reject`, { text: '示例：不予受理' });
  expect(moved.body.state).toBe('rejected');
  const second = await startApp({}, town);
  const headers = { authorization: `Bearer ${town.as.villageCadre.token}`, 'idempotency-key': key };
  const answer = await fetch(`${second.url}/api/hazards`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body(text)),
  });
  expect(await answer.json()).toEqual(first.body);
  await second.close();
});

test('the same key with another body is refused, and nothing of it is kept', async () => {
  const key = randomUUID();
  await send(key, '示例：第一份');
  expect(await send(key, '示例：另一份')).toMatchObject({ status: 409, body: { code: 'idempotency_key_reused' } });
  expect(await hazardsWith('示例：另一份')).toBe(0);
  const elsewhere = await town.as.villageCadre.post('/api/duty-records', { kind: 'study', text: '示例' }, { key });
  expect(elsewhere).toMatchObject({ status: 409, body: { code: 'idempotency_key_reused' } });
});

test('racing bodies under one key: one wins, the others are told', async () => {
  const key = randomUUID();
  const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => send(key, `示例：抢同一个编号 ${i}`)));
  expect(answers.map((it) => it.status).sort()).toEqual([201, ...Array.from({ length: 7 }, () => 409)]);
  expect(await count("SELECT COUNT(*) AS n FROM hazard WHERE description LIKE '示例：抢同一个编号%'", [])).toBe(1);
});

test('a key belongs to its person: another may use the same', async () => {
  const key = randomUUID();
  const [a, b] = [
    await send(key, '示例：甲'),
    await town.as.safetyStation.post('/api/hazards', body('示例：乙'), { key }),
  ];
  expect([a.status, b.status]).toEqual([201, 201]);
  expect(a.body.id).not.toBe(b.body.id);
});

test('refusals are not stored: the same key works once the reason is gone', async () => {
  const key = randomUUID();
  const bad = await town.as.villageCadre.post('/api/hazards', { areaCode: '140621999', description: '示例' }, { key });
  expect(bad.status).toBeGreaterThanOrEqual(400);
  expect(bad.status).toBeLessThan(500);
  expect(await keysLike(key)).toBe(0);
  expect((await send(key, '示例：改好后再交')).status).toBe(201);
});

test('an unusable key is a field error', async () => {
  for (const key of ['', 'x'.repeat(101)]) {
    const answer = await town.as.villageCadre.post('/api/hazards', body('示例'), {
      headers: { 'idempotency-key': key },
    });
    expect(answer).toMatchObject({
      status: 422,
      body: { code: 'invalid_input', errors: [{ path: 'Idempotency-Key' }] },
    });
  }
});

test('a repeat that arrives while the first is still at work waits for it; if the first fails, it does the work itself', async () => {
  const writes = town.nest.get(Writes);
  const request = { key: randomUUID(), digest: 'd'.repeat(64) };
  const actor = { personId: uuidv7(), sessionId: uuidv7(), request };
  const order: string[] = [];
  const work = (name: string, fails: boolean) =>
    writes.once(actor, async () => {
      order.push(`${name} begins`);
      await sleep(40);
      if (fails) throw new Error(name);
      order.push(`${name} ends`);
      return name;
    });
  const [first, second, third] = [
    work('first', true),
    sleep(10).then(() => work('second', false)),
    sleep(25).then(() => work('third', false)),
  ];
  await expect(first).rejects.toThrow('first');
  const names = await Promise.all([second, third]);
  expect(new Set(names).size).toBe(1);
  expect(order.filter((it) => it.endsWith('ends'))).toHaveLength(1);
});
