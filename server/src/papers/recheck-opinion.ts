import { paperWords } from '@zerentian/shared/hazards/hazard.county';
import { chineseDate } from '@zerentian/shared/work-summaries/chinese-dates';
import type { Paper } from '../platform/pdf/paper';
import { handedOver } from './paper-conditions';
import { factsOf, type PaperFacts, wordsOf } from './paper-facts';
import { hazardWords, photoWords, whenDone } from './paper-words';

const COLUMNS = [0.17, 0.35, 0.16, 0.32];

/** 《复查意见书》: what was to be put right, what the unit says it did, what those who re-checked found; both of them named. */
export function recheckOpinion(paper: Paper, facts: PaperFacts): void {
  const { act, standing, responsible } = facts;
  const submitted = facts.acts.findLast((it) => it.act === 'hazard-submit');
  const assigned = handedOver(facts.acts) ?? facts.report;
  const round = facts.acts.filter((it) => it.act === 'hazard-verify' || it.act === 'hazard-return').length;
  const { companion } = factsOf(act);
  const people = [facts.named(act), ...(companion ? [facts.named(companion)] : [])];
  paper.title(facts.issuer, '复查意见书');
  paper.paragraph(`编号：${facts.number}${round > 1 ? `（第 ${round} 次复查）` : ''}`, { align: 'right', size: 10.5 });
  paper.paragraph(`${responsible?.name ?? '整改责任单位'}：`, { weight: 'bold' });
  paper.paragraph('你单位提交的整改情况，经现场复查，意见如下：', { indent: true });
  paper.gap(6);
  const label = (text: string) => ({ text, label: true });
  const wide = (text: string) => ({ text, span: 3 });
  paper.table({ columns: COLUMNS }, [
    [label('隐患地点'), wide(facts.place)],
    [label('原隐患情况'), { text: hazardWords(facts), span: 3 }],
    [label('通知整改'), wide(`${facts.named(assigned)}，${whenDone(assigned)}`)],
    ...(standing.county?.listingNumber
      ? [[label('挂牌督办'), wide(paperWords(standing.county.listingNumber, standing.county.listingDate))]]
      : []),
    [label('整改期限'), wide(deadlineBefore(facts) ?? '／')],
    [label('整改情况'), { text: submission(facts, submitted), span: 3, least: 64 }],
    [label('复查时间'), wide(whenDone(act))],
    [label('复查人员'), wide(people.join('\n'))],
    [label('复查意见'), { text: opinion(facts), span: 3, least: 64 }],
    ...(act.act === 'hazard-return' && standing.deadline
      ? [[label('重改期限'), wide(`${chineseDate(standing.deadline)}前（含当日）`)]]
      : []),
  ]);
  paper.signatures([
    { title: '复查方', people },
    { title: '整改责任单位（负责人）', people: [], remark: '对复查意见的意见' },
  ]);
  paper.gap(6);
  paper.paragraph('本意见书一式两份，复查方、整改责任单位各存一份。', { size: 9, leading: 14 });
}

/** The deadline that the unit worked to: a return may have set another since. */
function deadlineBefore(facts: PaperFacts): string | null {
  const set = facts.acts.findLast((it) => it.seq < facts.act.seq && typeof it.content?.changes.deadline === 'string');
  const deadline = (set?.content?.changes.deadline ?? facts.standing.deadline) as string | null;
  return deadline ? `${chineseDate(deadline)}前（含当日）` : null;
}

function submission(facts: PaperFacts, submitted: PaperFacts['act'] | undefined): string {
  if (!submitted) return '／';
  return `${wordsOf(submitted) ?? ''}${photoWords(submitted)}\n（${facts.named(submitted)}，${whenDone(submitted)}提交）`;
}

function opinion({ act }: PaperFacts): string {
  const words = wordsOf(act);
  const verdict = act.act === 'hazard-verify' ? '复查合格。' : '复查不合格，退回重新整改。';
  return `${verdict}${words ?? ''}${photoWords(act)}`;
}
