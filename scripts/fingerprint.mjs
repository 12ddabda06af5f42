// Whether something built is still what its sources would give: a digest of the sources' content, not of their
// times, so that a fresh clone, a branch change and a touched file are all judged rightly.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from './processes.mjs';

/** What tools put beside the sources: it comes with a build and must not make it stale. */
const ignored = new Set(['node_modules', 'dist', '.git', '.cache', '.swc']);

function* filesUnder(path) {
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) {
    yield path;
    return;
  }
  for (const name of readdirSync(path).sort()) {
    if (!ignored.has(name) && !name.endsWith('.tsbuildinfo')) yield* filesUnder(join(path, name));
  }
}

/** Digest of names and contents of everything under the given paths (relative to the repository), and of `extra`. */
export function fingerprint(paths, extra = '') {
  const hash = createHash('sha256').update(extra);
  for (const path of paths) {
    for (const file of filesUnder(join(root, path))) {
      hash.update(`\0${relative(root, file)}\0`).update(readFileSync(file));
    }
  }
  return hash.digest('hex');
}

/** True when the stamp was written for this fingerprint. */
export function isFresh(stamp, value) {
  const path = join(root, stamp);
  return existsSync(path) && readFileSync(path, 'utf8') === value;
}

export function writeStamp(stamp, value) {
  const path = join(root, stamp);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, value);
}

export function dropStamp(stamp) {
  rmSync(join(root, stamp), { force: true });
}
