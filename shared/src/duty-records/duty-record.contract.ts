import * as z from 'zod/mini';
import { areaCode, date, id, instant, key, page, pageQuery, photoIds, place, text, writeEnvelope } from '../fields';
import { actorView } from '../hazards/hazard.contract';

/**
 * POST /api/duty-records: one thing done. A unit must lie in the area; heads of enterprises record for their own alone, named or
 * not. Place and photos if one likes; `paper` for 补录 of what is on paper.
 */
export const recordDuty = z.strictObject({
  id: z.optional(id),
  ...writeEnvelope,
  /** Key of `GET /api/record-kinds` (组织学习, 安全检查, 打非治违, 值守, 宣传 …). */
  kind: key,
  areaCode: z.optional(areaCode),
  unitId: z.optional(id),
  text: text(2000),
  photoIds: z.optional(photoIds),
  place: z.optional(place),
  /** 补录: the day on the paper, on which the post must have been held, and where the original lies. */
  paper: z.optional(z.strictObject({ doneOn: date, original: text(200) })),
});
export type RecordDuty = z.infer<typeof recordDuty>;

export const dutyRecordView = z.object({
  id,
  kind: key,
  kindName: z.string(),
  areaCode,
  areaName: z.string(),
  unitId: z.nullable(id),
  unitName: z.nullable(z.string()),
  actor: actorView,
  text: z.string(),
  photos: z.array(z.object({ id, url: z.string(), thumbnailUrl: z.string() })),
  place: z.nullable(place),
  paper: z.nullable(z.object({ doneOn: date, original: z.string() })),
  occurredAt: instant,
  receivedAt: instant,
  /** The phone's own time could not be believed, so that the arrival counts. Never so for 补录, whose day is the paper's. */
  doubted: z.boolean(),
});
export type DutyRecordView = z.infer<typeof dutyRecordView>;

/** GET /api/duty-records: newest first. */
export const dutyRecordQuery = z.strictObject({
  area: z.optional(areaCode),
  kind: z.optional(key),
  mine: z.optional(z.stringbool()),
  from: z.optional(date),
  until: z.optional(date),
  ...pageQuery,
});
export type DutyRecordQuery = z.infer<typeof dutyRecordQuery>;
export const dutyRecordPage = page(dutyRecordView);

export const recordKindView = z.object({ key, name: z.string() });
export type RecordKindView = z.infer<typeof recordKindView>;
/** GET /api/record-kinds?area=CODE */
export const recordKindPage = page(recordKindView);

/** A month or a quarter. */
const period = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2]|Q[1-4])$/, '期间应为 2026-11 或 2026-Q4'));

/** 我的工作小结: GET /api/work-summary?period=2026-11 or 2026-Q4: a draft to edit, from one's own records. */
export const summaryQuery = z.strictObject({ period });
export const workSummary = z.object({
  period: z.string(),
  name: z.string(),
  text: z.string(),
  counts: z.array(z.object({ label: z.string(), count: z.int() })),
});
export type WorkSummary = z.infer<typeof workSummary>;
/** POST /api/work-summary/pdf: the edited text as paper. */
export const summaryPaper = z.strictObject({ period, text: text(20_000) });

/** 尽职证明: GET /api/diligence-proof?from&until as PDF: found, handed over, pressed, reported, with times. */
export const proofQuery = z.strictObject({ from: date, until: date });
