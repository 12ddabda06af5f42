import type { ActorView, HazardView } from '@zerentian/shared/hazards/hazard.contract';
import { overdueDays } from '@zerentian/shared/hazards/hazard.deadline';
import type { HazardFacts } from '@zerentian/shared/hazards/hazard.facts';
import type { Holder } from '../posts/holders.service';
import type { Hazard } from './hazard.entity';

/** The names that stand beside a hazard's ids. */
export interface HazardNames {
  area(code: string): string;
  unit(id: string | null): string | null;
  holder(postId: string | null): Holder | undefined;
  actor(pair: { personId: string | null; postId: string | null }): ActorView;
}

/** What the transition table needs to know of a row. */
export function factsOf(hazard: Hazard): HazardFacts {
  const { state, level, areaCode, trade, responsibleUnitId, assignerPostId, rectifierIds, askedPostId, major } = hazard;
  return { state, level, areaCode, trade, responsibleUnitId, assignerPostId, rectifierIds, askedPostId, major };
}

/** A row as clients see it. Written out name by name: spreading costs ten times as much, on every row of every list. */
export function hazardView(hazard: Hazard, names: HazardNames, now: Date): HazardView {
  return {
    id: hazard.id,
    number: hazard.number,
    state: hazard.state,
    path: hazard.path,
    origin: hazard.origin,
    originId: hazard.originId,
    level: hazard.level,
    standardClause: hazard.standardClause,
    areaCode: hazard.areaCode,
    areaName: names.area(hazard.areaCode),
    trade: hazard.trade,
    unitId: hazard.unitId,
    unitName: names.unit(hazard.unitId),
    ownership: hazard.ownership,
    responsibleUnitId: hazard.responsibleUnitId,
    responsibleUnitName: names.unit(hazard.responsibleUnitId),
    assistingUnitName: names.unit(hazard.assistingUnitId),
    description: hazard.description,
    spot: hazard.spot,
    place: hazard.place,
    photoIds: hazard.photoIds,
    deadline: hazard.deadline,
    overdueDays: overdueDays(hazard, now),
    holder: holderView(hazard, names),
    reporter: names.actor({ personId: hazard.reporterPersonId, postId: hazard.reporterPostId }),
    assignerPostId: hazard.assignerPostId,
    rectifierIds: hazard.rectifierIds,
    askedPostId: hazard.askedPostId,
    major: hazard.major,
    occurredAt: hazard.occurredAt.toISOString(),
    receivedAt: hazard.receivedAt.toISOString(),
    updatedAt: hazard.updatedAt.toISOString(),
  };
}

function holderView(hazard: Hazard, names: HazardNames): HazardView['holder'] {
  const holder = names.holder(hazard.holderPostId);
  if (!holder || !hazard.holderSince) return null;
  const { personId, name, phone, postId, post, vacant } = holder;
  return { personId, name, phone, postId, post, vacant, since: hazard.holderSince.toISOString() };
}
