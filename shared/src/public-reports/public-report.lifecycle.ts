/**
 * 群众举报: received → made a hazard of, or explained to the reporter → settled with the hazard → the reporter says whether it is really put
 * right; if not, it lies with 安监站 again. What the hazard does is read from the hazard and stored nowhere else: `stageOf` joins the two, so
 * that the report can say nothing that the hazard does not.
 */
import type { HazardState } from '../hazards/hazard.vocabulary';
import { type TransitionTable, transitionFor } from '../lifecycle';

export const publicReportStages = [
  'received',
  'accepted',
  'declined',
  'explained',
  'settled',
  'confirmed',
  'disputed',
  'upheld',
] as const;
export type PublicReportStage = (typeof publicReportStages)[number];

export const publicReportStageNames: Record<PublicReportStage, string> = {
  received: '已收到',
  accepted: '已转为隐患',
  declined: '待说明',
  explained: '已说明',
  settled: '已办结',
  confirmed: '反馈已整改好',
  disputed: '反馈没有整改好',
  upheld: '已核查答复',
};

/** `hazard-…`: what the hazard did; nobody takes these here. */
export const publicReportSteps = [
  'accept',
  'explain',
  'hazard-rejected',
  'hazard-closed',
  'hazard-reopened',
  'confirm',
  'dispute',
  'uphold',
] as const;
export type PublicReportStep = (typeof publicReportSteps)[number];

/** 安监站 sifts (or 分管 while its post is vacant); the reporter answers; the hazard goes its own way. */
export type PublicReportRole = 'sifter' | 'reporter' | 'hazard';

export const publicReportTransitions: TransitionTable<PublicReportStage, PublicReportStep, PublicReportRole> = [
  { step: 'accept', from: ['received'], to: 'accepted', by: ['sifter'] },
  { step: 'explain', from: ['received', 'declined'], to: 'explained', by: ['sifter'] },
  { step: 'hazard-rejected', from: ['accepted'], to: 'declined', by: ['hazard'] },
  { step: 'hazard-closed', from: ['accepted'], to: 'settled', by: ['hazard'] },
  { step: 'hazard-reopened', from: ['settled', 'confirmed', 'disputed', 'upheld'], to: 'accepted', by: ['hazard'] },
  { step: 'confirm', from: ['settled'], to: 'confirmed', by: ['reporter'] },
  { step: 'dispute', from: ['settled'], to: 'disputed', by: ['reporter'] },
  { step: 'uphold', from: ['disputed'], to: 'upheld', by: ['sifter'] },
];

/** The stages that a row itself remembers; the others follow from the hazard. */
export const storedStages = ['received', 'accepted', 'explained', 'confirmed', 'disputed', 'upheld'] as const;
export type StoredStage = (typeof storedStages)[number];

/** What lies with 安监站. */
export const siftingStages: readonly PublicReportStage[] = ['received', 'declined', 'disputed'];

/** The hazard made of a report, as far as the report follows it. */
export interface FollowedHazard {
  state: HazardState;
  /** When it was last closed. */
  closedAt: Date | null;
}

/** What the row remembers. `feedbackAt`: when the reporter last said whether it is put right. */
export interface StoredReport {
  state: StoredStage;
  feedbackAt: Date | null;
}

/**
 * Where a report stands. A hazard that was reopened takes it along; once closed anew, what the reporter said of the time before is past,
 * and they are asked again.
 */
export function stageOf(report: StoredReport, hazard: FollowedHazard | null): PublicReportStage {
  if (report.state === 'received' || report.state === 'explained' || hazard === null) return report.state;
  if (hazard.state === 'rejected') return 'declined';
  if (hazard.state !== 'closed') return 'accepted';
  const isAnswered = report.feedbackAt !== null && hazard.closedAt !== null && report.feedbackAt >= hazard.closedAt;
  return isAnswered && report.state !== 'accepted' ? report.state : 'settled';
}

/** Whether a step may be taken by a role at a stage. */
export function mayTake(stage: PublicReportStage, step: PublicReportStep, role: PublicReportRole): boolean {
  return transitionFor(publicReportTransitions, stage, step)?.by.includes(role) ?? false;
}

/** Where the hazard stands, in words that name nobody. */
export function progressOf(state: HazardState): string {
  switch (state) {
    case 'reported':
    case 'graded':
      return '正在研判由谁整改';
    case 'assigned':
    case 'rectifying':
    case 'extension-asked':
    case 'returned':
    case 'reopened':
      return '已交有关单位整改';
    case 'submitted':
    case 'verified':
      return '已经整改，正在复查';
    case 'with-county':
      return '已报县级部门办理';
    case 'closed':
      return '已经整改并复查合格';
    case 'rejected':
      return '研判后没有按隐患办理';
    case 'merged':
      return '已与同一处隐患并案办理';
  }
}
