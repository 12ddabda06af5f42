import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');

/** Names in backquotes that look like a path of this repository: a known first folder or a file with an ending. */
const firstFolders = ['shared', 'server', 'miniapp', 'test', 'docs', 'scripts', '.ci'];

function markdownUnder(folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return markdownUnder(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}

function documents(): string[] {
  const top = readdirSync(root).filter((name) => name.endsWith('.md'));
  return [...top, ...markdownUnder('docs')];
}

/** `{a,b}` written for two names at once. */
function expand(path: string): string[] {
  const match = /^(.*?)\{([^{}]+)\}(.*)$/.exec(path);
  if (!match) return [path];
  const [, before = '', choices = '', after = ''] = match;
  return choices.split(',').flatMap((choice) => expand(before + choice.trim() + after));
}

/** Built or written while running; not in a fresh clone. A placeholder (`NNNN`, `*`, `…`, `<id>`) names no file. */
const notInTheClone = /(^|\/)(dist|node_modules|data|output)(\/|$)|[*…<>$]|NNNN|xxx/;
const isVersioned = (path: string) => path.startsWith('server/data/') || !notInTheClone.test(path);

/** Paths written in backquotes. */
function quotedPaths(text: string): string[] {
  const quoted = [...text.matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? '');
  const paths = quoted.filter((name) => /^[\w@.{},/*…<>$-]+$/.test(name) && name.includes('/'));
  return paths.filter((name) => firstFolders.includes(name.split('/')[0] ?? ''));
}

/** Relative targets of Markdown links and pictures. */
function linkTargets(text: string): string[] {
  const targets = [...text.matchAll(/\]\(([^)\s]+)(?:\s+"[^"]*")?\)/g)].map((match) => match[1] ?? '');
  const relative = targets.filter((target) => !/^([a-z][a-z0-9+.-]*:|#|\/)/i.test(target));
  return relative.map((target) => decodeURI(target.split('#')[0] ?? ''));
}

function missingIn(document: string): string[] {
  const text = readFileSync(join(root, document), 'utf8');
  const prose = text.replace(/^```[\s\S]*?^```/gm, '');
  const named = quotedPaths(prose).flatMap(expand).filter(isVersioned);
  const linked = linkTargets(prose).map((target) => join(dirname(document), target));
  return [...new Set([...named, ...linked])].filter((path) => !existsSync(join(root, path)));
}

describe('documentation', () => {
  it('finds paths in backquotes and in links, and leaves placeholders alone', () => {
    expect(quotedPaths('see `server/src/main.ts`, `npm start` and `a/b`')).toEqual(['server/src/main.ts']);
    expect(linkTargets('[a](docs/a.md#part) [b](https://example.org) ![c](docs/c.png "C")')).toEqual([
      'docs/a.md',
      'docs/c.png',
    ]);
    expect(expand('test/{api,weapp}/x.ts')).toEqual(['test/api/x.ts', 'test/weapp/x.ts']);
    expect(['docs/decisions/NNNN-*.md', 'miniapp/dist/weapp', 'server/data/x.csv'].map(isVersioned)).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('names only files and folders that exist', () => {
    const missing = documents().flatMap((document) => missingIn(document).map((path) => `${document}: ${path}`));
    expect(missing).toEqual([]);
  });
});
