/** 责任在谁手里: with whom a hazard lies, as its state says. */
import type { HazardFacts } from './hazard.facts';
import { type HazardRole, type HazardState, openStates } from './hazard.vocabulary';

/** Posts between which the matter moves; the server resolves each for the hazard's area. */
export interface HolderPosts {
  safetyStationId: string | null;
  safetyDeputyId: string | null;
  responsibleHeadId: string | null;
  /** The county's office for work safety; null where it has no post here. */
  countyId: string | null;
}

/** What 安监站 asks for itself, and what it has put right itself, 分管 decides. */
const JUDGED_BY_OVERSEER: readonly HazardState[] = ['extension-asked', 'verified'];
const DECIDED_BY_ASSIGNER: readonly HazardState[] = ['extension-asked', 'submitted', 'verified'];

/** What the holder of a matter is to it; null where it lies with nobody, being done with. */
export function holderRole(hazard: HazardFacts): HazardRole | null {
  if (!openStates.includes(hazard.state)) return null;
  if (hazard.state === 'with-county') return 'county';
  if (hazard.askedPostId) return 'asked';
  if (hazard.state === 'reported') return 'safety-station';
  if (hazard.state === 'graded') return 'safety-deputy';
  if (JUDGED_BY_OVERSEER.includes(hazard.state) && hazard.bySafetyStation) return 'station-overseer';
  if (DECIDED_BY_ASSIGNER.includes(hazard.state)) return 'assigner';
  if (hazard.state === 'reopened') return hazard.assignerPostId ? 'assigner' : 'safety-station';
  return 'responsible-head';
}

/**
 * 责任在谁手里: who must decide or assign, until assigned; the unit's head until submitted; the assigner until closed, or 分管 who closes what
 * 安监站 itself put right, and gives it more time; whoever was asked for help meanwhile; the county while with it; none once it is done with.
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
    case 'county':
      return posts.countyId;
    default:
      return null;
  }
}
