import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { dateOf } from '@zerentian/shared/calendar';
import { type Connection, createConnection } from 'mysql2/promise';
import type { TestApp } from './app';

/**
 * Entering the demo township takes some thousand statements, which a database server answers one round trip each. So the first spec
 * of a run keeps a copy beside its own database, and the others start from that; the copy is known by the day and by the state of
 * the sources, and nobody but this file writes to it. On SQLite entering it is quick enough.
 */
export async function fillOnce(app: TestApp, fill: () => Promise<void>): Promise<void> {
  const base = process.env.TEST_MARIADB_URL;
  if (!app.config.databaseUrl || !base) return fill();
  const copy = `zerentian_copy_${fingerprint(`${dateOf(app.clock.now())} ${app.config.ledgerDigest}`)}`;
  const server = await createConnection(base);
  try {
    if (!(await isWhole(server, copy))) {
      await server.query('SELECT GET_LOCK(?, 300)', [copy]);
      if (!(await isWhole(server, copy))) return await fillAndKeep(app, copy, fill);
    }
  } finally {
    await server.end();
  }
  for (const table of tables(app))
    await app.source.query(`INSERT INTO \`${table}\` SELECT * FROM ${copy}.\`${table}\``);
}

const WHOLE = 'copy_is_whole';
const tables = (app: TestApp) => app.source.entityMetadatas.map((metadata) => metadata.tableName);

async function isWhole(server: Connection, copy: string): Promise<boolean> {
  const sql = 'SELECT 1 FROM information_schema.tables WHERE table_schema = ? AND table_name = ?';
  const [found] = await server.query(sql, [copy, WHOLE]);
  return (found as unknown[]).length > 0;
}

/** A last table says that the copy is whole: a run that was stopped midway left one without it. */
async function fillAndKeep(app: TestApp, copy: string, fill: () => Promise<void>): Promise<void> {
  await fill();
  await app.source.query(`DROP DATABASE IF EXISTS ${copy}`);
  await app.source.query(`CREATE DATABASE ${copy}`);
  for (const table of tables(app)) {
    await app.source.query(`CREATE TABLE ${copy}.\`${table}\` LIKE \`${table}\``);
    await app.source.query(`INSERT INTO ${copy}.\`${table}\` SELECT * FROM \`${table}\``);
  }
  await app.source.query(`CREATE TABLE ${copy}.${WHOLE} (id INT)`);
}

/** The day and the settings that show in what is entered, and when each source file was last written. */
function fingerprint(words: string): string {
  const hash = createHash('sha256').update(words);
  for (const folder of ['server/src', 'server/data', 'shared/src']) {
    const root = resolve(__dirname, '../..', folder);
    for (const name of readdirSync(root, { recursive: true }).map(String).sort()) {
      hash.update(`${name} ${statSync(join(root, name)).mtimeMs}\n`);
    }
  }
  return hash.digest('hex').slice(0, 24);
}
