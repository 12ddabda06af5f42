// The product on a fresh demo database, as `npm start` would run it, on a loopback port of its own.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../../server/dist/main.js', import.meta.url));
const BUILT_PAGES = fileURLToPath(new URL('../../../miniapp/dist/h5', import.meta.url));
const FIRST_PORT = 35_200;
const LAST_PORT = 35_299;
const START_MS = 120_000;

/** Starts it and waits until it answers. `webDir` is a folder with the pages; without it the built ones are served. */
export async function startDemo(webDir) {
  const dataDir = mkdtempSync(join(tmpdir(), 'zerentian-looks-'));
  const port = await freePort(FIRST_PORT);
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '', NODE_ENV: 'development', DEMO: '1' };
  Object.assign(env, { HOST: '127.0.0.1', PORT: String(port), WEB_DIR: webDir || BUILT_PAGES });
  const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  process.once('exit', () => child.kill('SIGKILL'));
  const url = `http://127.0.0.1:${port}`;
  await answering(child, url);
  return {
    url,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function answering(child, url) {
  for (const until = Date.now() + START_MS; Date.now() < until; await sleep(200)) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    const isUp = await fetch(`${url}/healthz`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (isUp) return;
  }
  child.kill('SIGKILL');
  throw new Error('the server did not answer');
}

async function freePort(port) {
  if (port > LAST_PORT) throw new Error(`no free port from ${FIRST_PORT} to ${LAST_PORT}`);
  const isFree = await new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
  return isFree ? port : freePort(port + 1);
}
