import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Snapshot } from '../platform/database/snapshot';
import type { Storage } from '../platform/storage/storage';
import { digestNames } from './ledger.digest';
import type { Report, Verdict } from './ledger.findings';
import type { Folded } from './ledger.fold';

interface PhotoRow {
  id: string;
  path: string | null;
  storedDigest: string | null;
  subjectId: string | null;
}

const COLUMNS = 'SELECT id, path, storedDigest, subjectId FROM photo';

/** The photos that acts name: their rows, and every byte of their files. */
export class PhotoCheck {
  constructor(
    private readonly snapshot: Snapshot,
    private readonly storage: Storage,
    private readonly verdict: Verdict,
    private readonly report: Report,
  ) {}

  /** The photos of some subjects: those named by their acts, and those attached to them without any act naming them. */
  async batch(subjects: Folded[]): Promise<void> {
    const named = subjects.flatMap((subject) => subject.photos);
    const rows = await this.rowsOf(named.map((it) => it.fact.id));
    for (const { fact, where } of named) await this.check(fact.id, fact.digest, where, rows.get(fact.id));
    const awaited = subjects.flatMap((subject) => subject.awaited);
    for (const row of await this.storedUnseen(awaited)) this.unnamed(row);
    const namedIds = new Set([...named.map((it) => it.fact.id), ...awaited]);
    const whole = subjects.filter((subject) => !subject.gaps).map((subject) => subject.subjectId);
    for (const row of await this.attachedTo(whole)) {
      if (!namedIds.has(row.id)) this.unnamed(row);
    }
  }

  /** Photos attached to something that no act tells of. */
  async attachedToNothing(chain: string | null): Promise<void> {
    const [inChain, values] = chain === null ? ['', []] : ['AND p.townshipCode = ?', [chain]];
    const rows = await this.snapshot.rows<PhotoRow>(
      `SELECT p.id, p.path, p.storedDigest, p.subjectId FROM photo p WHERE p.subjectId IS NOT NULL ${inChain}
       AND NOT EXISTS (SELECT 1 FROM ledger_entry e WHERE e.subjectId = p.subjectId) ORDER BY p.id LIMIT 1000`,
      values,
    );
    for (const row of rows) this.unnamed(row);
  }

  private unnamed(row: PhotoRow): void {
    this.report({
      kind: 'photo-without-act',
      where: `photo ${row.id}`,
      words: `it is attached to ${row.subjectId}, but no act attached it`,
    });
  }

  private async check(id: string, digest: string, named: string, row: PhotoRow | undefined): Promise<void> {
    const where = `photo ${id}`;
    this.verdict.photos++;
    if (!row?.path)
      return this.report({ kind: 'photo-row-missing', where, words: `${named} names it, but it is not stored` });
    if (row.storedDigest !== digest) {
      this.report({
        kind: 'photo-row-differs',
        where,
        words: `${named} says ${digest}, the row says ${row.storedDigest}`,
      });
    }
    const found = await this.digestsOf(`photos/${row.path}`);
    if (!found)
      return this.report({
        kind: 'photo-file-missing',
        where,
        words: `${named} names it, but ${row.path} cannot be read`,
      });
    if (!found.includes(digest)) {
      this.report({
        kind: 'photo-file-changed',
        where,
        words: `${named} says ${digest}, the file ${row.path} has another digest`,
      });
    }
  }

  private async rowsOf(ids: string[]): Promise<Map<string, PhotoRow>> {
    const rows = await this.inPieces(ids, (piece) => `${COLUMNS} WHERE id IN (${piece})`);
    return new Map(rows.map((row) => [row.id, row]));
  }

  private attachedTo(subjectIds: string[]): Promise<PhotoRow[]> {
    return this.inPieces(subjectIds, (piece) => `${COLUMNS} WHERE subjectId IN (${piece})`);
  }

  /** Of the photos that acts took before they had arrived: those that are stored without the entry that says so. */
  private storedUnseen(ids: string[]): Promise<PhotoRow[]> {
    return this.inPieces(
      ids,
      (piece) => `${COLUMNS} WHERE id IN (${piece}) AND storedDigest IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM ledger_entry e WHERE e.subjectId = photo.id)`,
    );
  }

  private async inPieces(ids: string[], sql: (marks: string) => string): Promise<PhotoRow[]> {
    const rows: PhotoRow[] = [];
    for (let start = 0; start < ids.length; start += 400) {
      const piece = ids.slice(start, start + 400);
      rows.push(...(await this.snapshot.rows<PhotoRow>(sql(piece.map(() => '?').join(', ')), piece)));
    }
    return rows;
  }

  /** Null if the file cannot be read, or its key is none of ours. */
  private async digestsOf(key: string): Promise<string[] | null> {
    try {
      const file = await this.storage.get(key);
      return file && (await digestsOfBytes(file.stream));
    } catch {
      return null;
    }
  }
}

/** The digests by every algorithm that a photo may have been stored with. */
async function digestsOfBytes(stream: Readable): Promise<string[]> {
  const hashes = digestNames.map((name) => createHash(name));
  await pipeline(stream, async (bytes: AsyncIterable<Buffer>) => {
    for await (const piece of bytes) for (const hash of hashes) hash.update(piece);
  });
  return hashes.map((hash) => hash.digest('hex'));
}
