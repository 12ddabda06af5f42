import { daysPast } from '@zerentian/shared/hazards/hazard.deadline';
import type { RungTarget } from '@zerentian/shared/rules/rules.contract';
import { chineseDay, chineseTime } from '@zerentian/shared/work-summaries/chinese-dates';

/** What a notice of a rung says of the matter. */
export interface LateWords {
  /** The hazard in short. */
  title: string;
  /** The post that has it. */
  holder: string;
  /** What is due: 复查, 整改 … */
  task: string;
  dueOn: string;
  /** The county's hour, where it is about that. */
  countyDueAt: Date | null;
}

/** A notice of a rung: what is late, in whose hands, and what whoever reads it can do. */
export function noticeWords(target: RungTarget, late: LateWords, now: Date): string {
  const { title, holder, task, dueOn, countyDueAt } = late;
  if (countyDueAt) return `疑似重大隐患“${title}”应于${chineseTime(countyDueAt)}前上报县级，至今未报，请立即上报。`;
  const days = `已逾期 ${daysPast(dueOn, now)} 天`;
  const due = `${task}应于${chineseDay(dueOn)}前办`;
  if (target === 'holder') return `“${title}”${due}，${days}，请尽快办理；有困难的，请求协调。`;
  if (target === 'safety-station') return `${holder}的“${title}”${days}没有改完，建议上报县级，提出移送执法建议。`;
  return `${holder}手里的“${title}”${days}（${due}），请督促。`;
}
