/** What the rules need to know: of a hazard, of the post acted in, of whoever acts. */
import type { Profile } from '../posts/profile';
import type { HazardState } from './hazard.vocabulary';

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
  /** Persons who ever started or submitted the work, or asked for more time: none of them may give it, re-check or close. */
  rectifierIds: readonly string[];
  /** The post asked for help (hazard.coordination.ts), while its answer is out. */
  askedPostId: string | null;
  /** Where it is: its head takes first measures before anybody is made responsible. */
  unitId: string | null;
  /** 五落实, as the unit submitted them. */
  plan: RectificationPlan | null;
  /** What went to the county, and what came back. */
  county: CountyFacts | null;
  /** 包保领导 of a listed 重大 hazard, or of one under 乡级重点督办. */
  leaderPostId: string | null;
  /** 乡级重点督办 is on. */
  watched: boolean;
  /** Path A, closed as it was reported and not yet sampled; by whom. */
  fixedBy: string | null;
  /** 岗位空缺: the post that answers for the vacant one with which the matter lies; it has that one's role. */
  standInPostId?: string | null;
  /** 岗位空缺: the post that answers for the vacant head of 安监站; it does whatever only 安监站 may, wherever the matter lies. */
  stationStandInPostId?: string | null;
  /** The responsible unit is 安监站 itself, so that 分管 closes (`station-overseer`). */
  bySafetyStation?: boolean;
}

/** Who acts: the person, and the units of all posts that they hold on that day. */
export interface HazardActor {
  personId: string;
  unitIds: readonly string[];
}

export const hazardLevels = ['general', 'suspected-major', 'major'] as const;
export type HazardLevel = (typeof hazardLevels)[number];
export const hazardLevelNames: Record<HazardLevel, string> = {
  general: '一般',
  'suspected-major': '疑似重大',
  major: '重大',
};

/** The levels that the township may give; 重大 itself only the county does (record-judgement). */
export const townshipLevels = ['general', 'suspected-major'] as const satisfies readonly HazardLevel[];
export type TownshipLevel = (typeof townshipLevels)[number];

/** 五落实: a 重大 hazard is not put right without all five. */
export interface RectificationPlan {
  responsibility: string;
  measures: string;
  funds: string;
  timeLimit: string;
  contingency: string;
}

/** Why a matter went to the county: to be judged, to be accepted once put right, or because it is the county's to enforce. */
export const countyPurposes = ['judgement', 'acceptance', 'transfer'] as const;
export type CountyPurpose = (typeof countyPurposes)[number];
export const countyPurposeNames: Record<CountyPurpose, string> = {
  judgement: '疑似重大，报请判定',
  acceptance: '整改完成，报请验收核销',
  transfer: '移送执法建议',
};

/** The matter's papers between township and county; a number stays empty until it is recorded, a day where the paper's is not known. */
export interface CountyFacts {
  purpose: CountyPurpose;
  /** Number of the township's own paper, if it has one. */
  reportNumber: string;
  reportDate: string;
  judgementNumber: string;
  judgementDate: string;
  listingNumber: string;
  listingDate: string;
  writeOffNumber: string;
  writeOffDate: string;
}
