import { isSafetyStation } from '@zerentian/shared/hazards/hazard.roles';
import type { HeldPostView } from '@zerentian/shared/people/session.contract';
import type { UnitView } from '@zerentian/shared/units/unit.contract';

const PLACING = ['administrator', 'village-team', 'village-head'];

/** The post in which somebody may say where a unit is, if any: as the server judges it, so that nothing is offered in vain. */
export function mayPlaceUnit(
  posts: readonly HeldPostView[],
  unit: Pick<UnitView, 'id' | 'areaCode'>,
): HeldPostView | undefined {
  return posts.find(
    (post) =>
      unit.areaCode.startsWith(post.areaCode) &&
      (PLACING.includes(post.profile) ||
        isSafetyStation(post) ||
        (post.profile === 'enterprise-head' && post.unitId === unit.id)),
  );
}
