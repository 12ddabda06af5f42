import type { DataSource, EntityMetadata } from 'typeorm';
import { plainColumns, type RawRow, rowAsPlain, tableMetadata } from '../platform/database/plain-row';
import type { Snapshot } from '../platform/database/snapshot';
import type { Storage } from '../platform/storage/storage';
import { canonical, digest } from './ledger.digest';
import { type Report, shown, type Verdict } from './ledger.findings';
import { bySubject, type Folded, fold, type SubjectAct, subjectName } from './ledger.fold';
import { PhotoCheck } from './ledger.photos';
import { type SubjectRule, subjectRule, subjectTypes } from './ledger.subjects';

const BATCH = 400;

/**
 * (c) Rebuilds every subject from its acts and compares all columns with its row; then looks for rows that no act made. Some
 * hundred subjects at a time, as plain rows.
 */
export class Rebuild {
  private readonly unknownTypes = new Set<string>();
  private readonly photos: PhotoCheck;

  constructor(
    private readonly source: DataSource,
    private readonly snapshot: Snapshot,
    storage: Storage,
    private readonly verdict: Verdict,
    private readonly report: Report,
  ) {
    this.photos = new PhotoCheck(snapshot, storage, verdict, report);
  }

  /** All subjects, or those with an entry in one chain. */
  async run(chain: string | null): Promise<void> {
    for (let after = ''; ; ) {
      const ids = await this.nextIds(chain, after);
      if (ids.length === 0) break;
      await this.batch(ids);
      after = ids.at(-1) as string;
    }
    for (const type of subjectTypes) await this.rowsWithoutActs(type, subjectRule(type) as SubjectRule, chain);
    await this.photos.attachedToNothing(chain);
  }

  private async nextIds(chain: string | null, after: string): Promise<string[]> {
    const inChain = chain === null ? '' : 'AND chain = ?';
    const sql = `SELECT DISTINCT subjectId FROM ledger_entry WHERE subjectId > ? ${inChain} ORDER BY subjectId LIMIT ${BATCH}`;
    const rows = await this.snapshot.rows<{ subjectId: string }>(sql, chain === null ? [after] : [after, chain]);
    return rows.map((row) => row.subjectId);
  }

  private async batch(ids: string[]): Promise<void> {
    const acts = await this.snapshot.rows<SubjectAct>(
      `SELECT e.chain, e.seq, e.receivedAt, e.act, e.subjectType, e.subjectId, a.content
       FROM ledger_entry e LEFT JOIN ledger_act a ON a.chain = e.chain AND a.seq = e.seq
       WHERE e.subjectId IN (${marks(ids)}) ORDER BY e.subjectId, e.chain, e.seq`,
      ids,
    );
    const folded = bySubject(acts).map((group) => fold(group, this.report));
    this.verdict.subjects += folded.length;
    const byType = groupByType(folded);
    for (const [type, subjects] of byType) await this.compareType(type, subjects);
    await this.photos.batch(folded);
  }

  private async compareType(type: string, subjects: Folded[]): Promise<void> {
    const rule = subjectRule(type);
    if (!rule) return this.tellUnknown(type);
    const metadata = tableMetadata(this.source, rule.table);
    const key = keyOf(metadata);
    const columns = plainColumns(this.source, metadata);
    const ids = subjects.map((it) => it.subjectId);
    const rows = await this.snapshot.rows<RawRow>(
      `SELECT ${columns} FROM ${rule.table} WHERE ${key} IN (${marks(ids)})`,
      ids,
    );
    const byId = new Map(rows.map((row) => [row[key], row]));
    for (const subject of subjects) {
      const row = byId.get(subject.subjectId);
      if (!row) {
        this.missing(rule, subject);
        continue;
      }
      const plain = rowAsPlain(metadata, row);
      this.compare(rule, metadata, subject, plain);
      this.compareDocuments(rule, subject, plain);
    }
  }

  private tellUnknown(type: string): void {
    if (this.unknownTypes.has(type)) return;
    this.unknownTypes.add(type);
    this.report({
      kind: 'subject-type-unknown',
      where: type,
      words: 'this version does not know what such acts are about: it cannot compare them',
    });
  }

  private missing(rule: SubjectRule, subject: Folded): void {
    const isMade = Object.keys(subject.values).length > 0;
    if (!isMade && !rule.whole) return;
    this.report({
      kind: 'row-missing',
      where: subjectName(subject),
      words: `the ledger tells of it, but it is gone from ${rule.table}`,
    });
  }

  private compare(rule: SubjectRule, metadata: EntityMetadata, subject: Folded, row: Record<string, unknown>): void {
    const where = subjectName(subject);
    for (const { propertyName } of metadata.columns) {
      if (rule.documents?.some((it) => it.column === propertyName)) continue;
      if (!(propertyName in subject.values)) {
        if (rule.whole && !subject.gaps)
          this.report({ kind: 'column-without-act', where, words: `no act ever set ${propertyName}` });
        continue;
      }
      const [told, stored] = [subject.values[propertyName], row[propertyName]];
      if (told === stored || canonical(told) === canonical(stored ?? null)) continue;
      this.report({
        kind: 'row-differs',
        where,
        words: `${propertyName}: the acts say ${shown(told)}, the row says ${shown(stored)}`,
      });
    }
  }

  private compareDocuments(rule: SubjectRule, subject: Folded, row: Record<string, unknown>): void {
    for (const { column, part, fact } of rule.documents ?? []) {
      const told = subject.digests[fact];
      const value = part === undefined ? row[column] : (row[column] as Record<string, unknown>)[part];
      if (told === undefined || told === digest('sha256', canonical(value ?? null))) continue;
      const words = `${column}: its digest is not the ${shown(told)} that its act tells`;
      this.report({ kind: 'row-differs', where: subjectName(subject), words });
    }
  }

  /** Rows put in past the service: they have no act at all. */
  private async rowsWithoutActs(type: string, rule: SubjectRule, chain: string | null): Promise<void> {
    if (!rule.whole || (chain !== null && !rule.areaColumn)) return;
    const metadata = tableMetadata(this.source, rule.table);
    const key = keyOf(metadata);
    const [inChain, values] = chain === null ? ['', []] : areaOf(`t.${rule.areaColumn}`, chain);
    const rows = await this.snapshot.rows<{ id: string }>(
      `SELECT t.${key} AS id FROM ${rule.table} t WHERE NOT EXISTS
       (SELECT 1 FROM ledger_entry e WHERE e.subjectId = t.${key} AND e.subjectType = ?) ${inChain} ORDER BY t.${key} LIMIT 1000`,
      [type, ...values],
    );
    for (const { id } of rows) {
      this.report({
        kind: 'row-without-act',
        where: `${type} ${id}`,
        words: `it is in ${rule.table}, but no act ever made it`,
      });
    }
  }
}

/** The part of a WHERE that keeps to what a chain takes: a township with all below it, or exactly an area above townships. */
export function areaOf(column: string, chain: string): [string, string[]] {
  return chain.length === 9 ? [`AND ${column} LIKE ?`, [`${chain}%`]] : [`AND ${column} = ?`, [chain]];
}

function groupByType(folded: Folded[]): Map<string, Folded[]> {
  const groups = new Map<string, Folded[]>();
  for (const it of folded) groups.set(it.subjectType, [...(groups.get(it.subjectType) ?? []), it]);
  return groups;
}

function keyOf(metadata: EntityMetadata): string {
  return metadata.primaryColumns[0]?.databaseName as string;
}

/** Placeholders for a list. */
export function marks(values: unknown[]): string {
  return values.map(() => '?').join(', ');
}
