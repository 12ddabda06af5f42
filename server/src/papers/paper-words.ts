import { hazardLevelNames } from '@zerentian/shared/hazards/hazard.facts';
import { chineseTime, shortTime } from '@zerentian/shared/work-summaries/chinese-dates';
import type { PastAct } from '../ledger/ledger-history.service';
import { factsOf, type PaperFacts, type Standing } from './paper-facts';

const HOUR_MS = 3600_000;

/** Foot of every page: by these the paper is found in the record, and the record in the chain. */
export function paperFoot(number: string, act: PastAct, entry: { chain: string; hash: string }, now: Date): string[] {
  return [
    `隐患编号 ${number}　台账链 ${entry.chain} 第 ${act.seq} 条　${shortTime(now)} 由责任田系统打印，内容取自该条记录`,
    `记录哈希 ${entry.hash}`,
  ];
}

/** When it was done; and when it arrived, if that was much later. */
export function whenDone(act: PastAct): string {
  const isLate = act.receivedAt.getTime() - act.occurredAt.getTime() > HOUR_MS;
  return `${chineseTime(act.occurredAt)}${isLate ? `（${chineseTime(act.receivedAt)}送达系统）` : ''}`;
}

/** The hazard in the finder's words; where there are none the photos speak. */
export function hazardWords(facts: PaperFacts): string {
  const { description, photoIds } = facts.standing;
  if (facts.report.content === null) return '（内容已按规定删除）';
  const photos = photoIds.length > 0 ? `现场照片 ${photoIds.length} 张，存系统。` : '';
  if (!description) return photos;
  return photos ? `${description}\n（${photos}）` : description;
}

export function levelWords(standing: Standing): string {
  const clause = standing.standardClause
    ? `（判定标准条款：${standing.standardClause}；是否重大由县级及以上判定）`
    : '';
  return `${hazardLevelNames[standing.level]}${clause}`;
}

/** How many pictures an act brought. */
export function photoWords(act: PastAct): string {
  const { photos = [], afterPhotos = [] } = factsOf(act);
  const count = act.act === 'hazard-report' ? afterPhotos.length : photos.length;
  return count > 0 ? `（照片 ${count} 张，存系统。）` : '';
}
