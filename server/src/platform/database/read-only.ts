import { existsSync } from 'node:fs';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { type Config, ConfigError } from '../config';
import { sqliteFile } from './data-source';
import { migrations } from './migrations/index';
import { serverDataSource } from './server-data-source';
import { openSnapshot } from './snapshot';
import { SqliteAdapter } from './sqlite-adapter';

/** Thrown for a database that is not there, or not one that this version can read; the message is for the operator. */
export class UnreadableDatabase extends ConfigError {}

/**
 * Opens the database that the settings name, to be read through snapshots. Nothing is created and nothing brought up to date: what is
 * not there is refused, or a check of a mistyped folder would find an empty database to be in order.
 * @throws UnreadableDatabase
 */
export async function openReadOnly(
  config: Pick<Config, 'databaseUrl' | 'dataDir'>,
  entities: NonNullable<DataSourceOptions['entities']>,
): Promise<DataSource> {
  const where = whereIs(config);
  if (!config.databaseUrl && !existsSync(where))
    throw new UnreadableDatabase(
      `没有这个数据库 there is no database ${where}: check DATA_DIR and DATABASE_URL; nothing was created`,
    );
  try {
    const common = { entities, migrations, synchronize: false, logging: false } as const;
    const source = config.databaseUrl ? await serverDataSource(config.databaseUrl, common) : ofFile(where, common);
    await source.initialize();
    await checkVersion(source).catch(async (error: unknown) => {
      await source.destroy();
      throw error;
    });
    return source;
  } catch (error) {
    throw new UnreadableDatabase(`不能读取数据库 the database ${where} cannot be read: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

/** The database as an operator may be told of it: without the password. */
function whereIs({ databaseUrl, dataDir }: Pick<Config, 'databaseUrl' | 'dataDir'>): string {
  if (!databaseUrl) return sqliteFile(dataDir);
  return URL.canParse(databaseUrl) ? `${new URL(databaseUrl).host}${new URL(databaseUrl).pathname}` : 'of DATABASE_URL';
}

function ofFile(database: string, common: Pick<DataSourceOptions, 'entities' | 'migrations'>): DataSource {
  return new DataSource({
    ...common,
    type: 'better-sqlite3',
    database,
    driver: SqliteAdapter,
    readonly: true,
    statementCacheSize: 0,
  });
}

/** The tables are those that this version knows, no older ones and no newer. */
async function checkVersion(source: DataSource): Promise<void> {
  const snapshot = await openSnapshot(source);
  try {
    const rows = await snapshot.rows<{ name: string }>('SELECT name FROM migrations');
    const [done, known] = [new Set(rows.map((row) => row.name)), source.migrations.map((it) => it.name ?? '')];
    const lacking = known.find((name) => !done.has(name));
    if (lacking !== undefined)
      throw new Error(`它还没有升级 it lacks the migration ${lacking}: start the server on it once, then try again`);
    const newer = [...done].find((name) => !known.includes(name));
    if (newer !== undefined)
      throw new Error(`它属于更新的版本 it has the migration ${newer}, which this version does not know`);
  } finally {
    await snapshot.close();
  }
}
