import { covers } from '@zerentian/shared/areas/area.contract';
import { ProblemError } from '../platform/problem';
import type { Hazard } from './hazard.entity';
import { type HazardUnit, type Ownership, ownershipOf } from './hazard-register';
import type { Changes, StepContext } from './hazard-step.context';

/** 整改责任单位, with the village beside it that assists: a unit of the place, by the rules of ownershipOf. */
export function responsible(
  hazard: Hazard,
  unit: HazardUnit,
  ownership: Ownership | undefined,
  context: StepContext,
): Changes {
  if (!covers(hazard.areaCode, unit.areaCode) && !covers(unit.areaCode, hazard.areaCode)) {
    throw ProblemError.at('invalid_input', 'responsibleUnitId', '这个单位不在隐患所在的辖区');
  }
  const kept = hazard.ownership === 'collective' && ownership === undefined ? 'collective' : ownership;
  return {
    responsibleUnitId: unit.id,
    ownership: ownershipOf(unit, unit.kind === 'village' ? kept : ownership),
    assistingUnitId: context.villageUnitId === unit.id ? null : context.villageUnitId,
  };
}
