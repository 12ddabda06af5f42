/**
 * Builds one target: `node scripts/build.mjs weapp --server https://…` or `… h5`, into dist/weapp or dist/h5, or into
 * `--output DIR` below the mini-program's folder. The WeChat package needs the server's address at build time; H5
 * talks to its own origin. A build takes its place only when it is whole: a server that serves the old one goes on
 * doing so.
 */
import { spawn } from 'node:child_process';
import { renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const DEVELOPMENT_SERVER = 'http://127.0.0.1:3000';
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { server: { type: 'string' }, output: { type: 'string' } },
});
const target = positionals[0];
if (target !== 'weapp' && target !== 'h5') {
  console.error('usage: node scripts/build.mjs weapp|h5 [--server https://…] [--output DIR]');
  process.exit(2);
}

const server = (values.server ?? process.env.TARO_APP_SERVER ?? DEVELOPMENT_SERVER).replace(/\/+$/, '');
if (!/^https?:\/\/[^/]+/.test(server)) {
  console.error(`--server must be an http(s) address, got: ${server}`);
  process.exit(2);
}

const output = path.resolve(root, values.output ?? `dist/${target}`);
const building = path.join(path.dirname(output), `.${path.basename(output)}-${process.pid}`);
const taro = createRequire(import.meta.url).resolve('@tarojs/cli/bin/taro');
const child = spawn(process.execPath, [taro, 'build', '--type', target, '--no-check'], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    NODE_ENV: 'production',
    // Plain lines in place of a progress bar that redraws itself.
    CI: '1',
    TARO_ENV: target,
    TARO_APP_SERVER: target === 'h5' ? '' : server,
    TARO_APP_OUTPUT: path.relative(root, building),
  },
});
child.on('exit', (code) => {
  if (code === 0) {
    rmSync(output, { recursive: true, force: true });
    renameSync(building, output);
  } else {
    rmSync(building, { recursive: true, force: true });
  }
  process.exit(code ?? 1);
});
