import {
  type CampaignDetail,
  type CampaignUnit,
  campaignKindNames,
} from '@zerentian/shared/campaigns/campaign.contract';
import { campaignStateNames } from '@zerentian/shared/campaigns/campaign.lifecycle';
import { chineseDate, shortTime } from '@zerentian/shared/work-summaries/chinese-dates';
import type { Paper } from '../platform/pdf/paper';

/** What the papers of a campaign say beside the campaign. */
export interface CampaignPaperFacts {
  issuer: string;
  campaign: CampaignDetail;
  checklist: string;
  tradeName(key: string): string;
}

const COLUMNS = [0.17, 0.35, 0.16, 0.32];
const LIST = { size: 9.5, leading: 14 };

/** 《检查方案》: why, by whom, when, by which list; the units are listed behind the signatures, however many there are. */
export async function campaignPlanPaper(paper: Paper, facts: CampaignPaperFacts): Promise<void> {
  const { campaign } = facts;
  paper.title(facts.issuer, '专项行动方案');
  head(paper, facts);
  paper.gap(8);
  paper.paragraph('一、目的和安排', { weight: 'bold' });
  for (const line of (campaign.purpose ?? '按检查表逐项检查，发现问题当场交办或上报，跟踪到销号。').split('\n'))
    paper.paragraph(line, { indent: true });
  paper.paragraph('二、要求', { weight: 'bold' });
  for (const line of DUTIES) paper.paragraph(line, { indent: true, size: 11 });
  paper.gap(8);
  paper.signatures([
    { title: '制定', people: [named(campaign.author)] },
    { title: '审签', people: [] },
  ]);
  paper.gap(12);
  paper.keep(annexRoom(campaign.units.length));
  paper.paragraph(`附：检查单位（${campaign.units.length} 家）`, { weight: 'bold' });
  paper.gap(4);
  const form = { columns: [0.08, 0.42, 0.2, 0.3], header: ['序号', '单位', '辖区', '行业'], ...LIST };
  await paper.longTable(
    form,
    campaign.units.map((unit, index) => plannedRow(unit, index, facts)),
  );
}

/** The township looks, notifies and reports; orders and fines are the county's. */
const DUTIES = [
  '（一）到场检查时说明来意，逐项查看，如实记录，请被检查方签字；不肯签字的写明原因和见证人。',
  '（二）发现隐患，当场能改的当场改，其余现场交办整改责任单位并发《隐患整改通知单》，拿不准的上报安监站研判。',
  '（三）疑似重大隐患先采取停用、警戒、撤人措施，立即上报；乡里不作重大隐患判定，不作行政处罚和强制措施决定。',
  '（四）不得接受被检查单位的宴请、礼品，不得影响其正常生产经营。',
];

/** 《工作总结》: the report as it was finished, and what was done at each unit. */
export async function campaignReportPaper(paper: Paper, facts: CampaignPaperFacts): Promise<void> {
  const { campaign } = facts;
  paper.title(facts.issuer, '专项行动工作总结');
  head(paper, facts);
  paper.gap(8);
  for (const line of (campaign.report ?? '').split('\n'))
    paper.paragraph(line, /^[一二三四五六七八九十]+、/.test(line) ? { weight: 'bold' } : { indent: true });
  paper.gap(8);
  paper.signatures([
    { title: '责任岗位', people: [named(campaign.responsible)] },
    { title: '审签', people: [] },
  ]);
  paper.gap(12);
  paper.keep(annexRoom(campaign.units.length));
  paper.paragraph('附：各单位检查情况', { weight: 'bold' });
  paper.gap(4);
  const header = ['序号', '单位', '辖区', '检查次数', '最近检查', '不合格项'];
  const form = { columns: [0.08, 0.34, 0.16, 0.12, 0.18, 0.12], header, ...LIST };
  await paper.longTable(form, campaign.units.map(doneRow));
}

/** Points of a list's heading and its first rows: they stay together. */
const annexRoom = (units: number) => 40 + Math.min(units + 1, 6) * (LIST.leading + 9);

function head(paper: Paper, { campaign, checklist }: CampaignPaperFacts): void {
  const label = (text: string) => ({ text, label: true });
  const wide = (text: string) => ({ text, span: 3 });
  const { startsOn, endsOn, progress } = campaign;
  paper.paragraph(`编号：${campaign.number}`, { align: 'right', size: 10.5 });
  paper.table({ columns: COLUMNS, size: 11, leading: 17 }, [
    [label('行动名称'), wide(campaign.title)],
    [
      label('类别'),
      { text: campaignKindNames[campaign.kind] },
      label('状态'),
      { text: campaignStateNames[campaign.state] },
    ],
    [label('依据'), wide(campaign.basis ?? '／')],
    [label('时间'), wide(`${chineseDate(startsOn)}至${chineseDate(endsOn)}`)],
    [label('责任岗位'), wide(named(campaign.responsible))],
    [label('检查表'), { text: checklist }, label('检查单位'), { text: `${progress.units} 家` }],
  ]);
}

function named({ post, name }: { post: string | null; name: string | null }): string {
  return [post, name].filter(Boolean).join(' ') || '／';
}

function plannedRow(unit: CampaignUnit, index: number, { tradeName }: CampaignPaperFacts) {
  return [
    { text: String(index + 1), align: 'center' as const },
    { text: unit.unitName },
    { text: unit.areaName },
    { text: unit.trade === null ? '／' : tradeName(unit.trade) },
  ];
}

function doneRow(unit: CampaignUnit, index: number) {
  const centred = (text: string) => ({ text, align: 'center' as const });
  return [
    centred(String(index + 1)),
    { text: unit.unitName },
    { text: unit.areaName },
    centred(unit.visits === 0 ? '未检查' : String(unit.visits)),
    centred(unit.last ? shortTime(new Date(unit.last.occurredAt)).slice(0, 10) : '／'),
    centred(unit.last ? String(unit.last.failed) : '／'),
  ];
}
