// One run of Jest over some folders, and its counts from the file that Jest writes, never from its screen output.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, runNode } from './processes.mjs';

const none = { passed: 0, failed: 0, skipped: 0 };

/** A spec file that could not even be loaded counts as one failed test; so does a run that left no counts. */
function countsOf(file, code) {
  if (!existsSync(file)) return { ...none, failed: 1 };
  const result = JSON.parse(readFileSync(file, 'utf8'));
  const counts = {
    passed: result.numPassedTests,
    failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
    skipped: result.numPendingTests + result.numTodoTests,
  };
  const ranNothing = counts.passed + counts.failed === 0;
  return ranNothing || (code !== 0 && counts.failed === 0) ? { ...counts, failed: counts.failed + 1 } : counts;
}

/**
 * @param step one of the steps of test-steps.mjs; all of its folders are run
 * @param extra arguments for Jest: paths to narrow it down, `-t name` and the like
 * @returns the counts, and a message when the run did not end by itself
 */
export async function runJest(step, { extra, env, limitMs }) {
  const file = join(root, 'test/output', `${step.name}.json`);
  mkdirSync(join(root, 'test/output'), { recursive: true });
  rmSync(file, { force: true });
  // `--roots` takes every word up to the next option: it stands before one, so that a path in `extra` narrows the run.
  const args = [...step.folders.flatMap((folder) => ['--roots', folder]), '--config', 'test/jest.config.cjs', '--ci'];
  args.push('--json', '--outputFile', file, '--testLocationInResults');
  args.push('--maxWorkers', String(step.workers ?? 2), ...extra);
  const { code } = await runNode('node_modules/jest/bin/jest.js', args, { env: { ...step.env, ...env }, limitMs });
  const message = code === 124 ? `${step.name} 超时 did not end in time` : undefined;
  return { ...countsOf(file, code), message };
}
