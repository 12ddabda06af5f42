import { type App, createApp } from '../app';
import { type Config, readConfig } from '../platform/config';
import { claimDataDir } from '../platform/data-dir';

/**
 * Runs a command on the database that the settings name, and closes it. On SQLite the server must be stopped first, since one process
 * writes; on MariaDB it may go on.
 */
export async function withApp(run: (app: App, config: Config) => Promise<void>): Promise<void> {
  const config = readConfig(process.env);
  const release = config.databaseUrl ? () => undefined : claimDataDir(config.dataDir);
  try {
    const app = await createApp(config);
    try {
      await run(app, config);
    } finally {
      await app.nest.close();
    }
  } finally {
    release();
  }
}
