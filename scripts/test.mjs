// `npm test`: everything that tells whether this checkout works. Without arguments all steps; otherwise
// `npm test -- unit api-sqlite`, and for a part of a step `npm test -- api-sqlite test/api/hazards.spec.ts -t refuses`.
import './node-version.mjs';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildServer, h5, install, isInstalled, weapp } from './build.mjs';
import { duration, main, PlainError, say } from './console.mjs';
import { ensurePrograms } from './debian.mjs';
import { runJest } from './jest-run.mjs';
import { startMariadb } from './mariadb.mjs';
import { root } from './processes.mjs';
import { check } from './static-checks.mjs';
import { defaultLimitMs, steps } from './test-steps.mjs';

const inCi = ['true', '1'].includes(process.env.CI ?? '');
const failure = (message) => ({ passed: 0, failed: 1, skipped: 0, message });

/** Splits the command line into chosen steps and what goes on to Jest. */
function readArguments(args) {
  const names = new Set(steps.map((step) => step.name));
  const firstOther = args.findIndex((arg) => !names.has(arg));
  const chosen = firstOther === -1 ? args : args.slice(0, firstOther);
  const extra = firstOther === -1 ? [] : args.slice(firstOther);
  if (extra.length > 0 && (chosen.length === 0 || !/[./-]/.test(extra[0]))) {
    throw new PlainError(`没有这一步 no such step: ${extra[0]}\n可选 steps: ${[...names].join(', ')}`);
  }
  return { chosen: chosen.length > 0 ? steps.filter((step) => chosen.includes(step.name)) : steps, extra };
}

/** Steps that are there to run; one that lacks a folder fails. */
function runnable(chosen, results) {
  return chosen.filter((step) => {
    const lacking = step.folders.filter((folder) => !existsSync(join(root, folder)));
    if (lacking.length === 0) return true;
    results.push({ step, ms: 0, ...failure(`没有测试 no folder ${lacking.join(', ')}`) });
    return false;
  });
}

/** Does one piece of preparation; a failure is told, and remembered for the steps that need it. */
async function attempt(name, work, unmet) {
  const started = Date.now();
  try {
    await work();
    say(`   ✓ ${name} ${duration(Date.now() - started)}`);
  } catch (error) {
    unmet.set(name, error instanceof PlainError ? error.message : String(error.stack));
    say(`   ✗ ${name}: ${unmet.get(name)}`);
  }
}

/** Installs and builds what the chosen steps need, each once. @returns what could not be had, with the reason */
async function prepare(needs) {
  const unmet = new Map();
  for (const { need, message } of await ensurePrograms(['mariadb', 'chromium', 'fonts'].filter((n) => needs.has(n)))) {
    unmet.set(need, message);
    say(`   ✗ ${message}`);
  }
  const builds = { server: buildServer, h5: h5.build, weapp: weapp().build };
  for (const [name, build] of Object.entries(builds)) {
    if (needs.has(name)) await attempt(name, build, unmet);
  }
  return unmet;
}

/** What could not be prepared is a failure of its own, besides those of the steps that lack it. */
const preparationResults = (unmet) =>
  [...unmet].map(([name, message]) => ({
    step: { name: `prepare ${name}` },
    ms: 0,
    ...failure(message.trimEnd().split('\n').at(-1)),
  }));

async function runStep(step, { extra, unmet, env }) {
  // tsc gives its output in spite of type errors, and most specs read the sources: go on and show what else fails.
  const lacking = step.needs.find((need) => need !== 'server' && unmet.has(need));
  if (lacking) return failure(`${step.name}: 缺少 lacks ${lacking}`);
  if (step.name === 'check') return { skipped: 0, ...(await check()) };
  return runJest(step, { extra, env, limitMs: step.limitMs ?? defaultLimitMs });
}

async function runSteps(chosen, context, results) {
  for (const [index, step] of chosen.entries()) {
    const started = Date.now();
    say(`\n=== ${index + 1}/${chosen.length} ${step.words}`);
    const result = await runStep(step, context);
    const ms = Date.now() - started;
    results.push({ step, ms, ...result });
    say(
      `--- ${step.name}: ${result.passed} passed, ${result.failed} failed, ${result.skipped} skipped, ${duration(ms)}`,
    );
  }
}

const sum = (results, key) => results.reduce((total, result) => total + result[key], 0);

function report(results, started) {
  say(`\n=== ${duration(Date.now() - started)}`);
  for (const { step, ms, passed, failed, skipped, message } of results) {
    const counts = `${passed} passed, ${failed} failed, ${skipped} skipped`;
    say(`${failed > 0 ? '✗' : '✓'} ${step.name.padEnd(18)} ${duration(ms).padStart(12)}  ${counts}`);
    if (message) say(`    ${message}`);
  }
  const [failed, skipped] = [sum(results, 'failed'), sum(results, 'skipped')];
  if (skipped > 0 && inCi) say('有跳过的测试，在 CI 中算失败。 Skipped tests fail a CI run.');
  say(`${sum(results, 'passed')} passed, ${failed} failed, ${skipped} skipped`);
  return failed > 0 || (skipped > 0 && inCi) ? 1 : 0;
}

await main(async () => {
  const started = Date.now();
  const { chosen, extra } = readArguments(process.argv.slice(2));
  const results = [];
  say('=== 准备 preparing');
  if (!isInstalled()) await install();
  const present = runnable(chosen, results);
  const unmet = await prepare(new Set(present.flatMap((step) => step.needs)));
  results.push(...preparationResults(unmet));
  const database = present.some((step) => step.needs.includes('mariadb')) && !unmet.has('mariadb');
  const server = database ? await startMariadb() : undefined;
  try {
    await runSteps(present, { extra, unmet, env: server ? { TEST_MARIADB_URL: server.url } : {} }, results);
  } finally {
    await server?.stop();
  }
  return report(results, started);
});
