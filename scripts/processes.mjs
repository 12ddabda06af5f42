// Child processes of the commands: each in its own group, so that stopping one stops what it started,
// and nothing outlives the command that asked for it.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const cleanups = new Set();
let watching = false;

function watchSignals() {
  if (watching) return;
  watching = true;
  process.on('exit', () => {
    for (const cleanup of cleanups) cleanup();
  });
  for (const signal of signals) {
    process.on(signal, () => process.exit(128 + constants.signals[signal]));
  }
}

/**
 * Registers synchronous work to do when the command ends in whatever way it can still notice.
 * @returns takes the registration back
 */
export function atExit(cleanup) {
  watchSignals();
  cleanups.add(cleanup);
  return () => cleanups.delete(cleanup);
}

/** Signals a child started by `start` together with everything it started itself. */
export function killGroup(child, signal = 'SIGKILL') {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
  } catch {
    // Already gone.
  }
}

/** Starts a program in a group of its own; it is killed if this command ends first. */
export function start(command, args, options = {}) {
  const child = spawn(command, args, { cwd: root, detached: process.platform !== 'win32', ...options });
  const forget = atExit(() => killGroup(child));
  child.once('exit', forget);
  child.once('error', forget);
  return child;
}

/**
 * Runs a program to its end.
 * @param options.quiet keep its output and hand it back instead of showing it
 * @param options.limitMs kill it after so long
 * @returns exit code (127 when it could not be started, 124 when it ran out of time) and the kept output
 */
export function run(command, args, { quiet = false, limitMs, env, ...options } = {}) {
  return new Promise((resolve) => {
    const stdio = quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'];
    const child = start(command, args, { stdio, env: { ...process.env, ...env }, ...options });
    const seen = { output: '', late: false };
    for (const stream of quiet ? [child.stdout, child.stderr] : []) {
      stream.setEncoding('utf8').on('data', (text) => {
        seen.output += text;
      });
    }
    const expire = () => {
      seen.late = true;
      killGroup(child);
    };
    const timer = limitMs && setTimeout(expire, limitMs);
    const finish = (code, output) => {
      clearTimeout(timer);
      resolve({ code, output });
    };
    child.once('error', (error) => finish(127, String(error)));
    child.once('close', (code) => finish(seen.late ? 124 : (code ?? 1), seen.output));
  });
}

/** npm puts a shell between itself and us that dies of a signal without passing it on; then we are to end as well. */
function onOrphaned(end) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    end();
  }, 500);
  timer.unref();
}

/**
 * Runs a JavaScript program in the foreground: the terminal's input and output are its own, our signals go on to it.
 * @returns its exit code
 */
export function runForeground(script, args = []) {
  const child = spawn(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' });
  for (const signal of signals) {
    // The building before this ended at once on a signal; from here on the program decides when to end.
    process.removeAllListeners(signal).on(signal, () => child.kill(signal));
  }
  if (process.env.npm_lifecycle_event) onOrphaned(() => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}

export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Runs a JavaScript program with this same Node. */
export function runNode(script, args = [], options = {}) {
  return run(process.execPath, [script, ...args], options);
}

/** Runs npm: the one that started us when there is one, so that no other on the PATH is taken. */
export function runNpm(args, options = {}) {
  const own = process.env.npm_execpath;
  if (own && /npm-cli\.[cm]?js$/.test(own)) return runNode(own, args, options);
  return run('npm', args, { shell: process.platform === 'win32', ...options });
}
