import type { Place } from '@zerentian/shared/fields';
import { coordinationNeeds, type HazardEvent } from '@zerentian/shared/hazards/hazard.contract';
import { paperWords } from '@zerentian/shared/hazards/hazard.county';
import {
  type CountyPurpose,
  countyPurposeNames,
  type HazardLevel,
  hazardLevelNames,
} from '@zerentian/shared/hazards/hazard.facts';
import {
  type FirstMeasure,
  firstMeasureNames,
  type HazardState,
  type HazardStep,
  hazardStepNames,
} from '@zerentian/shared/hazards/hazard.vocabulary';
import { reminderAnswerNames } from '@zerentian/shared/reminders/reminder.contract';
import type { PastAct } from '../ledger/ledger-history.service';
import { distanceBetween } from '../platform/geo/distance';

interface AttachedPhoto {
  id: string;
}

/** What the acts on a hazard keep beside the columns that they set. */
export interface HazardActFacts {
  from?: HazardState;
  to?: HazardState;
  text?: string | null;
  need?: keyof typeof coordinationNeeds | null;
  answer?: keyof typeof reminderAnswerNames | null;
  companion?: { personId: string; postId: string } | null;
  photos?: AttachedPhoto[];
  afterPhotos?: AttachedPhoto[];
  measures?: FirstMeasure[];
  /** Until when more time was asked for. */
  until?: string;
  countyNumber?: string;
  /** The day that stands on the paper. */
  paperDate?: string;
  purpose?: CountyPurpose;
  clause?: string;
  /** The county body that takes the matter. */
  body?: string;
  /** Where a re-check took place. */
  place?: Place;
  /** Number of the hazard that it was merged into. */
  mergedInto?: string;
  /** The step that a note stands for, which came too late; and why, as a problem code. */
  wanted?: HazardStep;
  why?: string;
}

export function factsOf(act: PastAct): HazardActFacts {
  return (act.content?.facts ?? {}) as HazardActFacts;
}

const PLAN = [
  ['responsibility', '责任'],
  ['measures', '措施'],
  ['funds', '资金'],
  ['timeLimit', '时限'],
  ['contingency', '预案'],
] as const;

function reportNumberIn(changes: Record<string, unknown>): string {
  return (changes.county as { reportNumber?: string } | null)?.reportNumber ?? '';
}

/** Further words of an act, as label and value. */
export function inWords(act: PastAct, where: Place | null): HazardEvent['facts'] {
  const facts = factsOf(act);
  const changes = act.content?.changes ?? {};
  const words: HazardEvent['facts'] = [];
  const add = (label: string, value: unknown) => {
    if (typeof value === 'string' && value !== '') words.push({ label, value });
  };
  if (facts.wanted) add('想办的事', hazardStepNames[facts.wanted]);
  if (act.act !== 'hazard-report') add('级别', hazardLevelNames[changes.level as HazardLevel]);
  add('判定依据', changes.standardClause);
  if (facts.purpose) add('上报事项', countyPurposeNames[facts.purpose]);
  add('条款', facts.clause === changes.standardClause ? null : facts.clause);
  add('报送', facts.body);
  if (facts.purpose) add('本乡文号', paperWords(reportNumberIn(changes), facts.paperDate));
  if (facts.countyNumber) add('县级编号', paperWords(facts.countyNumber, facts.paperDate));
  add('申请延到', facts.until);
  add('整改期限', changes.deadline);
  add('并入', facts.mergedInto);
  if (facts.measures && act.act === 'hazard-take-first-measures')
    add('先期措施', facts.measures.map((it) => firstMeasureNames[it]).join('、'));
  if (facts.place && where) add('所在位置', `距隐患地点约 ${Math.round(distanceBetween(facts.place, where))} 米`);
  if (facts.need) add('需要', coordinationNeeds[facts.need]);
  if (facts.answer) add('答复', reminderAnswerNames[facts.answer]);
  const plan = (changes.plan ?? null) as Record<string, string> | null;
  if (plan) for (const [key, label] of PLAN) add(label, plan[key]);
  if (act.content?.doubted) add('时间', '手机时间不可信，已按服务器的记录校正');
  return words;
}
