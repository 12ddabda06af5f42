import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type DataSource, Entity, PrimaryColumn } from 'typeorm';
import { openDatabase } from './data-source';
import { isBusy, isDuplicate, isRetriable } from './database-errors';
import { openSnapshot } from './snapshot';
import { SqliteAdapter } from './sqlite-adapter';

@Entity('stone')
class Stone {
  @PrimaryColumn({ type: 'varchar', length: 36 }) id: string;
}

let dataDir: string;
let source: DataSource;

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'zerentian-sqlite-'));
  source = await openDatabase({ dataDir, databaseUrl: null }, [Stone]);
  await source.query('CREATE TABLE stone (id varchar(36) PRIMARY KEY NOT NULL)');
});
afterEach(async () => {
  if (source.isInitialized) await source.destroy();
  rmSync(dataDir, { recursive: true, force: true });
});

const stones = async (): Promise<string[]> =>
  (await source.query('SELECT id FROM stone ORDER BY id')).map((it: Stone) => it.id);
const put = (id: string) => source.query('INSERT INTO stone (id) VALUES (?)', [id]);

test('one rollback takes back its own rows and nobody else’s', async () => {
  const failing = source.transaction(async (tx) => {
    await tx.insert(Stone, { id: 'lost' });
    await sleep(20);
    throw new Error('meant');
  });
  const kept = source.transaction((tx) => tx.insert(Stone, { id: 'kept' }));
  const plain = put('plain');
  await expect(failing).rejects.toThrow('meant');
  await Promise.all([kept, plain]);
  expect(await stones()).toEqual(['kept', 'plain']);
});

test('whoever reads beside a transaction sees what is committed, and waits for nothing', async () => {
  await put('old');
  await source.transaction(async (tx) => {
    await tx.insert(Stone, { id: 'new' });
    expect(await stones()).toEqual(['old']);
    expect(await tx.find(Stone)).toHaveLength(2);
  });
  expect(await stones()).toEqual(['new', 'old']);
});

test('transactions take turns in the order in which they came', async () => {
  const order: number[] = [];
  await Promise.all(
    Array.from({ length: 10 }, (_, i) =>
      source.transaction(async () => {
        await sleep(Math.random() * 3);
        order.push(i);
      }),
    ),
  );
  expect(order).toEqual(Array.from({ length: 10 }, (_, i) => i));
});

test('a turn ends however the transaction ends: a failing commit, a statement that fails, a runner given back open', async () => {
  await expect(source.transaction((tx) => tx.query('SELECT nonsense'))).rejects.toThrow('nonsense');
  const runner = source.createQueryRunner();
  await runner.startTransaction();
  await runner.query("INSERT INTO stone (id) VALUES ('open')");
  await runner.release();
  await source.query(
    'CREATE TABLE child (id int, stone varchar(36) REFERENCES stone(id) DEFERRABLE INITIALLY DEFERRED)',
  );
  await expect(source.transaction((tx) => tx.query("INSERT INTO child VALUES (1, 'nobody')"))).rejects.toThrow(
    /FOREIGN KEY/i,
  );
  await put('after');
  expect(await stones()).toEqual(['after']);
  expect(await source.query('SELECT * FROM child')).toEqual([]);
});

test('another connection that holds the file is waited for, without stopping the event loop', async () => {
  const other = new SqliteAdapter(join(dataDir, 'zerentian.sqlite'));
  other.exec('BEGIN IMMEDIATE');
  let ticks = 0;
  const ticking = setInterval(() => ticks++, 5);
  const waiting = source.transaction((tx) => tx.insert(Stone, { id: 'patient' }));
  await sleep(80);
  other.exec('COMMIT');
  await waiting;
  clearInterval(ticking);
  other.close();
  expect(ticks).toBeGreaterThan(5);
  expect(await stones()).toEqual(['patient']);
});

test('a snapshot stays as it was while others write', async () => {
  await put('before');
  const snapshot = await openSnapshot(source);
  expect(await snapshot.rows('SELECT id FROM stone')).toHaveLength(1);
  await put('meanwhile');
  expect(await snapshot.rows('SELECT id FROM stone')).toHaveLength(1);
  await expect(snapshot.rows("INSERT INTO stone (id) VALUES ('x')")).rejects.toThrow(/readonly|read-only/i);
  await snapshot.close();
  expect(await stones()).toHaveLength(2);
});

test('the binding’s error numbers are the ones that we know', async () => {
  await put('twice');
  const duplicate = await put('twice').catch((error: unknown) => error);
  expect([isDuplicate(duplicate), isBusy(duplicate), isRetriable(duplicate)]).toEqual([true, false, false]);
  const missing = await source.query('INSERT INTO stone (id) VALUES (NULL)').catch((error: unknown) => error);
  expect(isDuplicate(missing)).toBe(false);
});

test('a clean stop folds the log into the file, so that the file alone is everything', async () => {
  await put('kept');
  await source.destroy();
  copyFileSync(join(dataDir, 'zerentian.sqlite'), join(dataDir, 'copy.sqlite'));
  const alone = new SqliteAdapter(join(dataDir, 'copy.sqlite'));
  expect(alone.prepare('SELECT id FROM stone').all()).toHaveLength(1);
  alone.close();
});
