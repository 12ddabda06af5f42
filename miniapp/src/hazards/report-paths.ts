import type { HazardPath } from '@zerentian/shared/hazards/hazard.contract';
import type { HeldPostView } from '@zerentian/shared/people/session.contract';
import type { Profile } from '@zerentian/shared/posts/profile';

const MAY_ASSIGN: ReadonlySet<Profile> = new Set<Profile>(['village-team', 'leader', 'deputy', 'station']);
const MAY_NOT_REPORT: ReadonlySet<Profile> = new Set<Profile>(['administrator', 'county']);

/** The paths that a post may take; none for those who only watch. */
export function pathsFor(post: Pick<HeldPostView, 'profile'> | undefined): HazardPath[] {
  if (!post || MAY_NOT_REPORT.has(post.profile)) return [];
  if (MAY_ASSIGN.has(post.profile)) return ['fixed', 'assigned', 'referred'];
  return post.profile === 'office' ? ['referred'] : ['fixed', 'referred'];
}
