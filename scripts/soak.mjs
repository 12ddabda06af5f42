// `npm run soak [-- --reports N] [--seed N] [--write]`: the faults of `npm test` at full length, with chance that is told beforehand.
import './node-version.mjs';
import { existsSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { buildServer, h5, install, isInstalled, weapp } from './build.mjs';
import { main, PlainError, say } from './console.mjs';
import { ensurePrograms } from './debian.mjs';
import { runJest } from './jest-run.mjs';
import { root } from './processes.mjs';
import { steps } from './test-steps.mjs';

const FIGURES = join(root, 'test/output/faults-figures.json');
const LIMIT_MS = 4 * 3600_000;

function numberAfter(words, name, otherwise) {
  const given = words.includes(name) ? Number(words[words.indexOf(name) + 1]) : otherwise;
  if (!Number.isSafeInteger(given) || given < 1) throw new PlainError(`${name} 后面应是正整数 takes a positive number`);
  return given;
}

await main(async () => {
  const words = process.argv.slice(2);
  const seed = numberAfter(words, '--seed', 1 + Math.floor(Math.random() * 1e9));
  const reports = numberAfter(words, '--reports', 1000);
  if (!isInstalled()) await install();
  const missing = await ensurePrograms(['chromium', 'fonts']);
  if (missing.length > 0) throw new PlainError(missing.map(({ message }) => message).join('\n'));
  await buildServer();
  await h5.build();
  await weapp().build();
  say(`seed ${seed}, ${reports} reports`);
  const step = steps.find(({ name }) => name === 'faults');
  const env = { FAULT_SEED: String(seed), FAULT_REPORTS: String(reports) };
  const result = await runJest(step, { extra: [], env, limitMs: LIMIT_MS });
  say(`${result.passed} passed, ${result.failed} failed, ${result.skipped} skipped (seed ${seed})`);
  if (words.includes('--write') && existsSync(FIGURES)) await keep(seed);
  return result.failed + result.skipped > 0 ? 1 : 0;
});

/** The figures of this run in place of the former ones in docs/benchmarks.md. */
async function keep(seed) {
  const { written } = await import('../test/bench/support/tables.mjs');
  const rows = JSON.parse(readFileSync(FIGURES, 'utf8'));
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}, Node ${process.version}`;
  written([{ title: 'Faults — reports through a bad line', rows, notes: [`npm run soak, seed ${seed}`] }], machine);
}
