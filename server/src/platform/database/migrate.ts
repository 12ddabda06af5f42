import type { DataSource } from 'typeorm';
import { ConfigError } from '../config';

/** Seconds to wait for another process that is bringing the same database up to date. */
const PATIENCE_S = 300;

/** Thrown when the database could not be brought up to date; the message is for the operator. */
export class MigrationFailed extends ConfigError {}

/**
 * Brings a database up to date. Of several processes that start at once on one server, one does it and the others wait. What fails
 * is named, with the migration: on SQLite it has left nothing behind; MariaDB and MySQL cannot take back a change of tables.
 */
export async function migrate(source: DataSource): Promise<void> {
  const done = await turnOf(source);
  try {
    await source.runMigrations();
  } catch (error) {
    throw new MigrationFailed(await words(source, error as Error), { cause: error });
  } finally {
    await done();
  }
}

/** A lock of the server's own, which goes with the connection; SQLite's one writer needs none. */
async function turnOf(source: DataSource): Promise<() => Promise<void>> {
  if (source.options.type === 'better-sqlite3') return async () => undefined;
  const runner = source.createQueryRunner();
  const name = "CONCAT('zerentian ', DATABASE())";
  const [row] = (await runner.query(`SELECT GET_LOCK(${name}, ${PATIENCE_S}) AS got`)) as { got: number | null }[];
  if (Number(row?.got) !== 1) {
    await runner.release();
    throw new MigrationFailed(
      '另一个进程正在升级数据库 another process is bringing the database up to date: start again later',
    );
  }
  return async () => {
    await runner.query(`SELECT RELEASE_LOCK(${name})`);
    await runner.release();
  };
}

async function words(source: DataSource, error: Error): Promise<string> {
  const rows = await source.query<{ name: string }[]>('SELECT name FROM migrations').catch(() => []);
  const done = new Set(rows.map((row) => row.name));
  const name = source.migrations.find((it) => !done.has(it.name ?? ''))?.name ?? '';
  const isServer = source.options.type !== 'better-sqlite3';
  const next = isServer
    ? 'MariaDB 不能撤回改表，请恢复升级前的备份再试 restore the backup made before the upgrade (an empty database: drop and create it), then start again'
    : '数据库没有被改动，可以改正后再启动 the database was left as it was: mend the cause and start again';
  return `数据库升级没有完成 the migration ${name} did not finish: ${error.message}\n${next}`;
}
