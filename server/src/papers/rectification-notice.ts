import { dateOf } from '@zerentian/shared/calendar';
import { ownershipNames } from '@zerentian/shared/hazards/hazard.contract';
import { paperWords } from '@zerentian/shared/hazards/hazard.county';
import { chineseDate } from '@zerentian/shared/work-summaries/chinese-dates';
import type { Paper } from '../platform/pdf/paper';
import type { PaperFacts } from './paper-facts';
import { wordsOf } from './paper-facts';
import { hazardWords, levelWords, whenDone } from './paper-words';

const COLUMNS = [0.17, 0.35, 0.16, 0.32];

/**
 * 《隐患整改通知单》. The township notifies and asks; it does not order (责令) or decide on measures, which are the powers of the county's
 * departments: so neither word stands here.
 */
export function rectificationNotice(paper: Paper, facts: PaperFacts): void {
  const { act, report, standing, responsible } = facts;
  paper.title(facts.issuer, '隐患整改通知单');
  paper.paragraph(`编号：${facts.number}`, { align: 'right', size: 10.5 });
  paper.paragraph(`${responsible?.name ?? '整改责任单位'}：`, { weight: 'bold' });
  paper.paragraph(opening(facts), { indent: true });
  paper.gap(6);
  const label = (text: string) => ({ text, label: true });
  const wide = (text: string) => ({ text, span: 3 });
  const words = act === report ? null : wordsOf(act);
  const listed = listing(facts);
  paper.table({ columns: COLUMNS }, [
    [label('隐患地点'), wide(facts.place)],
    [label('隐患情况'), { text: hazardWords(facts), span: 3, least: 70 }],
    [
      label('隐患级别'),
      { text: levelWords(standing) },
      label('场所性质'),
      { text: standing.ownership ? ownershipNames[standing.ownership] : '／' },
    ],
    ...(listed ? [[label('挂牌督办'), wide(listed)]] : []),
    [label('整改期限'), wide(standing.deadline ? `${chineseDate(standing.deadline)}前（含当日）` : '／')],
    ...(act === report
      ? [[label('发现并交办'), wide(`${facts.named(act)}，${whenDone(act)}`)]]
      : [
          [label('发现人'), wide(`${facts.named(report)}，${whenDone(report)}`)],
          [label(listed ? '登记挂牌' : '交办人'), wide(`${facts.named(act)}，${whenDone(act)}`)],
        ]),
    ...(words ? [[label('交办意见'), wide(words)]] : []),
    [label('协助单位'), wide(facts.assisting ? `${facts.assisting}（协助督促、反馈情况）` : '／')],
  ]);
  paper.gap(6);
  for (const request of requests(facts)) paper.paragraph(request, { indent: true, size: 11 });
  paper.gap(8);
  paper.signatures([
    { title: '通知方', people: [facts.named(act)] },
    { title: '签收方（整改责任单位负责人）', people: [], remark: '签收意见' },
  ]);
  paper.gap(6);
  paper.paragraph('本通知一式两份，通知方、签收方各存一份。', { size: 9, leading: 14 });
}

/** The county's paper that lists a 重大 hazard, in words; the township passes it on and judges nothing. */
function listing({ standing: { county } }: PaperFacts): string | null {
  return county?.listingNumber ? paperWords(county.listingNumber, county.listingDate) : null;
}

function opening(facts: PaperFacts): string {
  const { standing, report } = facts;
  const law = standing.ownership === 'enterprise' ? '《中华人民共和国安全生产法》第四十一条和' : '';
  const basis = facts.document ? `根据${law}${facts.document}，` : law ? `根据${law.slice(0, -1)}，` : '';
  const found = `${chineseDate(dateOf(report.occurredAt))}，在${facts.place}发现下列安全隐患。`;
  return `${found}${basis}现通知你单位按期整改。`;
}

function requests(facts: PaperFacts): string[] {
  const { standing } = facts;
  const deadline = standing.deadline ? `请在${chineseDate(standing.deadline)}前完成整改` : '请尽快完成整改';
  return [
    `一、${deadline}；整改完成以前，请采取措施确保安全。`,
    '二、整改完成后，请提交整改情况，由乡里安排复查。整改的人不参加复查。',
    '三、确有困难的，请在期限以前提出，写明需要协调的事项。',
    ...(standing.level === 'suspected-major'
      ? ['四、本隐患疑似重大，已要求先行采取停用、警戒、撤人等措施，并按规定报县级有关部门判定。']
      : []),
    ...(listing(facts)
      ? [
          '四、本隐患已由县级有关部门判定为重大并挂牌督办：请先提交整改方案，责任、措施、资金、时限、预案五项落实后再开始整改；整改完成后报县级验收核销。',
        ]
      : []),
  ];
}
