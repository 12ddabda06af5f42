import type { ActorView, HazardDetail, HazardEvent } from '@zerentian/shared/hazards/hazard.contract';

/** For specs: an invented person (示例). */
export function samplePerson(name: string, part: Partial<ActorView> = {}): ActorView {
  return { personId: `person-${name}`, name, phone: null, postId: `post-${name}`, post: '站长', ...part };
}

/** For specs: a hazard (示例) that has just been handed over, with what the spec is about in place of it. */
export function sampleHazard(part: Partial<HazardDetail> = {}): HazardDetail {
  return { ...WHAT, ...SO_FAR, events: [sampleEvent(1, 'report')], ...part };
}

const AT = '2026-11-23T02:00:00.000Z';

const WHAT = {
  id: '01890000-0000-7000-8000-000000000001',
  number: '140621200-2026-0001',
  state: 'assigned',
  path: 'assigned',
  origin: 'patrol',
  originId: null,
  level: 'general',
  standardClause: null,
  areaCode: '140621200200',
  areaName: '吴马营村',
  trade: null,
  unitId: null,
  unitName: null,
  ownership: null,
  responsibleUnitId: null,
  responsibleUnitName: null,
  assistingUnitName: null,
  description: '配电箱没有盖',
  spot: null,
  place: null,
  photoIds: [],
} satisfies Partial<HazardDetail>;

const SO_FAR = {
  deadline: null,
  overdueDays: 0,
  holder: null,
  reporter: null,
  assignerPostId: null,
  rectifierIds: [],
  askedPostId: null,
  plan: null,
  county: null,
  countyDueAt: null,
  leader: null,
  watched: false,
  askedUntil: null,
  mergedIntoId: null,
  sampled: false,
  spotCheckedAt: null,
  occurredAt: AT,
  receivedAt: AT,
  updatedAt: AT,
  reminders: [],
  photos: [],
  steps: [],
  companions: [],
  merged: [],
  escalations: [],
  leaders: [],
  mayRemind: false,
} satisfies Partial<HazardDetail>;

/** For specs: one line of a history. */
export function sampleEvent(seq: number, step: string, part: Partial<HazardEvent> = {}): HazardEvent {
  return {
    seq,
    step,
    from: null,
    to: null,
    actor: samplePerson('马某'),
    companion: null,
    text: null,
    photoIds: [],
    facts: [],
    occurredAt: AT,
    receivedAt: AT,
    heldMinutes: null,
    late: false,
    holder: null,
    ...part,
  };
}

/** For specs: a photo by its id. */
export function samplePhoto(id: string): HazardDetail['photos'][number] {
  return { id, url: `/photos/${id}`, thumbnailUrl: `/photos/${id}/thumb` };
}
