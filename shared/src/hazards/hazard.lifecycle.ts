/**
 * 隐患闭环: three paths over one table. A 即查即改 is closed as it is reported; B 现场交办 is assigned as it is reported; C 上报研判 goes
 * 安监站初判 → 分管签批交办. Then 整改 → 复查 → 销号. The township never judges, lists or unlists a 重大 hazard (安全生产法 art. 41): it takes
 * first measures, reports to the county, and records what the county said, with the number of its paper.
 */
import { stepsFor, type TransitionTable, transitionFor } from '../lifecycle';
import type { ActingPost, HazardActor, HazardFacts } from './hazard.facts';
import { blockedBy } from './hazard.guards';
import { rolesOf } from './hazard.roles';
import { type HazardRole, type HazardState, type HazardStep, openStates } from './hazard.vocabulary';

const WITH_UNIT = ['assigned', 'rectifying', 'returned'] as const;
/** The unit works, or waits for more time. */
const AT_WORK = [...WITH_UNIT, 'extension-asked'] as const;
const STATIONS = ['safety-station', 'trade-station'] as const;
/** Who puts a decision of the county on record: 安监站 from its paper, or the county itself. */
const RECORDERS = ['safety-station', 'county'] as const;
const TOWNSHIP_HEADS = ['safety-deputy', 'leader'] as const;

export const hazardTransitions: TransitionTable<HazardState, HazardStep, HazardRole> = [
  { step: 'assess', from: ['reported'], to: 'graded', by: ['safety-station'] },
  { step: 'reject', from: ['reported'], to: 'rejected', by: ['safety-station'] },
  { step: 'merge', from: ['reported', 'graded', 'assigned'], to: 'merged', by: ['safety-station'] },
  { step: 'return-assessment', from: ['graded'], to: 'reported', by: ['safety-deputy'] },
  { step: 'approve', from: ['graded'], to: 'assigned', by: ['safety-deputy'] },
  { step: 'assign', from: ['reopened'], to: 'assigned', by: ['safety-station', 'assigner'] },
  { step: 'regrade', from: [...AT_WORK, 'reopened'], to: null, by: ['safety-station'] },
  { step: 'start', from: ['assigned', 'returned'], to: 'rectifying', by: ['responsible-head'] },
  { step: 'submit', from: AT_WORK, to: 'submitted', by: ['responsible-head'] },
  { step: 'ask-extension', from: WITH_UNIT, to: 'extension-asked', by: ['responsible-head'] },
  { step: 'grant-extension', from: ['extension-asked'], to: 'rectifying', by: ['assigner', 'station-overseer'] },
  { step: 'refuse-extension', from: ['extension-asked'], to: 'rectifying', by: ['assigner', 'station-overseer'] },
  { step: 'return', from: ['submitted'], to: 'returned', by: [...STATIONS, 'village-team'] },
  { step: 'verify', from: ['submitted'], to: 'verified', by: [...STATIONS, 'village-team'] },
  { step: 'close', from: ['verified'], to: 'closed', by: ['safety-station', 'assigner', 'station-overseer'] },
  { step: 'spot-check', from: ['closed'], to: null, by: ['safety-station'] },
  { step: 'reopen', from: ['closed', 'verified'], to: 'reopened', by: ['safety-station'] },
  {
    step: 'take-first-measures',
    from: ['reported', 'graded', ...AT_WORK, 'with-county', 'reopened'],
    to: null,
    by: ['responsible-head', 'site-head', 'village-team', ...STATIONS],
  },
  {
    step: 'report-to-county',
    from: ['reported', 'graded', ...AT_WORK, 'submitted', 'verified', 'reopened'],
    to: 'with-county',
    by: ['safety-station', 'safety-deputy'],
  },
  { step: 'record-judgement', from: ['with-county'], to: null, by: RECORDERS },
  { step: 'record-listing', from: ['with-county'], to: 'assigned', by: RECORDERS },
  { step: 'record-county-return', from: ['with-county'], to: 'graded', by: RECORDERS },
  { step: 'record-write-off', from: ['with-county', 'verified'], to: 'closed', by: RECORDERS },
  { step: 'submit-plan', from: WITH_UNIT, to: null, by: ['responsible-head'] },
  { step: 'follow-up', from: [...AT_WORK, 'submitted', 'verified'], to: null, by: ['leader-in-charge'] },
  { step: 'watch', from: ['reported', 'graded', ...AT_WORK, 'submitted', 'reopened'], to: null, by: TOWNSHIP_HEADS },
  { step: 'unwatch', from: openStates, to: null, by: TOWNSHIP_HEADS },
  { step: 'request-coordination', from: WITH_UNIT, to: null, by: ['responsible-head', 'village-team', 'assigner'] },
  { step: 'answer-coordination', from: AT_WORK, to: null, by: ['asked'] },
];

/** The steps that the holder of a post may take now; `actor` because nobody re-checks their own work, nor their own unit's. */
export function allowedSteps(post: ActingPost, hazard: HazardFacts, actor: HazardActor): HazardStep[] {
  return stepsFor(hazardTransitions, hazard.state, rolesOf(post, hazard)).filter(
    (step) => blockedBy(step, hazard, actor) === null,
  );
}

/** The transition, or undefined where the state does not know the step. */
export function hazardTransition(state: HazardState, step: HazardStep) {
  return transitionFor(hazardTransitions, state, step);
}
