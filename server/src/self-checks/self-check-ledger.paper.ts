import type { SelfCheckSpan } from '@zerentian/shared/self-checks/self-check.contract';
import { selfCheckStateNames } from '@zerentian/shared/self-checks/self-check.lifecycle';
import { chineseDate, shortTime } from '@zerentian/shared/work-summaries/chinese-dates';
import { Paper } from '../platform/pdf/paper';
import type { Enterprise } from './enterprise-posts.service';
import type { SelfCheck } from './self-check.entity';

const SMALL = { size: 9, leading: 13 };
const HEADER = ['序号', '发现日期', '隐患和部位', '级别', '怎么改的', '改好日期', '责任人', '状态'];
const COLUMNS = [0.07, 0.13, 0.24, 0.08, 0.17, 0.13, 0.09, 0.09];

/** 《企业自查自改台账》 of a span, as it stands today. */
export async function selfCheckLedger(
  unit: Enterprise,
  span: Pick<SelfCheckSpan, 'from' | 'until'>,
  entries: SelfCheck[],
  now: Date,
): Promise<Buffer> {
  const { from, until } = span;
  const foot = [`企业自查自改台账　${unit.name}　${from} 至 ${until}　${shortTime(now)} 由责任田系统打印`];
  const paper = new Paper({ title: `自查台账 ${unit.name} ${from}至${until}`, at: now, foot });
  paper.title(unit.name, '企业自查自改台账');
  const count = (state: SelfCheck['state']) => entries.filter((entry) => entry.state === state).length;
  const words = `${chineseDate(from)}至${chineseDate(until)}，本企业自查发现隐患 ${entries.length} 条，其中已整改 ${count('fixed')} 条，未整改 ${count('open')} 条，疑似重大已上报 ${count('referred')} 条。`;
  paper.paragraph(words, { indent: true });
  paper.gap(6);
  if (entries.length > 0) await paper.longTable({ columns: COLUMNS, ...SMALL, header: HEADER }, entries.map(rowOf));
  else paper.paragraph('这段时间没有登记自查隐患。', { indent: true });
  paper.gap(10);
  paper.signatures([
    { title: '填表人', people: [], unsealed: true },
    { title: '企业主要负责人', people: [] },
  ]);
  return paper.finish();
}

function rowOf(entry: SelfCheck, index: number) {
  const photos = entry.photoIds.length > 0 ? `照片 ${entry.photoIds.length} 张，存系统` : '';
  const after = entry.afterPhotoIds.length > 0 ? `照片 ${entry.afterPhotoIds.length} 张，存系统` : '';
  const words = [
    entry.text,
    entry.spot && `部位：${entry.spot}`,
    entry.externalNumber && `编号：${entry.externalNumber}`,
  ];
  const centred = (text: string) => ({ text, align: 'center' as const });
  return [
    centred(String(index + 1)),
    centred(entry.foundOn),
    { text: [...words, photos].filter(Boolean).join('\n') },
    centred(entry.level === 'suspected-major' ? '疑似重大' : '一般'),
    { text: [entry.remedy, after].filter(Boolean).join('\n') || '／' },
    centred(entry.fixedOn ?? '／'),
    { text: entry.rectifier ?? '／' },
    centred(selfCheckStateNames[entry.state]),
  ];
}
