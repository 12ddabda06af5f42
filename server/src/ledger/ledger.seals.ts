import { basename, dirname, resolve } from 'node:path';
import type { Report } from './ledger.findings';
import { type HeadsFile, readHeads, sealOf } from './ledger.heads';

/** A heads file that could be read. */
interface Link {
  path: string;
  file: string;
  heads: HeadsFile;
}

/**
 * Heads files form a row: each holds the seal of the one before. A file changed has another seal than its content; a file sealed anew,
 * or taken out, is missed by the one after it. Files given by the operator find those before them among themselves or in the server's
 * row, so that one file carried away tells whether the row that led to it is still there.
 */
export function checkSeals(given: string[], row: string[], report: Report): void {
  const paths = new Set([...row, ...given].map((path) => resolve(path)));
  const links = [...paths].flatMap((path) => linkOf(path, report));
  const changed = links.filter(({ heads: { seal, ...unsealed } }) => sealOf(unsealed) !== seal);
  for (const link of changed) tell('heads-file-changed', link, 'its seal is not that of its content', report);
  // Copies of one file are one place in the row; an honest one stands for it where there is one.
  const honestLast = [...changed, ...links.filter((link) => !changed.includes(link))];
  const bySeal = new Map(honestLast.map((link) => [link.heads.seal, link]));
  for (const link of bySeal.values()) checkPrevious(link, bySeal, report);
  checkBeginnings(links, report);
}

/** What cannot be read at all is told, and missed by the file after it. */
function linkOf(path: string, report: Report): Link[] {
  const file = basename(path);
  try {
    return [{ path, file, heads: readHeads(path) }];
  } catch (error) {
    report({ kind: 'heads-file-changed', where: file, words: (error as Error).message });
    return [];
  }
}

function checkPrevious(link: Link, bySeal: Map<string, Link>, report: Report): void {
  const { previousSeal, chains } = link.heads;
  if (previousSeal === null) return;
  const previous = bySeal.get(previousSeal);
  if (!previous) {
    const words = `it follows a file with the seal ${previousSeal}, which is not here: that file was changed or removed, or it lies in another server's row, which --head may name as well`;
    tell('heads-row-broken', link, words, report);
    return;
  }
  const seqs = new Map(chains.map(({ chain, seq }) => [chain, seq]));
  for (const { chain, seq } of previous.heads.chains) {
    const now = seqs.get(chain);
    if (now !== undefined && now >= seq) continue;
    const words = `${previous.file} before it remembers entry ${chain}/${seq}; it says ${now ?? 'nothing'} of this chain`;
    tell('heads-row-broken', link, words, report);
  }
}

/** The server's row has one beginning; where it begins anew, it could not read the file before, or somebody put one in its place. */
function checkBeginnings(links: Link[], report: Report): void {
  const begun = new Set<string>();
  for (const link of links) {
    if (link.heads.previousSeal !== null || !/^\d{4}-\d\d-\d\d\.json$/.test(link.file)) continue;
    const folder = dirname(link.path);
    if (begun.has(folder)) tell('heads-row-broken', link, 'it follows no file, though there are earlier ones', report);
    begun.add(folder);
  }
}

function tell(
  kind: 'heads-file-changed' | 'heads-row-broken',
  { file: where }: Link,
  words: string,
  report: Report,
): void {
  report({ kind, where, words });
}
