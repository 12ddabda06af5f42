import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource, type DataSourceOptions } from 'typeorm';
import type { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver';
import type { Config } from '../config';
import { migrate } from './migrate';
import { migrations } from './migrations/index';
import { serverDataSource } from './server-data-source';
import { SqliteAdapter } from './sqlite-adapter';
import { SqliteConnections, SqliteQueryRunner } from './sqlite-query-runner';

type Entities = NonNullable<DataSourceOptions['entities']>;

const common = { migrations, migrationsTransactionMode: 'each', synchronize: false, logging: false } as const;

/** Opens the database that the settings name, with these tables, and brings it up to date. */
export async function openDatabase(
  config: Pick<Config, 'databaseUrl' | 'dataDir'>,
  entities: Entities,
): Promise<DataSource> {
  const source = config.databaseUrl
    ? await serverDataSource(config.databaseUrl, { ...common, entities })
    : embedded(config.dataDir, entities);
  await source.initialize();
  try {
    await migrate(source);
  } catch (error) {
    await source.destroy();
    throw error;
  }
  return source;
}

/** Where SQLite's database lies. */
export function sqliteFile(dataDir: string): string {
  return join(dataDir, 'zerentian.sqlite');
}

function embedded(dataDir: string, entities: Entities): DataSource {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const path = sqliteFile(dataDir);
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
