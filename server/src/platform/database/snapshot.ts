import type { DataSource } from 'typeorm';
import { SqliteAdapter } from './sqlite-adapter';

/** The whole database as it was at one instant, read in pieces while others go on writing. */
export interface Snapshot {
  rows<T>(sql: string, values?: (string | number)[]): Promise<T[]>;
  close(): Promise<void>;
}

/** Opens a snapshot: a read transaction on a connection of its own. It holds up nobody; close it when done. */
export async function openSnapshot(source: DataSource): Promise<Snapshot> {
  if (source.options.type === 'better-sqlite3') return ofFile(source.options.database);
  const runner = source.createQueryRunner();
  await runner.query('START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY');
  return {
    rows: (sql, values = []) => runner.query(sql, values),
    close: async () => {
      await runner.query('ROLLBACK');
      await runner.release();
    },
  };
}

function ofFile(path: string): Snapshot {
  const connection = new SqliteAdapter(path, { readonly: true });
  connection.pragma('busy_timeout = 5000');
  connection.exec('BEGIN');
  return {
    rows: async <T>(sql: string, values: (string | number)[] = []) => connection.prepare(sql).all(...values) as T[],
    close: async () => connection.close(),
  };
}
