import type { EntityManager } from 'typeorm';
import { plainColumns, type RawRow, rowAsPlain, tableMetadata } from '../platform/database/plain-row';
import type { Moment } from '../platform/writes/moment';
import { subjectRule } from './ledger.subjects';
import type { PhotoFact } from './photo-facts';
import { photosIn } from './photo-facts';

/** Which entry's content goes, by whom and why. */
export interface Erasure {
  chain: string;
  seq: number;
  personId: string | null;
  postId: string | null;
  moment: Moment;
  reason: string;
}

interface ErasedAct {
  subjectType: string;
  subjectId: string;
  content: string | null;
}

interface Remains {
  subjectType: string;
  subjectId: string;
  changes: Record<string, unknown>;
  photos: PhotoFact[];
}

const ACT = `SELECT e.subjectType, e.subjectId, a.content FROM ledger_entry e
  JOIN ledger_act a ON a.chain = e.chain AND a.seq = e.seq WHERE e.chain = ? AND e.seq = ?`;

/** What the entry of an erasure restates: the columns that the erased act had set, as they are now, and the photos still kept. */
export async function whatRemains(tx: EntityManager, { chain, seq }: Erasure): Promise<Remains> {
  const [act] = await tx.query<ErasedAct[]>(ACT, [chain, seq]);
  if (!act?.content) throw new Error(`ledger ${chain}: entry ${seq} has nothing to erase`);
  const content = JSON.parse(act.content);
  const row = await rowOf(tx, act);
  const columns = Object.keys(content.changes).filter((name) => row !== null && name in row);
  const changes = Object.fromEntries(columns.map((name) => [name, row?.[name]]));
  const photos = await keptPhotos(tx, photosIn(content.facts));
  return { subjectType: act.subjectType, subjectId: act.subjectId, changes, photos };
}

async function rowOf(
  tx: EntityManager,
  { subjectType, subjectId }: ErasedAct,
): Promise<Record<string, unknown> | null> {
  const rule = subjectRule(subjectType);
  if (!rule) return null;
  const metadata = tableMetadata(tx.dataSource, rule.table);
  const key = metadata.primaryColumns[0]?.databaseName;
  const sql = `SELECT ${plainColumns(tx.dataSource, metadata)} FROM ${rule.table} WHERE ${key} = ?`;
  const [row] = await tx.query<RawRow[]>(sql, [subjectId]);
  return row ? rowAsPlain(metadata, row) : null;
}

async function keptPhotos(tx: EntityManager, photos: PhotoFact[]): Promise<PhotoFact[]> {
  if (photos.length === 0) return [];
  const sql = `SELECT id FROM photo WHERE id IN (${photos.map(() => '?').join(', ')})`;
  const kept = new Set(
    (
      await tx.query<{ id: string }[]>(
        sql,
        photos.map((it) => it.id),
      )
    ).map((it) => it.id),
  );
  return photos.filter((it) => kept.has(it.id));
}
