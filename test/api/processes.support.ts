import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const main = resolve(__dirname, '../../server/dist/main.js');
const STARTED = /Zerentian: (http:\/\/\S+)/;

/** A server in a process of its own, as `npm start` runs it. */
export interface ServerProcess {
  /** Where it answers; null if it ended before it listened. */
  url: string | null;
  output: () => string;
  exitCode: () => number | null;
  /** Ends it, by default as a power cut would. */
  end: (signal?: NodeJS.Signals) => Promise<void>;
}

/** Starts one, and waits until it listens or has ended. */
export async function startProcess(settings: Record<string, string>): Promise<ServerProcess> {
  const env = { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: '0', DEMO: '0', ...settings };
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const url = await new Promise<string | null>((tell) => {
    const hear = (bytes: Buffer) => {
      output += bytes.toString();
      const started = STARTED.exec(output);
      if (started) tell(started[1] as string);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('close', () => tell(null));
  });
  return { url, output: () => output, exitCode: () => child.exitCode, end: (signal = 'SIGKILL') => end(child, signal) };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  child.kill(signal);
  await closed;
}

/** A folder that is removed afterwards. */
export async function folder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'zerentian-process-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
