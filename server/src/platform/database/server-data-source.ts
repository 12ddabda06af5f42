import mysql, { type PoolOptions } from 'mysql2';
import { createConnection } from 'mysql2/promise';
import { DataSource, type DataSourceOptions } from 'typeorm';
import type { MysqlDriver } from 'typeorm/driver/mysql/MysqlDriver';
import { ServerQueryRunner } from './server-query-runner';

/** Connections to a database server, per process. */
export const POOL_SIZE = 20;

/** A data source on MariaDB or MySQL, not yet open. */
export async function serverDataSource(url: string, common: Partial<DataSourceOptions>): Promise<DataSource> {
  const target = new URL(url);
  const login = {
    host: target.hostname,
    port: Number(target.port || 3306),
    user: decodeURIComponent(target.username),
    password: decodeURIComponent(target.password),
  };
  const { type, settings } = await asked(login);
  const source = new DataSource({
    ...common,
    type,
    ...login,
    username: login.user,
    database: target.pathname.slice(1),
    charset: 'utf8mb4_bin',
    timezone: 'Z',
    poolSize: POOL_SIZE,
    extra: { connectTimeout: 10_000 },
    driver: { ...mysql, createPool: (options: PoolOptions) => poolWith(settings, options) },
  } as DataSourceOptions);
  const driver = source.driver as MysqlDriver;
  driver.createQueryRunner = (mode) => new ServerQueryRunner(driver, mode);
  return source;
}

/**
 * MariaDB and MySQL answer the schema's questions differently, so the server itself is asked which it is, and for the session:
 * too long or wrong values are refused, whatever the server's setting; and a locked row is read as it is after the wait. MariaDB
 * from 11.6.2 on would end the waiting transaction instead (error 1020), every time that two people write in one township.
 */
async function asked(login: object): Promise<{ type: 'mariadb' | 'mysql'; settings: string }> {
  const probe = await createConnection(login);
  try {
    const [[row]] = await probe.query<mysql.RowDataPacket[][]>('SELECT VERSION() AS version');
    const [snapshots] = await probe.query<mysql.RowDataPacket[]>("SHOW VARIABLES LIKE 'innodb_snapshot_isolation'");
    const strict = "sql_mode = CONCAT(@@sql_mode, ',STRICT_ALL_TABLES')";
    const settings = snapshots.length > 0 ? `${strict}, innodb_snapshot_isolation = OFF` : strict;
    const type = String((row as { version?: string } | undefined)?.version).includes('MariaDB') ? 'mariadb' : 'mysql';
    return { type, settings };
  } finally {
    await probe.end();
  }
}

/** A pool whose connections begin with these settings; one that does not take them serves nobody. */
function poolWith(settings: string, options: PoolOptions): mysql.Pool {
  const pool = mysql.createPool(options);
  pool.on('connection', (connection) => {
    connection.query(`SET SESSION ${settings}`, (error) => error && connection.destroy());
  });
  return pool;
}
