import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { shortTime } from '@zerentian/shared/work-summaries/chinese-dates';
import { DataSource } from 'typeorm';
import { DutiesService } from '../duties/duties.service';
import { instantOf } from '../platform/database/instant';
import { namesOf } from '../platform/database/names';
import { storedInstant } from '../platform/database/plain-row';
import type { SheetWords } from '../platform/excel/workbook';
import type { OutCell } from '../platform/excel/workbook.xml';
import { within } from '../platform/http/keyset';
import { Holders } from '../posts/holders.service';
import type { Chapter, EvidenceSource, PackAsk, PackScope } from './evidence-source';

const AT_ONCE = 200;

interface RecordRow {
  id: string;
  kind: string;
  areaCode: string;
  unitId: string | null;
  personId: string;
  postId: string;
  text: string;
  occurredAt: string | Date;
}

/** A record in words: when, what kind, where, who, what. */
type RecordWords = [time: string, kind: string, place: string, who: string, text: string];

/** 履职记录 of the span: of an area all that were done in it, of an enterprise those that name it. */
@Injectable()
export class DutyRecordEvidence implements EvidenceSource {
  readonly name = '履职记录';
  readonly unit = '条';

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly duties: DutiesService,
    private readonly holders: Holders,
  ) {}

  async count({ scope }: PackAsk): Promise<number> {
    const { sql, parameters } = inScope(scope);
    const [row] = await this.source.query<{ n: number | string }[]>(
      `SELECT COUNT(*) AS n FROM duty_record WHERE ${sql}`,
      parameters,
    );
    return Number(row?.n ?? 0);
  }

  async chapters(ask: PackAsk): Promise<Chapter[]> {
    if ((await this.count(ask)) === 0) return [];
    return [
      {
        title: '履职记录',
        compose: async (paper) => {
          paper.title(null, '履职记录');
          const rows = [];
          for await (const record of this.records(ask.scope)) rows.push(record.map((text) => ({ text })));
          const form = { columns: [0.205, 0.115, 0.18, 0.22, 0.28], size: 9, leading: 13 };
          await paper.longTable({ ...form, header: ['时间', '类别', '在哪里', '谁', '做了什么'] }, rows);
        },
      },
    ];
  }

  sheets({ scope }: PackAsk): SheetWords[] {
    const columns = [
      ['时间', 18],
      ['类别', 14],
      ['在哪里', 28],
      ['谁', 30],
      ['做了什么', 56],
    ] as const;
    return [{ name: '履职记录', columns: columns.map(([title, width]) => ({ title, width })), rows: this.rows(scope) }];
  }

  private async *rows(scope: PackScope): AsyncGenerator<OutCell[]> {
    yield* this.records(scope);
  }

  /** By the time at which they were done, some at a time. */
  private async *records(scope: PackScope): AsyncGenerator<RecordWords> {
    const { sql, parameters } = inScope(scope);
    let after: [string, string, string] | null = null;
    for (;;) {
      const rows: RecordRow[] = await this.source.query(
        `SELECT id, kind, areaCode, unitId, personId, postId, text, occurredAt FROM duty_record WHERE ${sql}
         ${after ? 'AND occurredAt >= ? AND (occurredAt > ? OR id > ?)' : ''} ORDER BY occurredAt, id LIMIT ${AT_ONCE}`,
        [...parameters, ...(after ?? [])],
      );
      yield* await this.inWords(rows, scope.areaCode);
      const last = rows.at(-1);
      if (!last || rows.length < AT_ONCE) return;
      const at = storedInstant(instantOf(last.occurredAt));
      after = [at, at, last.id];
    }
  }

  private async inWords(rows: RecordRow[], area: string): Promise<RecordWords[]> {
    if (rows.length === 0) return [];
    const kinds = new Map((await this.duties.recordKinds(area)).map(({ key, name }) => [key, name]));
    const areas = await namesOf(
      this.source.manager,
      'area',
      'code',
      rows.map((it) => it.areaCode),
    );
    const units = await namesOf(
      this.source.manager,
      'unit',
      'id',
      rows.map((it) => it.unitId),
    );
    const actor = await this.holders.actors(rows);
    return rows.map((row): RecordWords => {
      const { name, post } = actor(row);
      const place = [areas.get(row.areaCode), row.unitId && units.get(row.unitId)].filter(Boolean).join('，');
      const who = [post, name ?? '（姓名已删除）'].filter(Boolean).join(' ');
      return [shortTime(instantOf(row.occurredAt)), kinds.get(row.kind) ?? row.kind, place, who, row.text];
    });
  }
}

function inScope({ areaCode, unitId, reach, start, end }: PackScope): { sql: string; parameters: string[] } {
  const column = unitId !== null ? 'unitId' : areaCode.length === 12 ? 'areaCode' : 'townshipCode';
  const reached = within('areaCode', reach);
  return {
    sql: `${column} = ? AND ${reached.sql} AND occurredAt >= ? AND occurredAt < ?`,
    parameters: [unitId ?? areaCode, ...reached.parameters, storedInstant(start), storedInstant(end)],
  };
}
