import type { HazardView } from './hazard.contract';
import type { HazardRole } from './hazard.vocabulary';

type Roles = ReadonlySet<HazardRole>;

/**
 * 复查: whether somebody may go along with whoever re-checks; both by what their posts make them to the hazard (`rolesOf`). For an
 * enterprise 安监站 or the trade's station goes together with the village's team: one of each side. The team is its 包村干部 and, since
 * nothing that a cadre may witness is closed to whom the cadre reports to, its 包村领导. Elsewhere nobody need go along, and
 * whoever of either side does is named. That neither is the same person nor ever rectified it is checked beside this.
 */
export function fitsAsCompanion(rechecker: Roles, companion: Roles, ownership: HazardView['ownership']): boolean {
  if (ownership !== 'enterprise') return ofStation(companion) || ofTeam(companion);
  return (ofStation(rechecker) && ofTeam(companion)) || (ofTeam(rechecker) && ofStation(companion));
}

/** 安监站 with its staff (`isSafetyStation`, so `member` of the line as well), or the trade's station. */
function ofStation(roles: Roles): boolean {
  return roles.has('safety-station') || roles.has('trade-station');
}

function ofTeam(roles: Roles): boolean {
  return roles.has('village-team');
}
