// A database of the bench's own, on either kind, with plain statements for filling and for the bare limit.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPool } from 'mysql2';
import { createConnection } from 'mysql2/promise';
import { startMariadb } from '../../../scripts/mariadb.mjs';
import { built } from './built.mjs';

/** @typedef {{ name: string, env: Record<string, string>, dataDir: string, databaseUrl: string | null, pid: number | null, close(): Promise<void> }} Database */

/** Opens an empty one, every commit reaching the disk, with its tables. */
export async function openDatabase(kind) {
  const dataDir = mkdtempSync(join(tmpdir(), 'zerentian-bench-'));
  const removeFiles = () => rmSync(dataDir, { recursive: true, force: true });
  if (kind === 'sqlite') {
    const database = {
      name: 'SQLite',
      env: { DATA_DIR: dataDir },
      dataDir,
      databaseUrl: null,
      pid: null,
      close: async () => removeFiles(),
    };
    return migrated(database);
  }
  const server = await startMariadb({ durable: true });
  const root = await createConnection(server.url);
  await root.query('CREATE DATABASE bench');
  await root.end();
  const databaseUrl = `${server.url}/bench`;
  const close = async () => {
    await server.stop();
    removeFiles();
  };
  const env = { DATA_DIR: dataDir, DATABASE_URL: databaseUrl };
  return migrated({ name: 'MariaDB', env, dataDir, databaseUrl, pid: server.pid, close });
}

async function migrated(database) {
  const { openDatabase: open } = built('platform/database/data-source');
  const { entities } = built('entities');
  const source = await open({ databaseUrl: database.databaseUrl, dataDir: database.dataDir }, entities);
  await source.destroy();
  return database;
}

/**
 * Statements straight on the driver: `transaction(work)` takes a connection from BEGIN to COMMIT, as the server does; `run` takes any.
 */
export function plainDriver(database) {
  return database.databaseUrl ? mysqlDriver(database) : sqliteDriver(database);
}

function mysqlDriver(database) {
  const pool = createPool({ uri: database.databaseUrl, connectionLimit: 20, timezone: 'Z', charset: 'utf8mb4_bin' });
  // As the server sets its own sessions: whoever waited for a row goes on, where the database knows another way.
  pool.on('connection', (connection) =>
    connection.query(
      "SET SESSION /*M!100618 innodb_snapshot_isolation = OFF, */ sql_mode = CONCAT(@@sql_mode, ',STRICT_ALL_TABLES')",
      () => undefined,
    ),
  );
  // The driver's plain interface: its promises cost a wrapper and a stack trace for each statement.
  const on = (connection) => (sql, parameters) =>
    new Promise((resolve, reject) => {
      connection.query(sql, parameters, (error, rows) => (error ? reject(error) : resolve(rows)));
    });
  const taken = () =>
    new Promise((resolve, reject) => {
      pool.getConnection((error, connection) => (error ? reject(error) : resolve(connection)));
    });
  return {
    run: on(pool),
    async transaction(work) {
      const connection = await taken();
      const run = on(connection);
      try {
        await run('START TRANSACTION');
        const answer = await work(run);
        await run('COMMIT');
        return answer;
      } catch (error) {
        await run('ROLLBACK');
        throw error;
      } finally {
        connection.release();
      }
    },
    /** Filling need not reach the disk commit by commit; what is measured does. */
    durable: (isDurable) => on(pool)(`SET GLOBAL innodb_flush_log_at_trx_commit = ${isDurable ? 1 : 0}`),
    close: () => new Promise((resolve) => pool.end(resolve)),
  };
}

function sqliteDriver(database) {
  const { SqliteAdapter } = built('platform/database/sqlite-adapter');
  const { Mutex } = built('platform/database/mutex');
  const path = join(database.dataDir, 'zerentian.sqlite');
  const writer = new SqliteAdapter(path);
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON', 'busy_timeout = 20000'])
    writer.pragma(pragma);
  const reader = new SqliteAdapter(path, { readonly: true });
  const turn = new Mutex();
  const on =
    (connection) =>
    async (sql, parameters = []) => {
      const statement = connection.prepare(sql);
      return statement.reader ? statement.all(...parameters.map(bound)) : statement.run(...parameters.map(bound));
    };
  return {
    run: on(reader),
    async transaction(work) {
      const release = await turn.acquire();
      try {
        writer.exec('BEGIN IMMEDIATE');
        const answer = await work(on(writer));
        writer.exec('COMMIT');
        return answer;
      } catch (error) {
        writer.exec('ROLLBACK');
        throw error;
      } finally {
        release();
      }
    },
    durable: async (isDurable) => writer.pragma(`synchronous = ${isDurable ? 'FULL' : 'OFF'}`),
    close: async () => {
      reader.close();
      writer.close();
    },
  };
}

function bound(value) {
  if (value instanceof Date) return value.toISOString().replace('T', ' ').replace('Z', '');
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value === undefined ? null : value;
}
