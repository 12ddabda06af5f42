import * as z from 'zod/mini';
import { areaCode, date, id, instant, key, photoIds, place, some, text, writeEnvelope } from '../fields';
import { countyView, planView } from './hazard.county.contract';
import { escalationView, holderDates } from './hazard.escalation.contract';
import { countyPurposes, hazardLevels, townshipLevels } from './hazard.facts';
import { countyNumber, note, ofCounty, onSpot, paperDate, reason } from './hazard.step-fields';
import { firstMeasures, hazardStates, hazardSteps } from './hazard.vocabulary';

/** A 即查即改, B 现场交办, C 上报研判. */
export const hazardPaths = ['fixed', 'assigned', 'referred'] as const;
export type HazardPath = (typeof hazardPaths)[number];
export const hazardPathNames: Record<HazardPath, string> = {
  fixed: '即查即改',
  assigned: '现场交办',
  referred: '上报研判',
};

/** How the township came to know of it: seen by its own people, on a visit by checklist, told by the public, in an enterprise's own list. */
export const hazardOrigins = ['patrol', 'inspection', 'public', 'self-check'] as const;
export type HazardOrigin = (typeof hazardOrigins)[number];
export const hazardOriginNames: Record<HazardOrigin, string> = {
  patrol: '巡查发现',
  inspection: '检查发现',
  public: '群众举报',
  'self-check': '企业自查',
};

/** Who owns or uses the place decides who may be made responsible (2022 rules on village organisations). */
export const ownerships = ['enterprise', 'collective', 'public'] as const;
export const ownershipNames: Record<(typeof ownerships)[number], string> = {
  enterprise: '生产经营单位',
  collective: '村集体所有或使用',
  public: '公共场所',
};

/**
 * POST /api/hazards. One line of text or one photo is enough, on every path: without a path it is referred (C). Path B needs a
 * responsible unit; without a deadline it gets the default for its level.
 */
export const reportHazard = z
  .strictObject({
    id: z.optional(id),
    ...writeEnvelope,
    path: z.optional(z.enum(hazardPaths)),
    /** Village (or township) where it is; taken from the unit, or from one's only village, if absent. */
    areaCode: z.optional(areaCode),
    unitId: z.optional(id),
    ownership: z.optional(z.enum(ownerships)),
    trade: z.optional(key),
    level: z.optional(z.enum(townshipLevels)),
    /** Clause of the judging standard; required for 疑似重大. */
    standardClause: z.optional(text(200)),
    description: z.optional(text(2000)),
    spot: z.optional(text(200)),
    place: z.optional(place),
    deadline: z.optional(date),
    photoIds: z.optional(photoIds),
    /** Path A: what was done at once, where the description does not say it already. */
    remedy: z.optional(text(2000)),
    afterPhotoIds: z.optional(photoIds),
  })
  .check(
    z.refine((it) => it.description !== undefined || (it.photoIds?.length ?? 0) > 0, {
      path: ['description'],
      error: '写一句话，或者拍一张照片，有一样就行',
    }),
    z.refine((it) => it.path !== 'assigned' || it.unitId !== undefined, {
      path: ['unitId'],
      error: '现场交办要选整改责任单位',
    }),
    z.refine((it) => it.level !== 'suspected-major' || it.standardClause !== undefined, {
      path: ['standardClause'],
      error: '疑似重大要写明判定标准的条款',
    }),
  );
export type ReportHazard = z.infer<typeof reportHazard>;

const ownership = z.optional(z.enum(ownerships));
const assignment = { responsibleUnitId: id, ownership, deadline: z.optional(date) };
const proposal = { responsibleUnitId: z.optional(id), ownership, deadline: z.optional(date) };

/** What each step takes: POST /api/hazards/:id/<step>. */
export const hazardStepInputs = {
  assess: z.strictObject({
    ...note,
    level: z.enum(townshipLevels, '请选择级别'),
    standardClause: z.optional(text(200)),
    trade: z.optional(key),
    ...proposal,
  }),
  reject: z.strictObject(reason),
  /** `intoId`: the open hazard that tells of the same thing; both reporters and both histories stay. */
  merge: z.strictObject({ ...note, intoId: id }),
  'return-assessment': z.strictObject(reason),
  approve: z.strictObject({ ...note, ...proposal }),
  assign: z.strictObject({ ...note, ...assignment }),
  regrade: z.strictObject({
    ...reason,
    level: z.enum(townshipLevels, '请选择级别'),
    standardClause: z.optional(text(200)),
  }),
  start: z.strictObject(note),
  submit: z.strictObject({ ...note, text: text(2000) }),
  /** Asked on the day of the deadline at the latest; `until` lies after it. */
  'ask-extension': z.strictObject({ ...reason, until: date }),
  /** Until the day asked for, or an earlier one. For a listed 重大 hazard the limit is the county's, so its number must stand here. */
  'grant-extension': z.strictObject({
    ...note,
    deadline: z.optional(date),
    countyNumber: z.optional(countyNumber),
    paperDate,
  }),
  'refuse-extension': z.strictObject(reason),
  return: z.strictObject({ ...reason, ...onSpot, deadline: z.optional(date) }),
  verify: z.strictObject({ ...note, ...onSpot }),
  close: z.strictObject(note),
  /** 安监站 has seen what was put right at once, and found it so; if not, it reopens the matter. */
  'spot-check': z.strictObject({ ...note, place: z.optional(place) }),
  reopen: z.strictObject(reason),
  'take-first-measures': z.strictObject({
    ...note,
    measures: some(z.enum(firstMeasures), 6, '请选择采取了哪些措施'),
  }),
  /** Facts in `text`, the clause of the standard or law they offend, photos; `to`: the county body that takes it. */
  'report-to-county': z.strictObject({
    ...reason,
    purpose: z.enum(countyPurposes, '请选择为什么上报'),
    clause: z.optional(text(200)),
    to: z.optional(text(100)),
    reportNumber: z.optional(text(100)),
    paperDate,
  }),
  'record-judgement': z.strictObject({ ...ofCounty, clause: z.optional(text(200)) }),
  /** 挂牌督办: the county's limit, the unit that must put it right, and the township's 包保领导 who follows it up. */
  'record-listing': z.strictObject({
    ...ofCounty,
    deadline: date,
    leaderPostId: id,
    responsibleUnitId: z.optional(id),
    ownership,
  }),
  /** Not 重大, not accepted, or not the county's: the township goes on with it. */
  'record-county-return': z.strictObject({ ...ofCounty, text: text(2000) }),
  'record-write-off': z.strictObject(ofCounty),
  /** 五落实: all five, or it is no plan. */
  'submit-plan': z.strictObject({
    ...note,
    responsibility: text(500),
    measures: text(500),
    funds: text(500),
    timeLimit: text(500),
    contingency: text(500),
  }),
  'follow-up': z.strictObject(reason),
  watch: z.strictObject({ ...reason, leaderPostId: z.optional(id) }),
  unwatch: z.strictObject(reason),
  'request-coordination': z.strictObject({
    ...reason,
    need: z.enum(['money', 'enforcement', 'department', 'other'], '请选择需要哪方面的协调'),
  }),
  'answer-coordination': z.strictObject(reason),
} as const satisfies Record<(typeof hazardSteps)[number], z.core.$ZodType>;
export type HazardStepInput<S extends keyof typeof hazardStepInputs> = z.infer<(typeof hazardStepInputs)[S]>;

export const coordinationNeeds = { money: '资金', enforcement: '执法', department: '部门配合', other: '其他' } as const;

/** A person in a post, as named beside a hazard. */
export const actorView = z.object({
  personId: z.nullable(id),
  name: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  postId: z.nullable(id),
  post: z.nullable(z.string()),
});
export type ActorView = z.infer<typeof actorView>;

/**
 * 责任在谁手里, since when; `vacant`: the post itself has nobody and its superior answers. Who is named is who holds the post today, even
 * in the answer to an act that happened earlier; who held it on the day of an act stands beside the act in the history.
 */
export const holderNowView = z.extend(actorView, { since: instant, vacant: z.boolean(), ...holderDates });

export const hazardView = z.object({
  id,
  /** Display number, such as 140621200-2026-0012. */
  number: z.string(),
  state: z.enum(hazardStates),
  path: z.enum(hazardPaths),
  origin: z.enum(hazardOrigins),
  /** The inspection, public report or self-check that it came from; null where somebody simply saw it. */
  originId: z.nullable(id),
  level: z.enum(hazardLevels),
  standardClause: z.nullable(z.string()),
  areaCode,
  areaName: z.string(),
  trade: z.nullable(key),
  unitId: z.nullable(id),
  unitName: z.nullable(z.string()),
  ownership: z.nullable(z.enum(ownerships)),
  /** 整改责任单位; null until assigned (or proposed by 初判). */
  responsibleUnitId: z.nullable(id),
  responsibleUnitName: z.nullable(z.string()),
  /** 协助单位: the village, unless it is itself responsible. */
  assistingUnitName: z.nullable(z.string()),
  description: z.nullable(z.string()),
  spot: z.nullable(z.string()),
  place: z.nullable(place),
  photoIds: z.array(id),
  deadline: z.nullable(date),
  overdueDays: z.int(),
  holder: z.nullable(holderNowView),
  reporter: z.nullable(actorView),
  assignerPostId: z.nullable(id),
  rectifierIds: z.array(id),
  askedPostId: z.nullable(id),
  plan: z.nullable(planView),
  county: z.nullable(countyView),
  /** 疑似重大 must be reported to the county by then; null once it is, or for any other level. */
  countyDueAt: z.nullable(instant),
  /** 包保领导. */
  leader: z.nullable(actorView),
  /** 乡级重点督办 is on. */
  watched: z.boolean(),
  /** Until when more time was asked for, while that is undecided. */
  askedUntil: z.nullable(date),
  /** The hazard that this one was merged into (重复并案). */
  mergedIntoId: z.nullable(id),
  /** Path A: drawn for 抽查 when it was closed, and when it was sampled. */
  sampled: z.boolean(),
  spotCheckedAt: z.nullable(instant),
  occurredAt: instant,
  receivedAt: instant,
  updatedAt: instant,
});
export type HazardView = z.infer<typeof hazardView>;

/** Answer of a step. `kept`: it came too late to be done, is kept as a note, and why; the page offers what can be done now. */
export const stepAnswer = z.extend(hazardView, {
  kept: z.nullable(z.object({ code: z.string(), words: z.string() })),
});
export type StepAnswer = z.infer<typeof stepAnswer>;

/** A line of the history: who, in which post, what, when it happened and when it arrived. */
export const hazardEvent = z.object({
  seq: z.int(),
  step: z.string(),
  from: z.nullable(z.enum(hazardStates)),
  to: z.nullable(z.enum(hazardStates)),
  actor: actorView,
  companion: z.nullable(actorView),
  text: z.nullable(z.string()),
  photoIds: z.array(id),
  /** Further words of the step: deadline, level, need, answer … as label and value. */
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
  occurredAt: instant,
  receivedAt: instant,
  /** How long it lay with whoever held it before this step, in minutes; null where the asker may not know (own, 分管's and 乡长's to see). */
  heldMinutes: z.nullable(z.int()),
  /** A step that came too late to be done, kept as a note. */
  late: z.boolean(),
  /** Who held the matter after this step: whoever had the post on that day. */
  holder: z.nullable(actorView),
});
export type HazardEvent = z.infer<typeof hazardEvent>;

export const reminderView = z.object({
  id,
  hazardId: id,
  from: actorView,
  to: actorView,
  text: z.nullable(z.string()),
  date,
  sentAt: instant,
  answer: z.nullable(z.enum(['acknowledged', 'in-progress', 'difficulty'])),
  answerText: z.nullable(z.string()),
  answeredAt: z.nullable(instant),
  /**
   * The post in which the asker may answer it now, to be sent as `actingPostId`; null where it is not theirs to answer, or answered. It
   * belongs to whoever holds the post it went to, or answers for that post as its superior while it is vacant: not to `to` by name.
   */
  mayAnswer: z.nullable(id),
});
export type ReminderView = z.infer<typeof reminderView>;

/** GET /api/hazards/:id */
export const hazardDetail = z.extend(hazardView, {
  events: z.array(hazardEvent),
  reminders: z.array(reminderView),
  escalations: z.array(escalationView),
  /** Photos of the hazard and of every step, with signed links that expire. */
  photos: z.array(z.object({ id, url: z.string(), thumbnailUrl: z.string() })),
  /** The steps open to the asker, with the post that opens each. */
  steps: z.array(z.object({ step: z.enum(hazardSteps), postId: id })),
  /** Who may be named as companion at a re-check. */
  companions: z.array(actorView),
  /** Merged into this one: their numbers and reporters stay. */
  merged: z.array(z.object({ id, number: z.string(), reporter: z.nullable(actorView), receivedAt: instant })),
  /** Who may be named as 包保领导 by the steps that ask for one. */
  leaders: z.array(actorView),
  /** Whether the asker may 催办 now. */
  mayRemind: z.boolean(),
});
export type HazardDetail = z.infer<typeof hazardDetail>;
