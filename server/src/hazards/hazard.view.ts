import type { ActorView, HazardView } from '@zerentian/shared/hazards/hazard.contract';
import { daysPast, overdueDays } from '@zerentian/shared/hazards/hazard.deadline';
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
  const { state, level, areaCode, trade, unitId, responsibleUnitId, assignerPostId, rectifierIds, askedPostId } =
    hazard;
  const { plan, county, leaderPostId, watched } = hazard;
  const own = { state, level, areaCode, trade, unitId, responsibleUnitId, assignerPostId, rectifierIds, askedPostId };
  return { ...own, plan, county, leaderPostId, watched, fixedBy: fixedBy(hazard) };
}

/** Who put it right at once, while nobody has looked at it since (`HazardFacts.fixedBy`). */
function fixedBy({ path, state, spotCheckedAt, reporterPersonId }: Hazard): string | null {
  return path === 'fixed' && state === 'closed' && spotCheckedAt === null ? reporterPersonId : null;
}

/** A row as clients see it. Written out name by name: spreading costs ten times as much, on every row of every list. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one line for each name, and nothing else
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
    holder: holderView(hazard, names, now),
    reporter: names.actor({ personId: hazard.reporterPersonId, postId: hazard.reporterPostId }),
    assignerPostId: hazard.assignerPostId,
    rectifierIds: hazard.rectifierIds,
    askedPostId: hazard.askedPostId,
    plan: hazard.plan,
    county: hazard.county,
    countyDueAt: hazard.countyDueAt?.toISOString() ?? null,
    leader: leaderView(hazard, names),
    watched: hazard.watched,
    askedUntil: hazard.askedUntil,
    mergedIntoId: hazard.mergedIntoId,
    sampled: hazard.sampled,
    spotCheckedAt: hazard.spotCheckedAt?.toISOString() ?? null,
    occurredAt: hazard.occurredAt.toISOString(),
    receivedAt: hazard.receivedAt.toISOString(),
    updatedAt: hazard.updatedAt.toISOString(),
  };
}

function holderView(hazard: Hazard, names: HazardNames, now: Date): HazardView['holder'] {
  const holder = names.holder(hazard.holderPostId);
  if (!holder || !hazard.holderSince) return null;
  const { personId, name, phone, postId, post, vacant } = holder;
  const { holderSince, holderDueOn: dueOn } = hazard;
  const since = holderSince.toISOString();
  return { personId, name, phone, postId, post, vacant, since, dueOn, overdueDays: daysPast(dueOn, now) };
}

/** 包保领导: whoever holds that post now. */
function leaderView(hazard: Hazard, names: HazardNames): ActorView | null {
  const leader = names.holder(hazard.leaderPostId);
  if (!leader) return null;
  const { personId, name, phone, postId, post } = leader;
  return { personId, name, phone, postId, post };
}
