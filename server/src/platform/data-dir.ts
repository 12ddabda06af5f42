import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { isBusy } from './database/database-errors';
import { SqliteAdapter } from './database/sqlite-adapter';

/** Thrown when another process works on the same DATA_DIR. */
export class DataDirInUse extends Error {}

/**
 * Two processes on one DATA_DIR would write photos and rows past each other. The claim is an SQLite lock on a file of its own: the
 * operating system drops it when the process ends, however it ends. Answers the function that gives it up.
 */
export function claimDataDir(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const lock = new SqliteAdapter(join(dataDir, 'in-use.sqlite'));
  try {
    lock.pragma('busy_timeout = 0');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (!isBusy(error)) throw error;
    throw new DataDirInUse(
      `数据目录正在被另一个进程使用 ${dataDir} is in use by another process: stop it or set DATA_DIR to another folder`,
    );
  }
  return () => lock.close();
}
