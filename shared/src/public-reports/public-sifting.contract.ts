import * as z from 'zod/mini';
import { areaCode, date, id, instant, key, page, pageQuery, text, writeEnvelope } from '../fields';
import { ownerships } from '../hazards/hazard.contract';
import { townshipLevels } from '../hazards/hazard.facts';
import { hazardStates } from '../hazards/hazard.vocabulary';
import { explanationReasons } from './public-report.contract';
import { publicReportStages } from './public-report.lifecycle';

/** A report as 安监站 and 分管 see it in a list: who reported is not in it. */
export const publicReportView = z.object({
  id,
  stage: z.enum(publicReportStages),
  /** The enterprise or the village whose code was scanned. */
  place: z.string(),
  areaCode,
  areaName: z.string(),
  unitId: z.nullable(id),
  unitName: z.nullable(z.string()),
  /** Null for a village. */
  trade: z.nullable(key),
  description: z.nullable(z.string()),
  spot: z.nullable(z.string()),
  photoIds: z.array(id),
  /** Whether the reporter gave a name and a number. */
  named: z.boolean(),
  hazardId: z.nullable(id),
  hazardNumber: z.nullable(z.string()),
  hazardState: z.nullable(z.enum(hazardStates)),
  receivedAt: instant,
  siftedAt: z.nullable(instant),
  feedback: z.nullable(z.object({ fixed: z.boolean(), text: z.nullable(z.string()), at: instant })),
});
export type PublicReportView = z.infer<typeof publicReportView>;

/** GET /api/public-reports: newest first. `waiting=true`: what lies with 安监站; `hazard`: what a hazard was made of. */
export const publicReportQuery = z.strictObject({
  waiting: z.optional(z.stringbool()),
  hazard: z.optional(id),
  ...pageQuery,
});
export type PublicReportQuery = z.infer<typeof publicReportQuery>;
export const publicReportPage = page(publicReportView);

export const siftingSteps = ['accept', 'explain', 'uphold', 'forget-reporter'] as const;
export type SiftingStep = (typeof siftingSteps)[number];

/** GET /api/public-reports/:id: with who reported, which no list, paper or ledger tells. */
export const publicReportDetail = z.extend(publicReportView, {
  reporter: z.nullable(z.object({ name: z.string(), phone: z.string() })),
  answer: z.nullable(z.object({ reason: z.nullable(z.enum(explanationReasons)), text: z.string() })),
  photos: z.array(z.object({ id, url: z.string(), thumbnailUrl: z.string() })),
  /** What the asker may do now, with the post that opens it. */
  steps: z.array(z.object({ step: z.enum(siftingSteps), postId: id })),
});
export type PublicReportDetail = z.infer<typeof publicReportDetail>;

/**
 * POST /api/public-reports/:id/accept: makes a hazard of it, entered by whoever sifts. What is absent is taken from the report; the words may be
 * put otherwise, so that they do not tell who reported.
 */
export const acceptPublicReport = z.strictObject({
  ...writeEnvelope,
  hazardId: z.optional(id),
  path: z.optional(z.enum(['referred', 'assigned'])),
  areaCode: z.optional(areaCode),
  unitId: z.optional(id),
  ownership: z.optional(z.enum(ownerships)),
  trade: z.optional(key),
  level: z.optional(z.enum(townshipLevels)),
  standardClause: z.optional(text(200)),
  description: z.optional(text(2000)),
  spot: z.optional(text(200)),
  deadline: z.optional(date),
  /** Whether its photos go along; absent: they do. */
  withPhotos: z.optional(z.boolean()),
});
export type AcceptPublicReport = z.infer<typeof acceptPublicReport>;

/** POST /api/public-reports/:id/explain: why nothing is made of it; the reporter reads the words. */
export const explainPublicReport = z.strictObject({
  ...writeEnvelope,
  reason: z.enum(explanationReasons, '请选择原因'),
  text: text(500),
});
export type ExplainPublicReport = z.infer<typeof explainPublicReport>;

/** POST /api/public-reports/:id/uphold: looked at again after the reporter said no; the reporter reads the words. */
export const upholdPublicReport = z.strictObject({ ...writeEnvelope, text: text(500) });
export type UpholdPublicReport = z.infer<typeof upholdPublicReport>;

/** POST /api/public-reports/:id/forget-reporter: name and number are removed for good; why. */
export const forgetReporter = z.strictObject({ ...writeEnvelope, text: text(200) });
export type ForgetReporter = z.infer<typeof forgetReporter>;
