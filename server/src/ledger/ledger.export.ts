import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { DataSource } from 'typeorm';
import { isoOf } from '../platform/database/plain-row';
import { openSnapshot, type Snapshot } from '../platform/database/snapshot';
import { digestOfChain, type Hashed, hashedText } from './ledger.digest';
import { type HeadsFile, readHeads } from './ledger.heads';

const BATCH = 2000;

interface Row extends Omit<Hashed, 'occurredAt' | 'receivedAt'> {
  occurredAt: unknown;
  receivedAt: unknown;
  hash: string;
  content: string | null;
  salt: string | null;
  erasedBySeq: number | null;
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
 * files that remember the chain, and a line per entry, in which entry and act stand byte for byte as they are digested. Answers the number of entries.
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
  const write = async (line: string) => {
    if (!file.write(`${line}\n`)) await once(file, 'drain');
  };
  try {
    const header = await headerOf(snapshot, chain, now);
    await write(JSON.stringify(header));
    for (const heads of headsPaths.map(readHeads).filter((it) => remembers(it, chain))) {
      await write(JSON.stringify({ heads }));
    }
    for await (const row of entriesOf(snapshot, chain)) await write(lineOf(row));
    file.end();
    await finished(file);
    return header.entries;
  } finally {
    file.destroy();
    await snapshot.close();
  }
}

/** `{"hash":…,"entry":{…},"salt":…,"content":{…}}`, or `{"hash":…,"entry":{…},"erasedBySeq":…}` where content was erased. */
function lineOf(row: Row): string {
  const entry = hashedText({ ...row, occurredAt: isoOf(row.occurredAt), receivedAt: isoOf(row.receivedAt) });
  const start = `{"hash":${JSON.stringify(row.hash)},"entry":${entry}`;
  if (row.content === null || row.salt === null) return `${start},"erasedBySeq":${row.erasedBySeq}}`;
  // A line break can only be there if somebody tampered; as a JSON text it keeps to its line, and its digest does not fit.
  const content = row.content.includes('\n') ? JSON.stringify(row.content) : row.content;
  return `${start},"salt":${JSON.stringify(row.salt)},"content":${content}}`;
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
