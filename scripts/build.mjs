// Installing and building, each only when its result no longer matches its sources.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { heartbeat, PlainError } from './console.mjs';
import { dropStamp, fingerprint, isFresh, writeStamp } from './fingerprint.mjs';
import { withLock } from './lock.mjs';
import { root, runNode, runNpm } from './processes.mjs';

const installStamp = 'node_modules/.zerentian-install';
const phoneSources = ['miniapp', 'shared/src', 'shared/package.json', 'tsconfig.base.json', 'package-lock.json'];

/** How a long step shows that it moves: on a terminal the programs do so themselves. */
const pulse = (describe) => heartbeat(describe, process.stdout.isTTY ? 30_000 : 10_000);

const locked = () => JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;

function installProgress() {
  const isOurs = ({ os, cpu }) => (!os || os.includes(process.platform)) && (!cpu || cpu.includes(process.arch));
  const ours = Object.entries(locked()).filter(([path, entry]) => path.includes('node_modules/') && isOurs(entry));
  const all = ours.map(([path]) => path);
  return pulse(() => {
    const done = all.filter((path) => existsSync(join(root, path, 'package.json'))).length;
    return done < all.length / 50 ? '读取软件包目录 reading the registry' : `${done} / ${all.length}`;
  });
}

/** What npm itself noted as installed agrees with package-lock.json; packages for other systems may be absent. */
function matchesLockfile() {
  const note = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(note)) return false;
  const there = JSON.parse(readFileSync(note, 'utf8')).packages;
  return Object.entries(locked()).every(([path, wanted]) =>
    there[path] ? there[path].version === wanted.version : !path.includes('node_modules/') || wanted.optional,
  );
}

/** True when node_modules is what package-lock.json asks for, be it by our `npm ci` or by somebody's `npm install`. */
export function isInstalled() {
  const wanted = fingerprint(['package-lock.json']);
  if (existsSync(join(root, 'node_modules')) && isFresh(installStamp, wanted)) return true;
  if (!matchesLockfile()) return false;
  writeStamp(installStamp, wanted);
  return true;
}

/** Brings node_modules to what package-lock.json says; the build tools are needed in production as well. */
export async function install() {
  const wanted = fingerprint(['package-lock.json']);
  const stop = installProgress();
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code } = await runNpm(args);
  stop();
  if (code !== 0) {
    throw new PlainError(
      `安装依赖失败（npm ci 返回 ${code}）。请检查网络后重试；已下载的部分会保留。\n` +
        `npm ci failed with code ${code}. Check the network and try again; what was downloaded is kept.`,
    );
  }
  writeStamp(installStamp, wanted);
}

/** Output whose source has gone: tsc leaves it, and a removed migration or entity would live on in it. */
function prune(workspace, folder = '') {
  const output = join(root, workspace, 'dist', folder);
  if (!existsSync(output)) return;
  for (const entry of readdirSync(output, { withFileTypes: true })) {
    const inside = join(folder, entry.name);
    const stem = inside.replace(/\.(d\.ts|js)(\.map)?$/, '');
    if (entry.isDirectory()) prune(workspace, inside);
    else if (stem !== inside && !hasSource(workspace, stem)) rmSync(join(output, entry.name));
  }
}

function hasSource(workspace, stem) {
  return ['.ts', '.tsx', '.js', '.cjs'].some((suffix) => existsSync(join(root, workspace, 'src', stem + suffix)));
}

/** Compiles `shared` and `server`; a second or two when nothing changed. */
export function buildServer() {
  return withLock('build-server', async () => {
    const lost = ['shared', 'server'].some((workspace) => !existsSync(join(root, workspace, 'dist')));
    const { code } = await runNode('node_modules/typescript/bin/tsc', [
      '-b',
      'shared',
      'server',
      ...(lost ? ['--force'] : []),
    ]);
    for (const workspace of ['shared', 'server']) prune(workspace);
    if (code !== 0)
      throw new PlainError('编译服务端失败，见上面的错误。 Compiling shared and server failed, see above.');
  });
}

/** One of the two builds of the mini-program; `settings` are environment variables that become part of the bundle. */
function phoneBuild(kind, settings) {
  const output = `miniapp/dist/${kind}`;
  const stamp = `miniapp/dist/.${kind}-stamp`;
  const value = () => fingerprint(phoneSources, JSON.stringify(settings));
  const built = () => existsSync(join(root, output, kind === 'h5' ? 'index.html' : 'app.json'));
  return {
    isFresh: () => built() && isFresh(stamp, value()),
    build: () =>
      withLock('build-miniapp', async () => {
        if (built() && isFresh(stamp, value())) return;
        dropStamp(stamp);
        const wanted = value();
        const stop = pulse(() => `build:${kind}`);
        const env = { NODE_ENV: 'production', ...settings };
        const { code, output: text } = await runNpm(['run', `build:${kind}`, '-w', 'miniapp'], { quiet: true, env });
        stop();
        if (code !== 0 || !built()) {
          throw new PlainError(`${text.slice(-4000)}\n构建 ${kind} 失败。 Building ${kind} failed, see above.`);
        }
        writeStamp(stamp, wanted);
      }),
  };
}

/** The pages for the browser, served by the server itself. */
export const h5 = phoneBuild('h5', {});

/** The WeChat package, for a server at the given address. */
export const weapp = (server = 'http://127.0.0.1:3000') => phoneBuild('weapp', { TARO_APP_SERVER: server });

/** Everything a server program needs to run from this checkout. */
export async function prepareServer() {
  if (!isInstalled()) await install();
  await buildServer();
}
