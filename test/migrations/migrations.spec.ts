import { entities } from '@zerentian/server/entities';
import { openDatabase } from '@zerentian/server/platform/database/data-source';
import { MigrationFailed, migrate } from '@zerentian/server/platform/database/migrate';
import { DataSource, type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { freshDatabase } from '../support/app';

/** What the migrations build is what the entities say, up, down and up again, on the database that the run is for. */
let database: Awaited<ReturnType<typeof freshDatabase>>;
let source: DataSource;

beforeEach(async () => {
  database = await freshDatabase();
  source = await openDatabase(database, entities);
});
afterEach(async () => {
  if (source.isInitialized) await source.destroy();
  await database.drop();
});

const reopen = async () => {
  await source.destroy();
  source = await openDatabase(database, entities);
};
const drift = async () => (await source.driver.createSchemaBuilder().log()).upQueries.map((it) => it.query);
const query = (sql: string, values: unknown[] = []) => source.query(sql, values as never);
const isServer = () => source.options.type !== 'better-sqlite3';

async function tables(): Promise<string[]> {
  const sql = isServer()
    ? 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()'
    : "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
  const rows: { name: string }[] = await query(sql);
  return rows.map((it) => it.name).sort();
}

const expected = () => source.entityMetadatas.map((it) => it.tableName);

test('from empty: every table of the entities, and no drift', async () => {
  expect(await tables()).toEqual([...expected(), 'migrations'].sort());
  expect(await drift()).toEqual([]);
  expect(await source.showMigrations()).toBe(false);
});

test('the drift check is no formality: a column or an index that is not as the entities say is told', async () => {
  await query('ALTER TABLE notice ADD COLUMN colour varchar(10) NULL');
  expect((await drift()).join('\n')).toContain('notice');
  await query('ALTER TABLE notice DROP COLUMN colour');
  expect(await drift()).toEqual([]);
  await query(
    isServer() ? 'DROP INDEX IDX_ed9d5dea665e5d266ed2c592de ON person' : 'DROP INDEX IDX_ed9d5dea665e5d266ed2c592de',
  );
  expect((await drift()).join('\n')).toContain('IDX_ed9d5dea665e5d266ed2c592de');
});

test('opening again changes nothing and keeps every row', async () => {
  await putArea();
  await reopen();
  expect(await query('SELECT code, name FROM area')).toEqual([{ code: '14', name: '山西省 𠮷' }]);
  expect(await drift()).toEqual([]);
});

test('down to nothing and up again, with rows in the tables: no drift, nothing left over', async () => {
  await putArea();
  for (let i = 0; i < source.migrations.length; i++) await source.undoLastMigration();
  expect(await tables()).toEqual(['migrations']);
  await source.runMigrations();
  expect(await drift()).toEqual([]);
  expect(await tables()).toEqual([...expected(), 'migrations'].sort());
  expect(await query('SELECT code FROM area')).toEqual([]);
  await putArea();
});

test('undoing the last migration keeps the rows of tables that it did not make', async () => {
  await putArea();
  const last = source.migrations.at(-1);
  await source.undoLastMigration();
  const left = await tables();
  if (left.includes('area')) expect(await query('SELECT code FROM area')).toEqual([{ code: '14' }]);
  await source.runMigrations();
  expect(last?.name).toBeTruthy();
  expect(await drift()).toEqual([]);
});

test('text is kept byte for byte and compared so: case, trailing blanks, rare hanzi, emoji', async () => {
  const words = ['示例', '示例 ', 'a', 'A', '𠮷', '😀', 'é', 'e\u0301', 'ß', 'ss'];
  for (const [i, name] of words.entries())
    await query('INSERT INTO area (code, name, parentCode) VALUES (?, ?, NULL)', [String(i), name]);
  for (const [i, name] of words.entries()) {
    const found: { code: string; name: string }[] = await query('SELECT code, name FROM area WHERE name = ?', [name]);
    const exact = found.filter((it) => it.name === name).map((it) => it.code);
    expect(exact).toEqual([String(i)]);
    // MariaDB pads when it compares: a trailing blank is the one difference that an equality may overlook.
    expect(found.filter((it) => it.name.trimEnd() !== name.trimEnd())).toEqual([]);
  }
});

/** A migration that fails after its first statement; on MariaDB that statement cannot be rolled back. */
class HalfDone1999999999999 implements MigrationInterface {
  name = 'HalfDone1999999999999';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table({ name: 'half_done', columns: [{ name: 'id', type: 'int', isPrimary: true }] }));
    throw new Error('the power went out');
  }

  async down(): Promise<void> {}
}

test('a migration that fails half-way is named, is not counted as done, and leaves the rows in peace', async () => {
  await putArea();
  source.migrations.push(new HalfDone1999999999999());
  const failure = await migrate(source).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(MigrationFailed);
  expect((failure as Error).message).toContain(
    '数据库升级没有完成 the migration HalfDone1999999999999 did not finish: the power went out',
  );
  const done: { name: string }[] = await query('SELECT name FROM migrations');
  expect(done.map((it) => it.name)).not.toContain('HalfDone1999999999999');
  expect((await tables()).includes('half_done')).toBe(isServer());
  const again = await migrate(source).catch((error: unknown) => error);
  expect((again as Error).message).toMatch(
    isServer() ? /HalfDone.*half_done.*already exists/ : /the database was left as it was/,
  );
  source.migrations.pop();
  await reopen();
  expect(await query('SELECT code FROM area')).toEqual([{ code: '14' }]);
});

test('processes that start at once on an empty database: one builds it, all of them open it', async () => {
  const empty = await freshDatabase();
  const sources = isServer()
    ? await Promise.all(Array.from({ length: 4 }, () => openDatabase(empty, entities)))
    : [await openDatabase(empty, entities), await openDatabase(empty, entities)];
  const counts = await Promise.all(sources.map((it) => it.query('SELECT COUNT(*) AS n FROM migrations')));
  await Promise.all(sources.map((it) => it.destroy()));
  await empty.drop();
  expect(counts.map(([row]) => Number(row.n))).toEqual(sources.map(() => source.migrations.length));
});

async function putArea(): Promise<void> {
  await query('INSERT INTO area (code, name, parentCode) VALUES (?, ?, NULL)', ['14', '山西省 𠮷']);
}
