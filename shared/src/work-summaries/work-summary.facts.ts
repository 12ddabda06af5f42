import type { HazardLevel } from '../hazards/hazard.facts';
import type { HazardState } from '../hazards/hazard.vocabulary';
import type { ProofKind } from './diligence-proof.kinds';

/** What a summary is written from: one's own records and acts of a period, and the hazards that they were about. */
export interface SummaryFacts {
  /** Such as 2026年11月. */
  period: string;
  /** Shanghai date on which it is written: "still open" is as of that day. */
  today: string;
  posts: readonly string[];
  /** Whoever heads a unit puts right; everybody else sees to it. */
  rectifies: boolean;
  records: readonly SummaryRecord[];
  acts: readonly SummaryAct[];
  hazards: readonly SummaryHazard[];
}

export interface SummaryRecord {
  kind: string;
  areaCode: string;
  area: string;
  unit: string | null;
  text: string;
  date: string;
}

export interface SummaryAct {
  kinds: readonly ProofKind[];
  words: string;
  hazardId: string | null;
  areaCode: string | null;
  area: string | null;
}

export interface SummaryHazard {
  id: string;
  /** Village and unit. */
  place: string;
  description: string | null;
  level: HazardLevel;
  state: HazardState;
  deadline: string | null;
  overdueDays: number;
  foundByMe: boolean;
  /** Who must act now: post and name. */
  holder: string | null;
}
