import { setTimeout as sleep } from 'node:timers/promises';
import { Writes } from '@zerentian/server/platform/writes/writes.service';
import type { DataSource, EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { startApp, type TestApp } from '../support/app';
import { Doer, hazardRow, TOWNSHIP, verify } from './ledger.support';

/**
 * Transactions that run at once, fail and succeed, in one instance and in two: what was committed is there, what failed is not,
 * and nobody ever sees half of one.
 */
let app: TestApp;
let writes: Writes;

beforeAll(async () => {
  app = await startApp();
  writes = app.nest.get(Writes);
});
afterAll(() => app.close());

const now = new Date('2026-11-23T00:00:00Z');

/** Half of a transaction's work: two of these belong together under one postId. */
function put(tx: EntityManager, postId: string, text: string): Promise<unknown> {
  return tx.insert('notice', { id: uuidv7(), postId, text, hazardId: null, createdAt: now });
}

async function textsOf(
  postIds: string[],
  reader: { query: DataSource['query'] } = app.source,
): Promise<Map<string, string[]>> {
  const rows: { postId: string; text: string }[] = await reader.query('SELECT postId, text FROM notice');
  const found = new Map<string, string[]>();
  for (const { postId, text } of rows)
    if (postIds.includes(postId)) found.set(postId, [...(found.get(postId) ?? []), text]);
  return found;
}

class Meant extends Error {}

test('200 transactions at once, every second one failing after it wrote: exactly the others are there', async () => {
  const ids = Array.from({ length: 200 }, () => uuidv7());
  let running = true;
  let looks = 0;
  const halves: string[] = [];
  const reader = app.source.createQueryRunner();
  await reader.query('SELECT 1');
  const look = async () => {
    for (; running; await sleep(1)) {
      looks++;
      for (const [id, texts] of await textsOf(ids, reader))
        if (texts.length !== 2 || ids.indexOf(id) % 2 === 1) halves.push(id);
    }
  };
  const looking = look();
  const results = await Promise.allSettled(
    ids.map((id, i) =>
      writes.transaction(async (tx) => {
        await put(tx, id, 'first');
        await sleep(Math.random() * 3);
        await put(tx, id, 'second');
        if (i % 2 === 1) throw new Meant();
        return i;
      }),
    ),
  );
  running = false;
  await looking;
  await reader.release();
  expect(results.map((it) => it.status)).toEqual(ids.map((_, i) => (i % 2 === 1 ? 'rejected' : 'fulfilled')));
  expect(results.filter((it) => it.status === 'rejected').every((it) => it.reason instanceof Meant)).toBe(true);
  const found = await textsOf(ids);
  expect([...found.keys()].sort()).toEqual(ids.filter((_, i) => i % 2 === 0).sort());
  expect([...found.values()].every((texts) => texts.length === 2)).toBe(true);
  expect(looks).toBeGreaterThan(5);
  expect(halves).toEqual([]);
});

test('a part that fails inside a transaction takes only itself back', async () => {
  const ids = Array.from({ length: 20 }, () => uuidv7());
  await Promise.all(
    ids.map((id) =>
      writes.transaction(async (tx) => {
        await put(tx, id, 'outer');
        await expect(
          tx.transaction((inner) => put(inner, id, 'lost').then(() => Promise.reject(new Meant()))),
        ).rejects.toBeInstanceOf(Meant);
        await tx.transaction((inner) => put(inner, id, 'inner'));
        await sleep(1);
      }),
    ),
  );
  const found = await textsOf(ids);
  expect(ids.map((id) => found.get(id)?.sort())).toEqual(ids.map(() => ['inner', 'outer']));
});

test('single statements outside of transactions wait for none that fails', async () => {
  const [kept, lost] = [uuidv7(), uuidv7()];
  const failing = writes.transaction(async (tx) => {
    await put(tx, lost, 'lost');
    await sleep(30);
    throw new Meant();
  });
  await sleep(5);
  await put(app.source.manager, kept, 'kept');
  await expect(failing).rejects.toBeInstanceOf(Meant);
  const found = await textsOf([kept, lost]);
  expect([...found.keys()]).toEqual([kept]);
});

test('numbers are given once, without a gap, however many ask at once', async () => {
  const numbers = await Promise.all(
    Array.from({ length: 60 }, (_, i) =>
      writes
        .transaction(async (tx) => {
          const number = await writes.nextNumber(tx, TOWNSHIP, 'race', 2026);
          if (i % 3 === 0) throw new Meant();
          return number;
        })
        .catch(() => null),
    ),
  );
  const given = numbers.filter((it) => it !== null).sort((a, b) => a - b);
  expect(given).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
});

test('two instances on one database write the same chain: no gap, no fork, nothing lost, failures leave nothing', async () => {
  const second = await startApp({}, app);
  const doers = [new Doer(app), new Doer(second)];
  const results = await Promise.allSettled(
    Array.from({ length: 120 }, (_, i) => {
      const doer = doers[i % 2] as Doer;
      const id = uuidv7();
      return doer.writes.transaction(async (tx) => {
        const number = await doer.writes.nextNumber(tx, TOWNSHIP, 'hazard', 2026);
        const row = hazardRow(id, `${TOWNSHIP}-2026-${number}`);
        await tx.insert('hazard', row);
        await doer.act(tx, id, 'hazard-report', row);
        if (i % 5 === 4) throw new Meant();
        return id;
      });
    }),
  ).finally(() => second.close());
  const reported = results.flatMap((it) => (it.status === 'fulfilled' ? [it.value] : []));
  expect(results.filter((it) => it.status === 'rejected').map((it) => it.reason)).toEqual(
    Array.from({ length: 24 }, () => expect.any(Meant)),
  );
  const rows: { id: string; number: string }[] = await app.source.query('SELECT id, number FROM hazard');
  expect(rows.map((it) => it.id).sort()).toEqual(reported.sort());
  expect(rows.map((it) => Number(it.number.split('-')[2])).sort((a, b) => a - b)).toEqual(
    reported.map((_, i) => i + 1),
  );
  const { verdict, findings } = await verify(app);
  expect(findings).toEqual([]);
  expect(verdict.chains).toEqual([expect.objectContaining({ chain: TOWNSHIP, entries: 96 })]);
});
