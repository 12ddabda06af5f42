import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

const CLI = resolve(__dirname, '../../server/dist/cli/main.js');

/** The command line as an operator runs it, in a process of its own, on the database given. */
export function cli(
  database: { dataDir: string; databaseUrl: string | null },
  args: string[],
  options: { input?: string; env?: Record<string, string> } = {},
): Promise<{ code: number | null; out: string; err: string }> {
  const settings = {
    DATA_DIR: database.dataDir,
    DATABASE_URL: database.databaseUrl ?? '',
    NODE_ENV: '',
    INIT_CWD: '',
    ...options.env,
  };
  const child = spawn(process.execPath, [CLI, ...args], { env: { ...process.env, ...settings } });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  child.stdin.end(options.input ?? '');
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('close', (code) => done({ code, out, err }));
  });
}
