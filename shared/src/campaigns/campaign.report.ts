import { chineseDate } from '../work-summaries/chinese-dates';
import { type CampaignDetail, campaignKindNames } from './campaign.contract';

type ReportFacts = Pick<
  CampaignDetail,
  'kind' | 'title' | 'basis' | 'startsOn' | 'endsOn' | 'responsible' | 'progress' | 'units'
>;

/** A summary of a campaign from its facts alone: nothing is praised, nothing guessed. Whoever finishes it edits it. */
export function campaignReport(facts: ReportFacts): string {
  return [opening(facts), visited(facts), found(facts), left(facts), '四、下一步打算\n（请补充）'].join('\n');
}

function opening({ kind, title, basis, startsOn, endsOn, responsible }: ReportFacts): string {
  const by = [responsible.post, responsible.name].filter(Boolean).join(' ');
  const under = basis ? `根据${basis}，` : '';
  const span = `${chineseDate(startsOn)}至${chineseDate(endsOn)}`;
  return `${under}${span}，开展了“${title}”（${campaignKindNames[kind]}），由${by || '责任岗位'}负责。现将情况总结如下。`;
}

function visited({ progress, units }: ReportFacts): string {
  const { visited: done, visits, others } = progress;
  const rest = units.filter((unit) => unit.visits === 0).map((unit) => unit.unitName);
  const missing = rest.length === 0 ? '全部检查到位。' : `尚有 ${rest.length} 家没有检查到：${rest.join('、')}。`;
  const more = others > 0 ? `另检查计划外单位 ${others} 家。` : '';
  return `一、检查情况\n计划检查 ${progress.units} 家，实际检查 ${done} 家，共 ${visits} 次。${missing}${more}`;
}

function found({ progress, units }: ReportFacts): string {
  const { found: all, putRight } = progress.findings;
  const clean = units.filter((unit) => unit.visits > 0 && unit.last?.failed === 0).length;
  if (all === 0) return '二、发现问题\n检查中没有发现问题。';
  const share = Math.round((putRight / all) * 100);
  return `二、发现问题\n共发现隐患 ${all} 条，已整改销号 ${putRight} 条，整改率 ${share}%。最近一次检查没有发现问题的单位 ${clean} 家。`;
}

function left({ progress }: ReportFacts): string {
  const { found: all, putRight, overdue } = progress.findings;
  const open = all - putRight;
  if (open === 0) return '三、尚未解决的问题\n没有遗留问题。';
  const late = overdue > 0 ? `其中逾期 ${overdue} 条。` : '没有逾期的。';
  return `三、尚未解决的问题\n尚有 ${open} 条没有销号，${late}`;
}
