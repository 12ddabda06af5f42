// Two commands at once in one checkout (a test run beside a start) must not build into the same folder.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { say } from './console.mjs';
import { atExit, isAlive, root } from './processes.mjs';

function tryTake(path) {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
}

function holderOf(path) {
  try {
    return Number(readFileSync(path, 'utf8'));
  } catch {
    return 0;
  }
}

/** Does `work` while no other command of this checkout holds the same lock; a dead holder's lock is taken over. */
export async function withLock(name, work) {
  const path = join(root, `.cache/${name}.lock`);
  for (let waited = 0; !tryTake(path); waited += 1) {
    const holder = holderOf(path);
    if (waited > 0 && !isAlive(holder)) rmSync(path, { force: true });
    else if (waited === 2) say(`      等待另一条命令完成 waiting for another command (pid ${holder}) …`);
    await sleep(500);
  }
  const release = () => rmSync(path, { force: true });
  const forget = atExit(release);
  try {
    return await work();
  } finally {
    forget();
    release();
  }
}
