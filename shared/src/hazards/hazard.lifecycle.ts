/**
 * 隐患闭环: three paths over one table. A 即查即改 is closed as it is reported; B 现场交办 is assigned as it is reported; C 上报研判 goes
 * 安监站初判 → 分管签批交办. Then 整改 → 复查 → 销号. The township never judges, lists or unlists a 重大 hazard (安全生产法 art. 41).
 */
import { stepsFor, type TransitionTable, transitionFor } from '../lifecycle';
import type { Profile } from '../posts/profile';

export const hazardStates = [
  'reported',
  'graded',
  'assigned',
  'rectifying',
  'submitted',
  'returned',
  'verified',
  'closed',
  'rejected',
  'reopened',
] as const;
export type HazardState = (typeof hazardStates)[number];

export const hazardStateNames: Record<HazardState, string> = {
  reported: '已上报',
  graded: '已定级',
  assigned: '已交办',
  rectifying: '整改中',
  submitted: '待复查',
  returned: '退回重改',
  verified: '复查合格',
  closed: '已销号',
  rejected: '不予受理',
  reopened: '重新启动',
};

/** Neither closed nor rejected. */
export const openStates: readonly HazardState[] = hazardStates.filter(
  (state) => state !== 'closed' && state !== 'rejected',
);

export const hazardSteps = [
  'assess',
  'reject',
  'return-assessment',
  'approve',
  'assign',
  'regrade',
  'start',
  'submit',
  'return',
  'verify',
  'close',
  'reopen',
  'record-major',
  'request-coordination',
  'answer-coordination',
] as const;
export type HazardStep = (typeof hazardSteps)[number];

export const hazardStepNames: Record<HazardStep | 'report' | 'remind' | 'answer-reminder', string> = {
  report: '上报',
  assess: '初判',
  reject: '不予受理',
  'return-assessment': '退回初判',
  approve: '签批交办',
  assign: '交办',
  regrade: '调整级别',
  start: '开始整改',
  submit: '提交整改',
  return: '退回重改',
  verify: '复查合格',
  close: '销号',
  reopen: '重新启动',
  'record-major': '登记重大五落实',
  'request-coordination': '请求协调',
  'answer-coordination': '答复协调',
  remind: '催办',
  'answer-reminder': '答复催办',
};

/** What somebody is to one hazard; computed from the post acted in, never granted by hand. */
export const hazardRoles = [
  'safety-station',
  'trade-station',
  'safety-deputy',
  'village-team',
  'responsible-head',
  'assigner',
  'asked',
  'station-overseer',
] as const;
export type HazardRole = (typeof hazardRoles)[number];

const WITH_UNIT = ['assigned', 'rectifying', 'returned'] as const;
const STATIONS = ['safety-station', 'trade-station'] as const;

export const hazardTransitions: TransitionTable<HazardState, HazardStep, HazardRole> = [
  { step: 'assess', from: ['reported'], to: 'graded', by: ['safety-station'] },
  { step: 'reject', from: ['reported'], to: 'rejected', by: ['safety-station'] },
  { step: 'return-assessment', from: ['graded'], to: 'reported', by: ['safety-deputy'] },
  { step: 'approve', from: ['graded'], to: 'assigned', by: ['safety-deputy'] },
  { step: 'assign', from: ['reopened'], to: 'assigned', by: ['safety-station', 'assigner'] },
  { step: 'regrade', from: [...WITH_UNIT, 'reopened'], to: null, by: ['safety-station'] },
  { step: 'start', from: ['assigned', 'returned'], to: 'rectifying', by: ['responsible-head'] },
  { step: 'submit', from: WITH_UNIT, to: 'submitted', by: ['responsible-head'] },
  { step: 'return', from: ['submitted'], to: 'returned', by: [...STATIONS, 'village-team'] },
  { step: 'verify', from: ['submitted'], to: 'verified', by: [...STATIONS, 'village-team'] },
  { step: 'close', from: ['verified'], to: 'closed', by: ['safety-station', 'assigner', 'station-overseer'] },
  { step: 'reopen', from: ['closed', 'verified'], to: 'reopened', by: ['safety-station'] },
  {
    step: 'record-major',
    from: [...WITH_UNIT, 'graded', 'submitted', 'verified', 'reopened'],
    to: null,
    by: ['safety-station'],
  },
  { step: 'request-coordination', from: WITH_UNIT, to: null, by: ['responsible-head', 'village-team', 'assigner'] },
  { step: 'answer-coordination', from: WITH_UNIT, to: null, by: ['asked'] },
];

/** The post somebody acts in, as far as hazards care. `safety`: of the post kind whose line is 综合监管. */
export interface ActingPost {
  id: string;
  profile: Profile;
  line: string | null;
  unitId: string;
  areaCode: string;
  trades: readonly string[];
}

/** What the rules need to know of a hazard. */
export interface HazardFacts {
  state: HazardState;
  level: HazardLevel;
  areaCode: string;
  trade: string | null;
  responsibleUnitId: string | null;
  /** Who handed it to the unit; nobody where it was put right at once (A) or is not handed over yet. */
  assignerPostId: string | null;
  /** Persons who ever started or submitted the work: none of them may re-check or close it. */
  rectifierIds: readonly string[];
  /** The post asked for help (hazard.coordination.ts), while its answer is out. */
  askedPostId: string | null;
  major: MajorFacts | null;
  /** 岗位空缺: the post that answers for the vacant one with which the matter lies; it has that one's role. */
  standInPostId?: string | null;
  /** The responsible unit is 安监站 itself, so that 分管 closes (`station-overseer`). */
  bySafetyStation?: boolean;
}

/** Who acts: the person, and the units of all posts that they hold on that day. */
export interface HazardActor {
  personId: string;
  unitIds: readonly string[];
}

export const hazardLevels = ['general', 'suspected-major'] as const;
export type HazardLevel = (typeof hazardLevels)[number];
export const hazardLevelNames: Record<HazardLevel, string> = { general: '一般', 'suspected-major': '疑似重大' };

/** 五落实 and the county's number: without all six a suspected 重大 neither starts nor closes here. */
export interface MajorFacts {
  responsibility: string;
  measures: string;
  funds: string;
  timeLimit: string;
  contingency: string;
  countyNumber: string;
}

/** 安监站 and its staff: a station in the line of 综合监管. */
export function isSafetyStation(post: Pick<ActingPost, 'profile' | 'line'>): boolean {
  return post.line === 'supervision' && (post.profile === 'station' || post.profile === 'member');
}

/** 分管安全生产工作负责人. */
export function isSafetyDeputy(post: Pick<ActingPost, 'profile' | 'line'>): boolean {
  return post.line === 'supervision' && post.profile === 'deputy';
}

/** What the holder of a post is to a hazard. */
export function rolesOf(post: ActingPost, hazard: HazardFacts): Set<HazardRole> {
  const roles = new Set<HazardRole>();
  const inScope = hazard.areaCode.startsWith(post.areaCode);
  if (inScope && isSafetyStation(post)) roles.add('safety-station');
  if (inScope && isSafetyDeputy(post)) roles.add('safety-deputy');
  // The 包村干部 and their 包村领导 alike: whatever the one may do in the village, the other may.
  if (inScope && post.profile === 'village-team') roles.add('village-team');
  if (inScope && post.profile === 'station' && hazard.trade !== null && post.trades.includes(hazard.trade))
    roles.add('trade-station');
  if (headsUnit(post) && post.unitId === hazard.responsibleUnitId) roles.add('responsible-head');
  if (post.id === hazard.assignerPostId) roles.add('assigner');
  if (post.id === hazard.askedPostId) roles.add('asked');
  if (inScope && hazard.bySafetyStation && isSafetyDeputy(post)) roles.add('station-overseer');
  const vacant = post.id === hazard.standInPostId ? holderRole(hazard) : null;
  if (vacant) roles.add(vacant);
  return roles;
}

/** Whether the post speaks for its unit when that unit must put something right. */
export function headsUnit(post: Pick<ActingPost, 'profile'>): boolean {
  return post.profile === 'enterprise-head' || post.profile === 'village-head' || post.profile === 'station';
}

/** The steps that the holder of a post may take now; `actor` because nobody re-checks their own work, nor their own unit's. */
export function allowedSteps(post: ActingPost, hazard: HazardFacts, actor: HazardActor): HazardStep[] {
  return stepsFor(hazardTransitions, hazard.state, rolesOf(post, hazard)).filter(
    (step) => blockedBy(step, hazard, actor) === null,
  );
}

/** Whether somebody is of the unit that had to put it right: such a person neither re-checks nor closes, nor goes along. */
export function isOfResponsibleUnit(hazard: HazardFacts, actor: Pick<HazardActor, 'unitIds'>): boolean {
  return hazard.responsibleUnitId !== null && actor.unitIds.includes(hazard.responsibleUnitId);
}

/** Why a step that the table allows must still wait, as a problem code. */
export function blockedBy(
  step: HazardStep,
  hazard: HazardFacts,
  actor: HazardActor,
): 'same_person' | 'own_unit' | 'major_fields_missing' | 'major_not_judged' | 'step_not_allowed' | null {
  const isJudging = step === 'verify' || step === 'return' || step === 'close';
  if (isJudging && hazard.rectifierIds.includes(actor.personId)) return 'same_person';
  if (isJudging && isOfResponsibleUnit(hazard, actor)) return 'own_unit';
  // Whether it is 重大 the county says: 不予受理 would be the township's own judgement that it is nothing.
  if (step === 'reject' && hazard.level === 'suspected-major') return 'major_not_judged';
  const majorBarred = step === 'start' || step === 'submit' || step === 'close';
  if (majorBarred && hazard.level === 'suspected-major' && !majorComplete(hazard.major)) return 'major_fields_missing';
  if (step === 'record-major' && hazard.level !== 'suspected-major') return 'step_not_allowed';
  if (step === 'request-coordination' && hazard.askedPostId !== null) return 'step_not_allowed';
  return null;
}

/** The transition, or undefined where the state does not know the step. */
export function hazardTransition(state: HazardState, step: HazardStep) {
  return transitionFor(hazardTransitions, state, step);
}

function majorComplete(major: MajorFacts | null): boolean {
  return major !== null && Object.values(major).every((value) => value.trim() !== '');
}

/** Posts between which the matter moves; the server resolves each for the hazard's area. */
export interface HolderPosts {
  safetyStationId: string | null;
  safetyDeputyId: string | null;
  responsibleHeadId: string | null;
}

/** What the holder of a matter is to it; null where it lies with nobody, being closed or rejected. */
function holderRole(hazard: HazardFacts): HazardRole | null {
  if (hazard.state === 'closed' || hazard.state === 'rejected') return null;
  if (hazard.askedPostId) return 'asked';
  if (hazard.state === 'reported') return 'safety-station';
  if (hazard.state === 'graded') return 'safety-deputy';
  if (hazard.state === 'verified' && hazard.bySafetyStation) return 'station-overseer';
  if (hazard.state === 'submitted' || hazard.state === 'verified') return 'assigner';
  if (hazard.state === 'reopened') return hazard.assignerPostId ? 'assigner' : 'safety-station';
  return 'responsible-head';
}

/**
 * 责任在谁手里: who must decide or assign, until assigned; the unit's head until submitted; the assigner until closed, or 分管 who closes what
 * 安监站 itself put right; whoever was asked for help meanwhile; none once closed or rejected.
 */
export function holderOf(hazard: HazardFacts, posts: HolderPosts): string | null {
  switch (holderRole(hazard)) {
    case 'asked':
      return hazard.askedPostId;
    case 'safety-station':
      return posts.safetyStationId;
    case 'safety-deputy':
    case 'station-overseer':
      return posts.safetyDeputyId;
    case 'assigner':
      return hazard.assignerPostId;
    case 'responsible-head':
      return posts.responsibleHeadId;
    default:
      return null;
  }
}
