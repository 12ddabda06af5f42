import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { DataSource, type DataSourceOptions } from 'typeorm';
import type { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver';
import type { MysqlDriver } from 'typeorm/driver/mysql/MysqlDriver';
import type { Config } from '../config';
import { migrate } from './migrate';
import { migrations } from './migrations/index';
import { ServerQueryRunner } from './server-query-runner';
import { SqliteAdapter } from './sqlite-adapter';
import { SqliteConnections, SqliteQueryRunner } from './sqlite-query-runner';

type Entities = NonNullable<DataSourceOptions['entities']>;

/** Connections to a database server, per process. */
export const POOL_SIZE = 20;

const common = { migrations, migrationsTransactionMode: 'each', synchronize: false, logging: false } as const;

/** Opens the database that the settings name, with these tables, and brings it up to date. */
export async function openDatabase(
  config: Pick<Config, 'databaseUrl' | 'dataDir'>,
  entities: Entities,
): Promise<DataSource> {
  const source = config.databaseUrl ? await remote(config.databaseUrl, entities) : embedded(config.dataDir, entities);
  await source.initialize();
  try {
    await migrate(source);
  } catch (error) {
    await source.destroy();
    throw error;
  }
  return source;
}

async function remote(url: string, entities: Entities): Promise<DataSource> {
  const source = new DataSource(await serverOptions(url, entities));
  const driver = source.driver as MysqlDriver;
  driver.createQueryRunner = (mode) => new ServerQueryRunner(driver, mode);
  return source;
}

/** MariaDB and MySQL answer the schema's questions differently, so the server itself is asked which it is. */
async function serverOptions(url: string, entities: Entities): Promise<DataSourceOptions> {
  const target = new URL(url);
  const login = {
    host: target.hostname,
    port: Number(target.port || 3306),
    user: decodeURIComponent(target.username),
    password: decodeURIComponent(target.password),
  };
  const probe = await createConnection(login);
  const [rows] = await probe.query('SELECT VERSION() AS version');
  await probe.end();
  const version = (rows as { version: string }[])[0]?.version ?? '';
  return {
    ...common,
    entities,
    type: version.includes('MariaDB') ? 'mariadb' : 'mysql',
    ...login,
    username: login.user,
    database: target.pathname.slice(1),
    charset: 'utf8mb4_bin',
    timezone: 'Z',
    poolSize: POOL_SIZE,
    extra: { connectTimeout: 10_000 },
  } as DataSourceOptions;
}

function embedded(dataDir: string, entities: Entities): DataSource {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const path = join(dataDir, 'zerentian.sqlite');
  const source = new DataSource({
    ...common,
    entities,
    type: 'better-sqlite3',
    database: path,
    driver: SqliteAdapter,
    enableWAL: true,
    statementCacheSize: 0,
  });
  const driver = source.driver as BetterSqlite3Driver;
  let connections: SqliteConnections | null = null;
  driver.createQueryRunner = () => {
    connections ??= new SqliteConnections(driver.databaseConnection as SqliteAdapter, path);
    return new SqliteQueryRunner(driver, connections);
  };
  const disconnect = driver.disconnect.bind(driver);
  driver.disconnect = async () => {
    connections?.reader.close();
    // Fold the log into the file: whoever copies the file alone after a clean stop has everything.
    (driver.databaseConnection as SqliteAdapter).pragma('wal_checkpoint(TRUNCATE)');
    await disconnect();
  };
  return source;
}

/** The way to say "and hold it till the end of the transaction" in a SELECT; SQLite's one writer holds all of it anyway. */
export function forUpdate(source: { options: { type: string } }): string {
  return source.options.type === 'better-sqlite3' ? '' : ' FOR UPDATE';
}
