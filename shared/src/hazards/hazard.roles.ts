/** What somebody's post makes them to a hazard. */
import type { ActingPost, HazardFacts } from './hazard.facts';
import { holderRole } from './hazard.holder';
import type { HazardRole } from './hazard.vocabulary';

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
  if (inScope && post.profile === 'leader') roles.add('leader');
  if (inScope && post.profile === 'county') roles.add('county');
  if (headsUnit(post) && post.unitId === hazard.responsibleUnitId) roles.add('responsible-head');
  if (headsUnit(post) && post.unitId === hazard.unitId) roles.add('site-head');
  if (post.id === hazard.leaderPostId) roles.add('leader-in-charge');
  if (post.id === hazard.assignerPostId) roles.add('assigner');
  if (post.id === hazard.askedPostId) roles.add('asked');
  if (inScope && hazard.bySafetyStation && isSafetyDeputy(post)) roles.add('station-overseer');
  if (post.id === hazard.stationStandInPostId) roles.add('safety-station');
  const vacant = post.id === hazard.standInPostId ? holderRole(hazard) : null;
  if (vacant) roles.add(vacant);
  return roles;
}

/** Whether the post speaks for its unit when that unit must put something right. */
export function headsUnit(post: Pick<ActingPost, 'profile'>): boolean {
  return post.profile === 'enterprise-head' || post.profile === 'village-head' || post.profile === 'station';
}
