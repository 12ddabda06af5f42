import type { CoverageItem, CoveragePage } from '@zerentian/shared/inspections/inspection.contract';
import { chineseDate, shortTime } from '@zerentian/shared/work-summaries/chinese-dates';
import type { Paper } from '../platform/pdf/paper';

const HEADER = ['序号', '单位', '辖区', '行业', '本季检查', '最近一次检查'];

/** 《安全检查覆盖情况表》: who was not visited this quarter comes first. */
export async function coveragePaper(paper: Paper, issuer: string, coverage: CoveragePage, now: Date): Promise<void> {
  paper.title(issuer, '安全检查覆盖情况表');
  paper.paragraph(`${coverage.quarterName}　　截至 ${shortTime(now)}`, { align: 'center', size: 10.5 });
  paper.gap(4);
  const { total, visited } = coverage;
  const share = total === 0 ? '' : `，覆盖 ${Math.round((visited / total) * 100)}%`;
  const words = `应由乡里检查的企业 ${total} 家，本季已检查 ${visited} 家，尚未检查 ${total - visited} 家${share}。`;
  paper.paragraph(words, { indent: true, size: 11 });
  paper.gap(6);
  const form = { columns: [0.09, 0.26, 0.12, 0.16, 0.12, 0.25], size: 9.5, leading: 14, header: HEADER };
  if (coverage.items.length > 0) await paper.longTable(form, coverage.items.map(row));
  else paper.paragraph('这个范围内没有登记的生产经营单位。', { indent: true });
  paper.gap(8);
  const span = `${chineseDate(coverage.from)}起，不含${chineseDate(coverage.until)}`;
  const note = `本季：${span}。县级及以上监管的单位列出备查，不计入应检查数。`;
  paper.paragraph(note, { size: 9, leading: 14 });
}

function row(item: CoverageItem, index: number) {
  const isCounty = item.supervision === 'county';
  const visits = isCounty && item.visits === 0 ? '县级监管' : item.visits === 0 ? '未检查' : `${item.visits} 次`;
  const { last } = item;
  const who = [last?.inspector.post, last?.inspector.name].filter(Boolean).join(' ');
  return [
    { text: String(index + 1), align: 'center' as const },
    { text: item.unitName },
    { text: item.areaName },
    { text: item.tradeName ?? '／' },
    { text: visits, align: 'center' as const },
    { text: last ? `${shortTime(new Date(last.occurredAt)).slice(0, 10)}\n${who}` : '没有检查记录' },
  ];
}
