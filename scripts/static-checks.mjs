// What can be judged without running the program. Each tool counts as one test in `npm test`.
import { duration, say } from './console.mjs';
import { runNode } from './processes.mjs';

const folders = ['shared/src', 'server/src', 'miniapp/src', 'test', 'scripts'];

const tools = [
  { name: 'types', script: 'node_modules/typescript/bin/tsc', args: ['-b'] },
  {
    name: 'format, lint, file names',
    script: 'node_modules/@biomejs/biome/bin/biome',
    args: ['check', '--error-on-warnings', '--max-diagnostics=100'],
  },
  {
    name: 'boundaries',
    script: 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    args: ['--config', '.dependency-cruiser.cjs', '--output-type', 'err', ...folders],
  },
  {
    name: 'dead code, unused packages',
    script: 'node_modules/knip/bin/knip.js',
    args: ['--no-progress', '--no-config-hints'],
  },
  { name: 'lock file', script: 'scripts/lockfile.mjs', args: [] },
];

async function runTool({ name, script, args }) {
  const started = Date.now();
  const { code, output } = await runNode(script, args, { quiet: true });
  say(`${code === 0 ? '✓' : '✗'} ${name} ${duration(Date.now() - started)}`);
  if (code !== 0) say(output.trimEnd());
  return code === 0;
}

/** Runs every tool, also after one has failed. @returns how many passed and how many failed */
export async function check() {
  const [types, ...rest] = tools;
  // Types first: the other tools follow imports of `shared` into its compiled output.
  const results = [await runTool(types), ...(await Promise.all(rest.map(runTool)))];
  const passed = results.filter(Boolean).length;
  return { passed, failed: results.length - passed };
}
