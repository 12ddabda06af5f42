import { chineseDate } from '@zerentian/shared/work-summaries/chinese-dates';
import type { Paper } from '../platform/pdf/paper';
import type { PaperFacts } from './paper-facts';
import { wordsOf } from './paper-facts';
import { hazardWords, levelWords, photoWords, whenDone } from './paper-words';

const COLUMNS = [0.17, 0.35, 0.16, 0.32];

/** 《安全检查记录》: what was checked, by whom in which post, what was found, what was done at once. */
export function inspectionRecord(paper: Paper, facts: PaperFacts): void {
  const { unit, report, standing } = facts;
  paper.title(facts.issuer, '安全检查记录');
  paper.paragraph(`编号：${facts.number}`, { align: 'right', size: 10.5 });
  const label = (text: string) => ({ text, label: true });
  const wide = (text: string) => ({ text, span: 3 });
  paper.table({ columns: COLUMNS }, [
    [label('被检查单位'), wide(unit?.name ?? '公共场所（未涉及具体单位）')],
    [label('检查地点'), wide(unit?.address ? `${facts.place}（${unit.address}）` : facts.place)],
    [label('负责人'), { text: unit?.principal ?? '／' }, label('联系电话'), { text: unit?.phone ?? '／' }],
    [label('检查时间'), wide(whenDone(report))],
    [label('检查人员'), wide(facts.named(report))],
    [label('所属行业'), { text: facts.trade ?? '／' }, label('隐患级别'), { text: levelWords(standing) }],
    [label('检查依据'), wide(facts.basis ?? '／')],
    [label('检查情况'), { text: `发现以下问题：\n${hazardWords(facts)}`, span: 3, least: 110 }],
    [label('处理情况'), { text: handling(facts), span: 3, least: 50 }],
  ]);
  paper.signatures([
    { title: '检查方', people: [facts.named(report)] },
    { title: '被检查方（现场负责人）', people: [], remark: '对以上情况的意见' },
  ]);
  paper.gap(6);
  paper.paragraph('本记录一式两份，检查方、被检查方各存一份。', { size: 9, leading: 14 });
}

function handling({ report, standing, responsible, assisting }: PaperFacts): string {
  if (standing.path === 'fixed') return `即查即改，当场已整改：${wordsOf(report) ?? ''}${photoWords(report)}`;
  if (standing.path === 'referred') return '已上报安监站研判，按研判意见办理。';
  const unit = responsible?.name ?? '整改责任单位';
  const help = assisting ? `由${assisting}协助督促。` : '';
  return `现场交办${unit}整改，期限至${standing.deadline ? chineseDate(standing.deadline) : '另行通知'}，另发《隐患整改通知单》。${help}`;
}
