/**
 * What must wait although the table allows it: nobody judges their own work, nor their own unit's; what is suspected to be 重大 waits for the
 * county's word, and a 重大 hazard for the unit's plan with 五落实 (安全生产法 art. 41).
 */
import type { HazardActor, HazardFacts, RectificationPlan } from './hazard.facts';
import type { HazardStep } from './hazard.vocabulary';

/** Whether somebody is of the unit that had to put it right: such a person neither re-checks nor closes, nor goes along. */
export function isOfResponsibleUnit(hazard: HazardFacts, actor: Pick<HazardActor, 'unitIds'>): boolean {
  return hazard.responsibleUnitId !== null && actor.unitIds.includes(hazard.responsibleUnitId);
}

export type BlockReason =
  | 'same_person'
  | 'own_unit'
  | 'major_not_judged'
  | 'county_first'
  | 'county_decides'
  | 'plan_missing'
  | 'step_not_allowed';

/** What is done to the work of the responsible unit: neither by it nor by whoever took part. */
const JUDGING: readonly HazardStep[] = [
  'verify',
  'return',
  'close',
  'spot-check',
  'grant-extension',
  'refuse-extension',
];
/** What the unit does with a matter in its hands; 重大 waits for the five, a suspicion for the county's word. */
const OF_UNIT: readonly HazardStep[] = ['start', 'submit', 'ask-extension', 'grant-extension', 'refuse-extension'];

/** What would judge anew, or let disappear, what the county has judged. */
const OF_TOWNSHIP: readonly HazardStep[] = ['assess', 'return-assessment', 'regrade', 'merge'];

/** Why a step that the table allows must still wait, as a problem code. */
export function blockedBy(step: HazardStep, hazard: HazardFacts, actor: HazardActor): BlockReason | null {
  if (JUDGING.includes(step)) {
    if (hazard.rectifierIds.includes(actor.personId)) return 'same_person';
    if (isOfResponsibleUnit(hazard, actor)) return 'own_unit';
  }
  return blockedByLevel(step, hazard) ?? blockedByFacts(step, hazard, actor);
}

function blockedByLevel(step: HazardStep, { level, plan, county }: HazardFacts): BlockReason | null {
  const isSuspected = level === 'suspected-major';
  // Whether it is 重大 the county says: 不予受理 would be the township's own judgement that it is nothing.
  if (step === 'reject' && level !== 'general') return 'major_not_judged';
  if (isSuspected && (step === 'approve' || step === 'assign' || OF_UNIT.includes(step))) return 'county_first';
  if (step === 'close' && level !== 'general') return 'county_decides';
  if (level === 'major' && OF_TOWNSHIP.includes(step)) return 'county_decides';
  if (level === 'major' && OF_UNIT.includes(step) && !isComplete(plan)) return 'plan_missing';
  if (step === 'take-first-measures' && level === 'general') return 'step_not_allowed';
  if (step === 'submit-plan' && level !== 'major') return 'step_not_allowed';
  if (step === 'record-judgement') return isSuspected && county?.purpose === 'judgement' ? null : 'step_not_allowed';
  if (step === 'record-listing')
    return level === 'major' && county?.purpose === 'judgement' ? null : 'step_not_allowed';
  if (step === 'record-write-off' && isSuspected) return 'county_first';
  return null;
}

function blockedByFacts(step: HazardStep, hazard: HazardFacts, actor: HazardActor): BlockReason | null {
  const isNoMatter = (is: boolean) => (is ? null : 'step_not_allowed');
  switch (step) {
    case 'request-coordination':
      return isNoMatter(hazard.askedPostId === null);
    // A general hazard is written off by the county only where it was handed over to it.
    case 'record-write-off':
      return isNoMatter(hazard.level === 'major' || hazard.state === 'with-county');
    // A listed 重大 hazard has its 包保领导 already.
    case 'watch':
      return isNoMatter(!hazard.watched && hazard.level !== 'major');
    case 'unwatch':
      return isNoMatter(hazard.watched);
    case 'spot-check':
      if (!hazard.fixedBy) return 'step_not_allowed';
      return hazard.fixedBy === actor.personId ? 'same_person' : null;
    default:
      return null;
  }
}

function isComplete(plan: RectificationPlan | null): boolean {
  return plan !== null && Object.values(plan).every((value) => value.trim() !== '');
}
