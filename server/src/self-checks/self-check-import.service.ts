import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { townshipOf } from '@zerentian/shared/areas/area.contract';
import { dateOf } from '@zerentian/shared/calendar';
import {
  IMPORT_MOST_ERRORS,
  IMPORT_MOST_ROWS,
  type SelfCheckImportCheck,
  type SelfCheckImported,
  type SelfCheckImportQuery,
} from '@zerentian/shared/self-checks/self-check.contract';
import {
  type ImportRow,
  type ImportWords,
  type ReadRows,
  readRows,
} from '@zerentian/shared/self-checks/self-check.import';
import { DataSource, type EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { Ledger } from '../ledger/ledger.service';
import type { Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock';
import { forUpdate } from '../platform/database/data-source';
import { isDuplicate } from '../platform/database/database-errors';
import { insertRows } from '../platform/database/insert-rows';
import { columnName, readTable } from '../platform/excel/read-table';
import { ProblemError } from '../platform/problem';
import { type Moment, momentOf } from '../platform/writes/moment';
import { Writes } from '../platform/writes/writes.service';
import { type ActingFor, EnterprisePosts } from './enterprise-posts.service';
import type { SelfCheck } from './self-check.entity';
import { SelfChecks } from './self-checks.service';

const SAMPLE = 10;
/** Twenty-four values each. */
const AT_ONCE = 500;
const KNOWN =
  'SELECT externalNumber, text, spot, foundOn FROM self_check WHERE unitId = ? AND foundOn >= ? AND foundOn <= ?';
const NUMBERS = 'SELECT externalNumber FROM self_check WHERE unitId = ? AND externalNumber IS NOT NULL';

export const importWords: ImportWords = JSON.parse(
  readFileSync(join(__dirname, '../../data/self-check-columns.json'), 'utf8'),
);

/** 导入: what an enterprise has in the province's system already, so that nobody types it twice. All rows or none. */
@Injectable()
export class SelfCheckImports {
  @Inject() private readonly clock: Clock;
  @Inject() private readonly enterprises: EnterprisePosts;
  @Inject() private readonly entries: SelfChecks;
  @Inject() private readonly ledger: Ledger;
  @Inject() private readonly writes: Writes;
  @InjectDataSource() private readonly source: DataSource;

  /** What the file would bring, and what is wrong with it. Nothing is entered. @throws forbidden, not_a_workbook, payload_too_large */
  async check(actor: Actor, query: SelfCheckImportQuery, file: Buffer): Promise<SelfCheckImportCheck> {
    const acting = await this.acting(actor, query, this.clock.now());
    const read = await this.read(acting, file);
    const fresh = await this.fresh(this.source.manager, acting, read.rows);
    return {
      ...summary(read, fresh),
      columns: read.columns.map(({ field, header }) => ({ name: importWords.headers[field][0] ?? field, header })),
      ignored: read.ignored,
      sample: fresh.slice(0, SAMPLE).map(({ row, externalNumber, text, foundOn, fixedOn }) => ({
        ...{ row, externalNumber, text, foundOn, fixedOn },
      })),
      errorCount: read.errors.length,
      errors: read.errors.slice(0, IMPORT_MOST_ERRORS),
    };
  }

  /** Enters every row that is not there yet. @throws import_refused with each wrong cell where any row is wrong: then none is entered */
  async import(actor: Actor, query: SelfCheckImportQuery, file: Buffer): Promise<SelfCheckImported> {
    const moment = momentOf({}, this.clock.now());
    const acting = await this.acting(actor, query, moment.occurredAt);
    const read = await this.read(acting, file);
    if (read.errors.length > 0) throw refusal(read);
    return this.writes.once(actor, async (tx) => {
      // One at a time for an enterprise: rows without a number are known only by reading what is there.
      await tx.query(`SELECT id FROM unit WHERE id = ?${forUpdate(tx.dataSource)}`, [acting.unit.id]);
      const fresh = await this.fresh(tx, acting, read.rows);
      await this.enter(tx, actor, acting, fresh, moment);
      return summary(read, fresh);
    });
  }

  private acting(actor: Actor, query: SelfCheckImportQuery, at: Date): Promise<ActingFor> {
    return this.enterprises.acting(actor, { postId: query.actingPostId, unitId: query.unit, at });
  }

  private async read({ unit }: ActingFor, file: Buffer): Promise<ReadRows> {
    const { rows, formulas } = await readTable(file);
    if (rows.length > IMPORT_MOST_ROWS)
      throw new ProblemError(
        'payload_too_large',
        `一次最多 ${IMPORT_MOST_ROWS} 行，这个表格有 ${rows.length} 行，什么也没有导入。请分成几个文件。`,
      );
    const read = readRows(rows, importWords, { unitName: unit.name, today: dateOf(this.clock.now()), columnName });
    const message = '单元格里是公式，没有读。请改成文字或数字（复制后“选择性粘贴为数值”）';
    return { ...read, errors: [...formulas.map((cell) => ({ ...cell, header: '', message })), ...read.errors] };
  }

  /** The rows that are not in the list yet: by number, or without one by day, words and place. */
  private async fresh(tx: EntityManager, { unit }: ActingFor, rows: ImportRow[]): Promise<ImportRow[]> {
    if (rows.length === 0) return [];
    const days = rows.map((row) => row.foundOn).sort();
    const known = new Set<string>();
    for (const row of await tx.query<ImportRow[]>(KNOWN, [unit.id, days[0], days.at(-1)])) known.add(wordsKey(row));
    const numbered = await tx.query<{ externalNumber: string }[]>(NUMBERS, [unit.id]);
    const numbers = new Set(numbered.map((row) => row.externalNumber));
    return rows.filter((row) => {
      if (row.externalNumber !== null) return !numbers.has(row.externalNumber);
      const key = wordsKey(row);
      if (known.has(key)) return false;
      known.add(key);
      return true;
    });
  }

  private async enter(
    tx: EntityManager,
    actor: Actor,
    acting: ActingFor,
    rows: ImportRow[],
    moment: Moment,
  ): Promise<void> {
    const entries = rows.map((row) => entryOf(actor, acting, row, moment));
    for (const entry of entries)
      if (entry.state === 'referred') entry.hazardId = await this.entries.comeUp(tx, actor, acting, entry, moment);
    try {
      for (let start = 0; start < entries.length; start += AT_ONCE)
        await insertRows(tx, 'self_check', entries.slice(start, start + AT_ONCE));
    } catch (error) {
      // Somebody else of the enterprise has imported the same file a moment ago.
      throw isDuplicate(error) ? new ProblemError('conflict') : error;
    }
    const base = {
      act: 'self-check-import',
      subjectType: 'self-check',
      personId: actor.personId,
      postId: acting.post.id,
    };
    await this.ledger.recordAll(
      tx,
      entries.map((entry) => ({
        ...base,
        areaCode: entry.areaCode,
        subjectId: entry.id,
        moment,
        changes: { ...entry },
        facts: { to: entry.state },
      })),
    );
  }
}

function entryOf(actor: Actor, { post, unit }: ActingFor, row: ImportRow, moment: Moment): SelfCheck {
  const isReferred = row.level === 'suspected-major';
  return {
    id: uuidv7(),
    unitId: unit.id,
    townshipCode: townshipOf(unit.areaCode) ?? unit.areaCode,
    areaCode: unit.areaCode,
    trade: unit.trade,
    state: isReferred ? 'referred' : row.fixedOn ? 'fixed' : 'open',
    level: row.level,
    standardClause: row.standardClause,
    text: row.text,
    spot: row.spot,
    photoIds: [],
    foundOn: row.foundOn,
    fixedOn: row.fixedOn,
    remedy: row.remedy,
    rectifier: row.rectifier,
    afterPhotoIds: [],
    source: 'imported',
    externalNumber: row.externalNumber,
    hazardId: null,
    personId: actor.personId,
    postId: post.id,
    occurredAt: moment.occurredAt,
    receivedAt: moment.receivedAt,
    updatedAt: moment.receivedAt,
  };
}

function wordsKey({ foundOn, text, spot }: Pick<ImportRow, 'foundOn' | 'text' | 'spot'>): string {
  return JSON.stringify([foundOn, text, spot]);
}

function summary(read: ReadRows, fresh: ImportRow[]): SelfCheckImported {
  const rows = read.rows.length;
  const referred = fresh.filter((row) => row.level === 'suspected-major').length;
  return { rows, fresh: fresh.length, skipped: rows - fresh.length, referred };
}

function refusal({ errors }: ReadRows): ProblemError {
  const told = errors.slice(0, IMPORT_MOST_ERRORS).map(({ row, column, header, message }) => ({
    path: `${column}${row}`,
    message: `第 ${row} 行${column === '' ? '' : `第 ${column} 列`}${header === '' ? '' : `（${header}）`}：${message}`,
  }));
  const words = `表格里有 ${errors.length} 处要改，一行也没有导入，原来的清单没有变。请按列出的行和列改好，再选一次文件。`;
  return new ProblemError('import_refused', words, told);
}
