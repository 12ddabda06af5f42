import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { shortTime } from '@zerentian/shared/work-summaries/chinese-dates';
import { DataSource } from 'typeorm';
import { InspectionPapers } from '../inspections/inspection-papers.service';
import { instantOf } from '../platform/database/instant';
import { namesOf } from '../platform/database/names';
import { storedInstant } from '../platform/database/plain-row';
import type { SheetWords } from '../platform/excel/workbook';
import type { OutCell } from '../platform/excel/workbook.xml';
import { within } from '../platform/http/keyset';
import { ProblemError } from '../platform/problem';
import { Holders } from '../posts/holders.service';
import type { Chapter, EvidenceSource, PackAsk, PackScope } from './evidence-source';

/** Each is a paper of two pages or more. */
const MOST = 200;

interface VisitRow {
  id: string;
  number: string;
  areaCode: string;
  unitId: string;
  checklistTitle: string;
  passed: number;
  failed: number;
  notApplicable: number;
  inspectorPersonId: string;
  inspectorPostId: string;
  inspectedName: string | null;
  occurredAt: string | Date;
}

const COLUMNS = [
  ['检查编号', 26],
  ['检查时间', 18],
  ['被检查单位', 30],
  ['检查表', 28],
  ['合格', 8],
  ['不合格', 8],
  ['不涉及', 8],
  ['检查人', 30],
  ['被检查方签字', 16],
] as const;

/** 检查: every visit of the span with its 《安全检查记录》. */
@Injectable()
export class InspectionEvidence implements EvidenceSource {
  readonly name = '检查';
  readonly unit = '次';

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly holders: Holders,
    private readonly papers: InspectionPapers,
  ) {}

  async count({ scope }: PackAsk): Promise<number> {
    const { sql, parameters } = inScope(scope);
    const counted = `SELECT COUNT(*) AS n FROM inspection WHERE ${sql}`;
    const [row] = await this.source.query<{ n: number | string }[]>(counted, parameters);
    return Number(row?.n ?? 0);
  }

  async chapters({ actor, scope }: PackAsk): Promise<Chapter[]> {
    return (await this.visits(scope)).map(({ id, number }) => ({
      title: `《安全检查记录》 ${number}`,
      compose: (paper) => this.papers.compose(paper, actor, id),
    }));
  }

  sheets({ scope }: PackAsk): SheetWords[] {
    return [{ name: '检查', columns: COLUMNS.map(([title, width]) => ({ title, width })), rows: this.rows(scope) }];
  }

  private async *rows(scope: PackScope): AsyncGenerator<OutCell[]> {
    const visits = await this.visits(scope);
    const unitIds = visits.map((it) => it.unitId);
    const units = await namesOf(this.source.manager, 'unit', 'id', unitIds);
    const pairOf = (it: VisitRow) => ({ personId: it.inspectorPersonId, postId: it.inspectorPostId });
    const actor = await this.holders.actors(visits.map(pairOf));
    for (const it of visits) {
      const { name, post } = actor(pairOf(it));
      yield [
        it.number,
        shortTime(instantOf(it.occurredAt)),
        units.get(it.unitId) ?? '',
        it.checklistTitle,
        it.passed,
        it.failed,
        it.notApplicable,
        [post, name].filter(Boolean).join(' '),
        it.inspectedName,
      ];
    }
  }

  private async visits(scope: PackScope): Promise<VisitRow[]> {
    const { sql, parameters } = inScope(scope);
    const rows = await this.source.query<VisitRow[]>(
      `SELECT id, number, areaCode, unitId, checklistTitle, passed, failed, notApplicable, inspectorPersonId, inspectorPostId,
       inspectedName, occurredAt FROM inspection WHERE ${sql} ORDER BY occurredAt, id LIMIT ${MOST + 1}`,
      parameters,
    );
    if (rows.length > MOST)
      throw ProblemError.at('invalid_input', 'until', `这段时间的检查超过 ${MOST} 次，请缩短时间或按村、按企业生成`);
    return rows;
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
