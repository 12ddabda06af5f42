import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { daysBetween } from '@zerentian/shared/calendar';
import type { SelfCheckSpan } from '@zerentian/shared/self-checks/self-check.contract';
import type { ImportField } from '@zerentian/shared/self-checks/self-check.import';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/auth/actor';
import { Clock } from '../platform/clock';
import { workbook } from '../platform/excel/workbook';
import type { OutCell } from '../platform/excel/workbook.xml';
import type { NamedFile } from '../platform/pdf/send-file';
import { ProblemError } from '../platform/problem';
import { EnterprisePosts } from './enterprise-posts.service';
import { SelfCheck } from './self-check.entity';
import { importWords } from './self-check-import.service';
import { selfCheckLedger } from './self-check-ledger.paper';

const LONGEST_DAYS = 366;
const AT_ONCE = 500;
/** What a PDF of a list still serves; Excel takes them all. */
const MOST_IN_PAPER = 2000;

const WIDTHS: Partial<Record<ImportField, number>> = {
  text: 48,
  remedy: 36,
  standardClause: 24,
  spot: 20,
  externalNumber: 20,
};
const COLUMNS: readonly ImportField[] = [
  'externalNumber',
  'text',
  'spot',
  'level',
  'standardClause',
  'foundOn',
  'state',
  'remedy',
  'fixedOn',
  'rectifier',
];
const NOTES = [
  ['隐患描述、发现日期必须填，其他可以空着；列的次序不限，多余的列不读。'],
  ['日期写成 2026-11-03；2026/11/3、2026年11月3日、Excel 的日期格式也认。'],
  ['整改状态写“已整改”或“未整改”；已整改的要有完成日期。'],
  ['隐患级别写“一般”或“疑似重大”。疑似重大要写判定依据，导入后立即上报安监站，不能由企业自己销。'],
  ['隐患编号填省平台的编号：同一个编号只导入一次，再次导入会跳过，不会重复。'],
  ['单元格里不要用公式。一次最多 20000 行；有一处不对就一行也不导入，会指出是哪一行哪一列。'],
  ['各平台的列名叫法是按经验收集的，没有经过官方核对；认不出的列名请改成模板上的叫法。'],
];

/** Files that an enterprise takes away: its own list as Excel and as paper, and the form to fill in. */
@Injectable()
export class SelfCheckExports {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly enterprises: EnterprisePosts,
  ) {}

  /** The list with the columns that an import takes: what is exported could be imported again. Streamed. */
  async excel(actor: Actor, span: SelfCheckSpan): Promise<NamedFile> {
    const now = this.clock.now();
    checkSpan(span);
    const { unit } = await this.enterprises.acting(actor, { unitId: span.unit, at: now });
    const rows = this.rows(unit.id, span);
    const file = workbook([{ name: '自查台账', columns: COLUMNS.map(titleOf), rows: cellsOf(rows) }], now);
    return { name: `自查台账 ${unit.name} ${span.from}至${span.until}.xlsx`, file };
  }

  async paper(actor: Actor, span: SelfCheckSpan): Promise<NamedFile> {
    const now = this.clock.now();
    checkSpan(span);
    const { unit } = await this.enterprises.acting(actor, { unitId: span.unit, at: now });
    const entries: SelfCheck[] = [];
    for await (const entry of this.rows(unit.id, span)) {
      entries.push(entry);
      if (entries.length > MOST_IN_PAPER)
        throw ProblemError.at('invalid_input', 'until', `这段时间超过 ${MOST_IN_PAPER} 条，请分段打印，或导出 Excel`);
    }
    const file = await selfCheckLedger(unit, span, entries, now);
    return { name: `自查台账 ${unit.name} ${span.from}至${span.until}.pdf`, file };
  }

  /** The empty form, for whoever may fill it in. */
  async template(actor: Actor): Promise<NamedFile> {
    const now = this.clock.now();
    await this.enterprises.acting(actor, { at: now });
    const sheets = [
      { name: '自查清单', columns: COLUMNS.map(titleOf), rows: [] },
      { name: '填写说明', columns: [{ title: '填写说明', width: 90 }], rows: NOTES },
    ];
    return { name: '自查清单导入模板.xlsx', file: workbook(sheets, now) };
  }

  /** By day and id, some at a time, so that a long list is never whole in memory. */
  private async *rows(unitId: string, { from, until }: SelfCheckSpan): AsyncGenerator<SelfCheck> {
    let last: SelfCheck | undefined;
    do {
      const select = this.source.manager.createQueryBuilder(SelfCheck, 's').where('s.unitId = :unitId', { unitId });
      select.andWhere('s.foundOn >= :from AND s.foundOn <= :until', { from: last?.foundOn ?? from, until });
      if (last) select.andWhere('(s.foundOn > :day OR s.id > :id)', { day: last.foundOn, id: last.id });
      const some = await select.orderBy('s.foundOn', 'ASC').addOrderBy('s.id', 'ASC').take(AT_ONCE).getMany();
      yield* some;
      last = some.length === AT_ONCE ? some.at(-1) : undefined;
    } while (last);
  }
}

async function* cellsOf(rows: AsyncIterable<SelfCheck>): AsyncGenerator<OutCell[]> {
  for await (const entry of rows) yield COLUMNS.map((field) => cellOf(entry, field));
}

function cellOf(entry: SelfCheck, field: ImportField): OutCell {
  if (field === 'level') return entry.level === 'suspected-major' ? '疑似重大' : '一般';
  if (field === 'state') return entry.state === 'fixed' ? '已整改' : '未整改';
  if (field === 'foundOn') return { date: entry.foundOn };
  if (field === 'fixedOn') return entry.fixedOn === null ? null : { date: entry.fixedOn };
  if (field === 'text') return entry.text ?? `（只有照片 ${entry.photoIds.length} 张）`;
  return field === 'unitName' ? null : entry[field];
}

function titleOf(field: ImportField): { title: string; width: number } {
  return { title: importWords.headers[field][0] ?? field, width: WIDTHS[field] ?? 14 };
}

function checkSpan({ from, until }: SelfCheckSpan): void {
  if (until < from) throw ProblemError.at('invalid_input', 'until', '结束日期不能早于开始日期');
  if (daysBetween(from, until) > LONGEST_DAYS)
    throw ProblemError.at('invalid_input', 'until', '一次最多一年，请分段导出');
}
