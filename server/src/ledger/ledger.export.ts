import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { DataSource } from 'typeorm';
import { isoOf } from '../platform/database/plain-row';
import { openSnapshot, type Snapshot } from '../platform/database/snapshot';
import { digestOfChain } from './ledger.digest';
import { type HeadsFile, readHeads } from './ledger.heads';

const BATCH = 2000;

interface Row extends Record<string, unknown> {
  seq: number;
  previousHash: string;
  hash: string;
}

/** What the first line of an export says. */
interface Header {
  format: 'zerentian-ledger/1';
  chain: string;
  digest: string;
  entries: number;
  hash: string | null;
  exportedAt: string;
}

/**
 * Writes a chain to a file that can be checked without a database (scripts/ledger-check.mjs): a line with what it is, the heads
 * files that remember the chain, and a line per entry with its act exactly as it is digested. Answers the number of entries.
 */
export async function exportChain(
  source: DataSource,
  chain: string,
  path: string,
  headsPaths: string[],
  now: Date,
): Promise<number> {
  const snapshot = await openSnapshot(source);
  const file = createWriteStream(path, { flags: 'wx' });
  const write = async (line: unknown) => {
    if (!file.write(`${JSON.stringify(line)}\n`)) await once(file, 'drain');
  };
  try {
    const header = await headerOf(snapshot, chain, now);
    await write(header);
    for (const heads of headsPaths.map(readHeads).filter((it) => remembers(it, chain))) await write({ heads });
    for await (const row of entriesOf(snapshot, chain))
      await write({ ...row, occurredAt: isoOf(row.occurredAt), receivedAt: isoOf(row.receivedAt) });
    file.end();
    await finished(file);
    return header.entries;
  } finally {
    file.destroy();
    await snapshot.close();
  }
}

async function headerOf(snapshot: Snapshot, chain: string, now: Date): Promise<Header> {
  const row = (where: string) =>
    snapshot.rows<Row>(`SELECT seq, previousHash, hash FROM ledger_entry WHERE chain = ? ${where} LIMIT 1`, [chain]);
  const [[first], [last]] = [await row('ORDER BY seq'), await row('ORDER BY seq DESC')];
  const [count] = await snapshot.rows<{ n: number }>('SELECT COUNT(*) AS n FROM ledger_entry WHERE chain = ?', [chain]);
  const digest = (first && digestOfChain(chain, first.previousHash)) ?? 'unknown';
  const entries = Number(count?.n ?? 0);
  return {
    format: 'zerentian-ledger/1',
    chain,
    digest,
    entries,
    hash: last?.hash ?? null,
    exportedAt: now.toISOString(),
  };
}

async function* entriesOf(snapshot: Snapshot, chain: string): AsyncGenerator<Row> {
  const sql = `SELECT e.chain, e.seq, e.occurredAt, e.receivedAt, e.personId, e.postId, e.act, e.subjectType, e.subjectId, e.digest,
    e.previousHash, e.hash, a.content, a.salt, a.erasedBySeq
    FROM ledger_entry e LEFT JOIN ledger_act a ON a.chain = e.chain AND a.seq = e.seq
    WHERE e.chain = ? AND e.seq > ? ORDER BY e.seq LIMIT ${BATCH}`;
  for (let after = 0; ; ) {
    const rows = await snapshot.rows<Row>(sql, [chain, after]);
    yield* rows;
    if (rows.length < BATCH) return;
    after = rows.at(-1)?.seq as number;
  }
}

function remembers(heads: HeadsFile, chain: string): boolean {
  return heads.chains.some((it) => it.chain === chain);
}
