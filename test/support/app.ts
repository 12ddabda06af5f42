import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, createApp } from '@zerentian/server/app';
import { Clock } from '@zerentian/server/platform/clock';
import { type Config, readConfig } from '@zerentian/server/platform/config';
import { createConnection } from 'mysql2/promise';

/** A real server on a real database of its own, listening on a free loopback port. */
export interface TestApp extends App {
  url: string;
  config: Config;
  close(): Promise<void>;
}

/** A database that nobody else uses, on the kind that the run is for (TEST_DATABASE=sqlite | mariadb). */
export async function freshDatabase(): Promise<{ dataDir: string; databaseUrl: string | null; drop(): Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'zerentian-test-'));
  const removeFiles = () => rm(dataDir, { recursive: true, force: true });
  if (process.env.TEST_DATABASE !== 'mariadb') return { dataDir, databaseUrl: null, drop: removeFiles };
  const base = process.env.TEST_MARIADB_URL;
  if (!base)
    throw new Error('TEST_DATABASE=mariadb needs TEST_MARIADB_URL, the address of a server that may be filled');
  const name = `zerentian_${randomUUID().replaceAll('-', '')}`;
  await onServer(base, `CREATE DATABASE ${name}`);
  const drop = async () => {
    await onServer(base, `DROP DATABASE ${name}`);
    await removeFiles();
  };
  return { dataDir, databaseUrl: `${base.replace(/\/$/, '')}/${name}`, drop };
}

async function onServer(base: string, sql: string): Promise<void> {
  const connection = await createConnection(base);
  await connection.query(sql);
  await connection.end();
}

/** Settings for a test server; `extra` are environment variables as an operator would set them. */
export function testConfig(
  database: { dataDir: string; databaseUrl: string | null },
  extra: Record<string, string> = {},
): Config {
  const env = {
    DATA_DIR: database.dataDir,
    DATABASE_URL: database.databaseUrl ?? '',
    PORT: '0',
    LOG_LEVEL: 'error',
    ...extra,
  };
  return readConfig(env);
}

/** Starts one. With `on`, a second instance on the same database. */
export async function startApp(extra: Record<string, string> = {}, on?: TestApp): Promise<TestApp> {
  const database = on
    ? { dataDir: on.config.dataDir, databaseUrl: on.config.databaseUrl, drop: async () => undefined }
    : await freshDatabase();
  const config = testConfig(database, extra);
  const app = await createApp(config, new Clock());
  await app.nest.listen({ port: 0, host: '127.0.0.1' });
  const url = (await app.nest.getUrl()).replace('[::1]', '127.0.0.1');
  const close = async () => {
    await app.nest.close();
    await database.drop();
  };
  return { ...app, url, config, close };
}
