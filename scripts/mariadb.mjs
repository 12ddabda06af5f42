// A MariaDB server of our own for tests and benchmarks: own data directory, socket and port, gone when done.
// It never reads the system's configuration and never talks to the system's server.
import { accessSync, constants, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PlainError } from './console.mjs';
import { atExit, isAlive, killGroup, run, start } from './processes.mjs';

const prefix = 'zerentian-mariadb-';
const asRoot = process.getuid?.() === 0;

/** Finds a program on the PATH or where Debian and Homebrew keep servers; undefined when there is none. */
export function findProgram(...names) {
  const extra = ['/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin', '/usr/local/bin'];
  for (const name of names) {
    for (const folder of [...(process.env.PATH ?? '').split(delimiter), ...extra]) {
      const path = join(folder, name);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        // Not here.
      }
    }
  }
  return undefined;
}

export function hasMariadb() {
  return Boolean(findProgram('mariadbd') && findProgram('mariadb-install-db'));
}

/** Removes what a run that was killed outright left behind; its process id is in the directory's name. */
function sweep() {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const owner = Number(name.slice(prefix.length).split('-')[0]);
    if (isAlive(owner)) continue;
    const folder = join(tmpdir(), name);
    const server = readNumber(join(folder, 'pid'));
    if (server && commandOf(server).includes(folder)) killGroup({ pid: server });
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function readNumber(path) {
  try {
    return Number(readFileSync(path, 'utf8'));
  } catch {
    return 0;
  }
}

function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** True once the server sends its greeting: it listens only after its tables are open. */
function greets(port) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', timeout: 1000 });
    const done = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('data', () => done(true)).once('error', () => done(false));
    socket.once('timeout', () => done(false)).once('close', () => done(false));
  });
}

async function createDatadir(folder) {
  const args = ['--no-defaults', `--datadir=${join(folder, 'data')}`, '--skip-test-db'];
  args.push('--auth-root-authentication-method=normal', ...(asRoot ? ['--user=root'] : []));
  const { code, output } = await run(findProgram('mariadb-install-db'), args, { quiet: true });
  if (code !== 0) throw new PlainError(`无法创建测试数据库 mariadb-install-db failed:\n${output.slice(-2000)}`);
}

/** What tests may give up for speed: the machine's sudden loss of power is not among their cases. */
const relaxed = [
  '--innodb-flush-log-at-trx-commit=0',
  '--innodb-doublewrite=0',
  '--innodb-buffer-pool-size=128M',
  '--innodb-flush-method=nosync',
  '--sync-frm=0',
];
const durable = ['--innodb-flush-log-at-trx-commit=1', '--innodb-buffer-pool-size=1G'];

function serverArgs(folder, port, isDurable) {
  return [
    '--no-defaults',
    ...(asRoot ? ['--user=root'] : []),
    `--datadir=${join(folder, 'data')}`,
    `--socket=${join(folder, 'socket')}`,
    `--pid-file=${join(folder, 'pid')}`,
    `--log-error=${join(folder, 'error.log')}`,
    `--port=${port}`,
    '--bind-address=127.0.0.1',
    '--skip-name-resolve',
    '--character-set-server=utf8mb4',
    '--collation-server=utf8mb4_general_ci',
    // The default from MariaDB 11.6.2 on, under which a transaction that waited for a row would end: we must cope.
    '--loose-innodb-snapshot-isolation=ON',
    ...(isDurable ? durable : relaxed),
  ];
}

function errorLog(folder) {
  try {
    return readFileSync(join(folder, 'error.log'), 'utf8').slice(-3000);
  } catch {
    return '';
  }
}

async function waitUntilReady(child, folder, port) {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(50)) {
    if (child.exitCode !== null || child.signalCode !== null) break;
    if (await greets(port)) return;
  }
  throw new PlainError(`测试数据库没有启动 the private MariaDB did not start:\n${errorLog(folder)}`);
}

async function stopServer(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await Promise.race([gone, sleep(20_000, undefined, { ref: false })]);
  killGroup(child);
}

/**
 * Starts a private server with an empty data directory.
 * @param options.durable every commit reaches the disk, as in production (benchmarks); tests leave it off
 * @returns `url` without a database name (`mysql://root@127.0.0.1:PORT`), `port`, `pid`, `socket`, and `stop()`, which also
 *   removes the data; both happen as well when this process ends without calling it
 */
export async function startMariadb({ durable: isDurable = false } = {}) {
  if (!hasMariadb()) throw new PlainError('没有找到 MariaDB 服务器 mariadbd is not installed');
  sweep();
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  let child;
  const forget = atExit(() => {
    if (child) killGroup(child);
    remove();
  });
  const stop = async () => {
    if (child) await stopServer(child);
    forget();
    remove();
  };
  try {
    await createDatadir(folder);
    const port = await freePort();
    child = start(findProgram('mariadbd'), serverArgs(folder, port, isDurable), { stdio: 'ignore' });
    await waitUntilReady(child, folder, port);
    return { url: `mysql://root@127.0.0.1:${port}`, port, pid: child.pid, socket: join(folder, 'socket'), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
