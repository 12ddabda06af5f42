// npm forgets, when it rewrites package-lock.json, the optional packages that its registry or this machine does not
// offer (builds of a tool for other systems); `npm ci` then refuses the file on every machine. This finds them, and
// `node scripts/lockfile.mjs --complete` notes them again: name, version and system, which is all that npm needs to
// pass over them. Without a digest they are still installed on their own system, from the registry of that machine.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './processes.mjs';

const file = join(root, 'package-lock.json');
const systems =
  /[-/](android|darwin|freebsd|linux|openharmony|win32)-(arm64|arm|ia32|loong64|ppc64|riscv64|s390x|wasm32|x64)/;

/** Where Node would find `name` from the package at `path`, going up through the enclosing node_modules. */
function resolves(packages, path, name) {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    if (packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true;
    if (folder === '') return false;
  }
}

/** Optional packages that some package of the lock file asks for and the lock file does not have. */
export function missingFromLockfile() {
  const { packages } = JSON.parse(readFileSync(file, 'utf8'));
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {}, dev }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !resolves(packages, path, name))
      .map(([name, version]) => ({ name, version, dev })),
  );
}

/** The lock file's entry for a build of a tool for one system, which its name tells. */
function entryOf({ name, version, dev }) {
  const [, os, cpu] = systems.exec(name) ?? [];
  if (!os || !/^\d+\.\d+\.\d+$/.test(version)) throw new Error(`cannot tell the system of ${name}@${version}`);
  const libc = /musl/.test(name) ? ['musl'] : /gnu/.test(name) ? ['glibc'] : undefined;
  return {
    version,
    cpu: [cpu],
    ...(dev && { dev }),
    ...(os === 'linux' && libc && { libc }),
    optional: true,
    os: [os],
  };
}

function complete() {
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  for (const missing of missingFromLockfile()) lock.packages[`node_modules/${missing.name}`] = entryOf(missing);
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (process.argv.includes('--complete')) complete();
  const missing = missingFromLockfile();
  for (const { name, version } of missing) console.error(`package-lock.json lacks ${name}@${version}`);
  process.exitCode = missing.length > 0 ? 1 : 0;
}
