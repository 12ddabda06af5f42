import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { townshipOf } from '@zerentian/shared/areas/area.contract';
import { hazardStepNames } from '@zerentian/shared/hazards/hazard.vocabulary';
import { shortTime } from '@zerentian/shared/work-summaries/chinese-dates';
import { DataSource } from 'typeorm';
import { instantOf } from '../platform/database/instant';
import { storedInstant } from '../platform/database/plain-row';
import type { SheetWords } from '../platform/excel/workbook';
import type { OutCell } from '../platform/excel/workbook.xml';
import { within } from '../platform/http/keyset';
import type { Chapter, EvidenceSource, PackAsk, PackScope } from './evidence-source';

const AT_ONCE = 500;
/** What a paper of hashes still serves; Excel takes them all. */
const MOST_IN_PAPER = 5000;
const VERIFY =
  '核对办法：凭链号、序号和哈希，请系统管理员用 ledger verify 命令核对数据库，或用导出的台账链在别的电脑上离线核对；一个字节被改动也会被指出是哪一条。';

interface EntryRow {
  chain: string;
  seq: number;
  act: string;
  subject: string;
  occurredAt: string | Date;
  receivedAt: string | Date;
  hash: string;
}

const ENTRY = 'SELECT e.chain, e.seq, e.act, e.occurredAt, e.receivedAt, e.hash';
const SPAN = 'e.chain = ? AND e.seq > ? AND e.receivedAt >= ? AND e.receivedAt < ?';

/** 台账链: the entries about what the pack tells of, with their numbers and hashes, and how to verify them. */
@Injectable()
export class LedgerEvidence implements EvidenceSource {
  readonly name = '台账链';
  readonly unit = '条';

  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async count({ scope }: PackAsk): Promise<number> {
    const { sql, parameters } = statement(scope, 0);
    const [row] = await this.source.query<{ n: number | string }[]>(
      `SELECT COUNT(*) AS n FROM (${sql}) counted`,
      parameters,
    );
    return Number(row?.n ?? 0);
  }

  async chapters(ask: PackAsk): Promise<Chapter[]> {
    const count = await this.count(ask);
    if (count === 0) return [];
    return [
      {
        title: '台账链摘录',
        compose: async (paper) => {
          paper.title(null, '台账链摘录');
          paper.paragraph(`本材料所列事项在台账链上的记录，这段时间共 ${count} 条。${VERIFY}`, {
            indent: true,
            size: 10.5,
          });
          if (count > MOST_IN_PAPER)
            paper.paragraph(`条数较多，以下列出前 ${MOST_IN_PAPER} 条，全部见同时生成的 Excel。`, { size: 9 });
          paper.gap(6);
          const rows = [];
          for await (const it of this.entries(ask.scope)) {
            if (rows.length >= MOST_IN_PAPER) break;
            rows.push(
              [`${it.chain} #${it.seq}`, shortTime(instantOf(it.receivedAt)), actName(it.act), it.subject, it.hash].map(
                (text) => ({ text }),
              ),
            );
          }
          const form = { columns: [0.17, 0.15, 0.13, 0.2, 0.35], size: 7.5, leading: 11 };
          await paper.longTable({ ...form, header: ['链和序号', '送达时间', '事项', '对象', '哈希'] }, rows);
        },
      },
    ];
  }

  sheets({ scope }: PackAsk): SheetWords[] {
    const columns = [
      ['链', 14],
      ['序号', 10],
      ['发生时间', 18],
      ['送达时间', 18],
      ['事项', 16],
      ['对象', 24],
      ['哈希', 68],
    ] as const;
    return [{ name: '台账链', columns: columns.map(([title, width]) => ({ title, width })), rows: this.rows(scope) }];
  }

  private async *rows(scope: PackScope): AsyncGenerator<OutCell[]> {
    for await (const it of this.entries(scope))
      yield [
        it.chain,
        it.seq,
        shortTime(instantOf(it.occurredAt)),
        shortTime(instantOf(it.receivedAt)),
        actName(it.act),
        it.subject,
        it.hash,
      ];
    yield [VERIFY];
  }

  private async *entries(scope: PackScope): AsyncGenerator<EntryRow> {
    for (let after = 0; ; ) {
      const { sql, parameters } = statement(scope, after);
      const rows = await this.source.query<EntryRow[]>(`${sql} ORDER BY seq LIMIT ${AT_ONCE}`, parameters);
      yield* rows;
      const last = rows.at(-1);
      if (!last || rows.length < AT_ONCE) return;
      after = last.seq;
    }
  }
}

/** Entries on hazards (with what presses them), duty records and inspections of the scope, after a number of the township's chain. */
function statement(scope: PackScope, after: number): { sql: string; parameters: (string | number)[] } {
  const span = [
    townshipOf(scope.areaCode) ?? scope.areaCode,
    after,
    storedInstant(scope.start),
    storedInstant(scope.end),
  ];
  const hazard = whose('h', scope, true);
  const record = whose('r', scope, false);
  const visit = whose('v', scope, false);
  return {
    sql: `${ENTRY}, h.number AS subject FROM ledger_entry e JOIN hazard h ON h.id = e.subjectId
      WHERE e.subjectType = 'hazard' AND ${SPAN} AND ${hazard.sql}
      UNION ALL ${ENTRY}, h.number AS subject FROM ledger_entry e JOIN reminder m ON m.id = e.subjectId
      JOIN hazard h ON h.id = m.hazardId WHERE e.subjectType = 'reminder' AND ${SPAN} AND ${hazard.sql}
      UNION ALL ${ENTRY}, '履职记录' AS subject FROM ledger_entry e JOIN duty_record r ON r.id = e.subjectId
      WHERE e.subjectType = 'duty-record' AND ${SPAN} AND ${record.sql}
      UNION ALL ${ENTRY}, v.number AS subject FROM ledger_entry e JOIN inspection v ON v.id = e.subjectId
      WHERE e.subjectType = 'inspection' AND ${SPAN} AND ${visit.sql}`,
    parameters: [hazard, hazard, record, visit].flatMap(({ parameters }) => [...span, ...parameters]),
  };
}

function whose(
  alias: string,
  { areaCode, unitId, reach }: PackScope,
  isHazard: boolean,
): { sql: string; parameters: string[] } {
  if (unitId !== null) {
    const reached = within(`${alias}.areaCode`, reach);
    const own = isHazard ? `(${alias}.unitId = ? OR ${alias}.responsibleUnitId = ?)` : `${alias}.unitId = ?`;
    const parameters = [unitId, ...(isHazard ? [unitId] : []), ...reached.parameters];
    return { sql: `${own} AND ${reached.sql}`, parameters };
  }
  return { sql: `${alias}.${areaCode.length === 12 ? 'areaCode' : 'townshipCode'} = ?`, parameters: [areaCode] };
}

const NAMES: Record<string, string> = {
  'record-duty': '履职记录',
  'record-inspection': '检查',
};

function actName(act: string): string {
  const known = NAMES[act];
  if (known) return known;
  const step = act.replace(/^hazard-/, '');
  return hazardStepNames[step as keyof typeof hazardStepNames] ?? act;
}
