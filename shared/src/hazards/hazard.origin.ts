/**
 * Who is told that a matter came from the public (群众举报). Whoever was reported may look for the reporter: so the unit concerned, and the
 * heads of villages and enterprises altogether, read it as something that the township found. Whoever supervises is told.
 */
import type { Profile } from '../posts/profile';
import type { HazardOrigin } from './hazard.contract';
import type { ActingPost } from './hazard.facts';
import { isSafetyStation } from './hazard.roles';

type Reader = Pick<ActingPost, 'profile' | 'line' | 'unitId'>;

/** Where the matter is, and who must put it right. */
interface Concerned {
  unitId: string | null;
  responsibleUnitId: string | null;
}

const SUPERVISING: readonly Profile[] = [
  'leader',
  'deputy',
  'village-team',
  'office',
  'station',
  'discipline',
  'county',
];

/** As which a reader is told the origins that are not everybody's to know. */
export const TOLD_AS: HazardOrigin = 'patrol';

/** Whether somebody with these posts is told of any matter that it came from the public. */
export function learnsOfPublic(posts: readonly Reader[]): boolean {
  return posts.some((post) => isSafetyStation(post) || SUPERVISING.includes(post.profile));
}

/** The units of whose matters somebody is not told it, whatever else they are: their own. 安监站 sifts what is told of itself too. */
export function concernedUnits(posts: readonly Reader[]): string[] {
  return posts.filter((post) => !isSafetyStation(post)).map((post) => post.unitId);
}

/** The origin as somebody with these posts may know it. */
export function originTold(origin: HazardOrigin, hazard: Concerned, posts: readonly Reader[]): HazardOrigin {
  if (origin !== 'public') return origin;
  const own = concernedUnits(posts);
  const isConcerned = [hazard.unitId, hazard.responsibleUnitId].some((id) => id !== null && own.includes(id));
  return learnsOfPublic(posts) && !isConcerned ? origin : TOLD_AS;
}
