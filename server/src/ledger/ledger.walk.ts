import { isoOf } from '../platform/database/plain-row';
import type { Snapshot } from '../platform/database/snapshot';
import { contentDigest, type DigestName, digestOfChain, hashOf } from './ledger.digest';
import type { Report, Verdict } from './ledger.findings';
import type { KnownHeads } from './ledger.heads';

/** An entry with its act, as the database tells it. */
interface WalkedRow {
  chain: string;
  seq: number;
  occurredAt: unknown;
  receivedAt: unknown;
  personId: string | null;
  postId: string | null;
  act: string;
  subjectType: string;
  subjectId: string;
  digest: string;
  previousHash: string;
  hash: string;
  actSeq: number | null;
  content: string | null;
  salt: string | null;
  erasedBySeq: number | null;
}

const BATCH = 2000;
const ENTRIES = `SELECT e.chain, e.seq, e.occurredAt, e.receivedAt, e.personId, e.postId, e.act, e.subjectType, e.subjectId, e.digest,
  e.previousHash, e.hash, a.seq AS actSeq, a.content, a.salt, a.erasedBySeq
  FROM ledger_entry e LEFT JOIN ledger_act a ON a.chain = e.chain AND a.seq = e.seq
  WHERE e.chain = ? AND e.seq > ? ORDER BY e.seq LIMIT ${BATCH}`;

/** Where a walk has come to. */
interface Walk {
  chain: string;
  seq: number;
  hash: string;
  digest: DigestName | null;
  /** Erasing entry → the entries whose content it must have erased; each is struck off when it comes. */
  erasures: Map<number, number[]>;
}

/**
 * (a) and (b): every entry of a chain follows the one before, has the hash of its own words, and the digest of its act; (d) on the
 * way, every hash that a head file remembers is still where it was. Reads in batches: memory does not grow with the chain.
 */
export async function walkChain(
  snapshot: Snapshot,
  chain: string,
  heads: KnownHeads,
  verdict: Verdict,
  report: Report,
): Promise<void> {
  const walk: Walk = { chain, seq: 0, hash: '', digest: null, erasures: new Map() };
  for (;;) {
    const rows = await snapshot.rows<WalkedRow>(ENTRIES, [chain, walk.seq]);
    for (const row of rows) {
      checkLink(walk, row, report);
      checkHash(walk, row, report);
      checkAct(walk, row, verdict, report);
      heads.compare(chain, row.seq, row.hash, report);
      walk.seq = row.seq;
      walk.hash = row.hash;
    }
    verdict.entries += rows.length;
    if (rows.length < BATCH) break;
  }
  for (const [by, erased] of walk.erasures) {
    for (const seq of erased) report(unfounded(chain, seq, by));
  }
  heads.finish(chain, walk.seq, report);
  await compareHead(snapshot, walk, report);
  verdict.chains.push({ chain, entries: walk.seq, hash: walk.hash, digest: walk.digest ?? 'unknown' });
}

function checkLink(walk: Walk, row: WalkedRow, report: Report): void {
  const where = `entry ${row.chain}/${row.seq}`;
  if (row.seq !== walk.seq + 1) {
    const missing =
      row.seq - walk.seq === 2 ? `entry ${walk.seq + 1} is` : `entries ${walk.seq + 1} to ${row.seq - 1} are`;
    report({ kind: 'entry-missing', where, words: `${missing} missing before it` });
  }
  if (row.seq === 1) {
    walk.digest = digestOfChain(row.chain, row.previousHash);
    if (!walk.digest)
      report({ kind: 'link-broken', where, words: 'the first entry does not follow the beginning of this chain' });
  } else if (row.seq === walk.seq + 1 && row.previousHash !== walk.hash) {
    report({
      kind: 'link-broken',
      where,
      words: `it follows ${row.previousHash}, but entry ${walk.seq} has ${walk.hash}`,
    });
  }
  if (!walk.digest) {
    walk.digest = row.hash === hashWith('sha256', row) ? 'sha256' : 'sm3';
    if (row.seq !== 1)
      report({ kind: 'digest-unknown', where, words: `without the first entry, ${walk.digest} is assumed` });
  }
}

function checkHash(walk: Walk, row: WalkedRow, report: Report): void {
  if (hashWith(walk.digest as DigestName, row) === row.hash) return;
  report({
    kind: 'entry-changed',
    where: `entry ${row.chain}/${row.seq}`,
    words: 'its hash is not that of its content: the entry was changed',
  });
}

function hashWith(digest: DigestName, row: WalkedRow): string {
  return hashOf(digest, { ...row, occurredAt: isoOf(row.occurredAt), receivedAt: isoOf(row.receivedAt) });
}

function checkAct(walk: Walk, row: WalkedRow, verdict: Verdict, report: Report): void {
  const where = `act ${row.chain}/${row.seq}`;
  if (row.actSeq === null) {
    report({ kind: 'act-missing', where, words: 'the entry is there, what it tells is gone' });
  } else if (row.content === null || row.salt === null) {
    noteErasure(walk, row, verdict, report);
  } else {
    checkContent(walk, row, row.salt + row.content, report);
    if (row.act === 'erase') strikeOff(walk, row);
  }
}

function checkContent(walk: Walk, row: WalkedRow, salted: string, report: Report): void {
  const where = `act ${row.chain}/${row.seq}`;
  if (row.erasedBySeq !== null) {
    report({ kind: 'act-changed', where, words: `it is marked as erased by entry ${row.erasedBySeq}, but is there` });
  }
  if (contentDigest(walk.digest as DigestName, '', salted) !== row.digest) {
    const words = 'its digest is not that of its content: what was done was changed afterwards';
    report({ kind: 'act-changed', where, words });
  }
}

function noteErasure(walk: Walk, row: WalkedRow, verdict: Verdict, report: Report): void {
  const by = row.erasedBySeq;
  if (by === null || by <= row.seq) {
    report(unfounded(row.chain, row.seq, by));
  } else {
    walk.erasures.set(by, [...(walk.erasures.get(by) ?? []), row.seq]);
    verdict.erased.push({ where: `entry ${row.chain}/${row.seq}`, by });
  }
}

function strikeOff(walk: Walk, row: WalkedRow): void {
  const expected = walk.erasures.get(row.seq);
  if (!expected) return;
  const left = expected.filter((seq) => seq !== erasedBy(row.content as string));
  if (left.length === 0) walk.erasures.delete(row.seq);
  else walk.erasures.set(row.seq, left);
}

function erasedBy(content: string): unknown {
  try {
    return JSON.parse(content).facts?.erased;
  } catch {
    return undefined;
  }
}

function unfounded(chain: string, seq: number, by: number | null) {
  const words =
    by === null
      ? 'its content is gone, and no entry says that it was erased'
      : `its content is gone; entry ${by} does not say that it erased it`;
  return { kind: 'erasure-without-entry', where: `act ${chain}/${seq}`, words } as const;
}

/** The row that the next entry will follow must be the last one; an act must not stand without its entry. */
async function compareHead(snapshot: Snapshot, walk: Walk, report: Report): Promise<void> {
  const { chain, seq, hash } = walk;
  const [head] = await snapshot.rows<{ seq: number; hash: string }>(
    'SELECT seq, hash FROM ledger_chain WHERE chain = ?',
    [chain],
  );
  if (!head)
    report({ kind: 'chain-row-differs', where: `chain ${chain}`, words: 'it has entries, but no row in ledger_chain' });
  else if (head.seq !== seq || head.hash !== hash) {
    const words = `ledger_chain says entry ${head.seq} with ${head.hash}, the last entry is ${seq} with ${hash || 'nothing'}`;
    report({ kind: 'chain-row-differs', where: `chain ${chain}`, words });
  }
  const orphans = await snapshot.rows<{ seq: number }>(
    `SELECT a.seq FROM ledger_act a WHERE a.chain = ?
     AND NOT EXISTS (SELECT 1 FROM ledger_entry e WHERE e.chain = a.chain AND e.seq = a.seq) ORDER BY a.seq LIMIT 100`,
    [chain],
  );
  for (const orphan of orphans) {
    report({ kind: 'act-without-entry', where: `act ${chain}/${orphan.seq}`, words: 'it has no entry in the chain' });
  }
}
