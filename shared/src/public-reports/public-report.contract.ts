import * as z from 'zod/mini';
import { date, id, instant, text } from '../fields';
import { pointCode } from './public-code';
import { publicReportStages } from './public-report.lifecycle';

/**
 * What anybody may send and read without signing in. No write here has a post or a time of its own: nobody's duty is judged by it, so the
 * arrival counts, and no `writeEnvelope` stands in it.
 */
export const MOST_PUBLIC_PHOTOS = 3;
/** Bytes of one photo; the page shrinks what it can. */
export const MAX_PUBLIC_PHOTO_BYTES = 5 * 1024 * 1024;

/** Mobile or with its area code. */
export const reporterPhone = z
  .string('请填手机号或带区号的固定电话')
  .check(z.regex(/^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/, '请填手机号或带区号的固定电话'));

/** POST /api/public/points/:code/reports. The phone makes the id; with it, and nothing else, its photos were sent. */
export const sendPublicReport = z
  .strictObject({
    id,
    description: z.optional(text(2000)),
    spot: z.optional(text(200)),
    photoIds: z.optional(z.array(id).check(z.maxLength(MOST_PUBLIC_PHOTOS, `最多 ${MOST_PUBLIC_PHOTOS} 张照片`))),
    /** Absent: anonymous. */
    reporter: z.optional(z.strictObject({ name: text(50), phone: reporterPhone })),
  })
  .check(
    z.refine((it) => it.description !== undefined || (it.photoIds?.length ?? 0) > 0, {
      path: ['description'],
      error: '写一句话，或者拍一张照片，有一样就行',
    }),
  );
export type SendPublicReport = z.infer<typeof sendPublicReport>;

/** What the reporter takes along: the only way back to the report. The server keeps its digest alone. */
export const sentPublicReport = z.object({ followCode: z.string(), receivedAt: instant, place: z.string() });
export type SentPublicReport = z.infer<typeof sentPublicReport>;

/** POST /api/public/points/:code/photos: announces a photo for the report that the phone is about to send. */
export const announcePublicPhoto = z.strictObject({
  reportId: id,
  id,
  bytes: z.int('照片大小不对').check(z.gte(1, '照片是空的')),
  sm3: z.string().check(z.regex(/^[0-9a-f]{64}$/, '照片摘要不对')),
});
export type AnnouncePublicPhoto = z.infer<typeof announcePublicPhoto>;

/** A number to phone in danger, with what it is for. */
export const emergencyNumber = z.object({ name: z.string(), number: z.string() });
export type EmergencyNumber = z.infer<typeof emergencyNumber>;

/** GET /api/public/points/:code: where this is, and whom to phone before anything else. */
export const publicPointView = z.object({
  code: pointCode,
  /** False where the code was renewed: it takes no reports any more. */
  open: z.boolean(),
  /** The enterprise or the village. */
  place: z.string(),
  areaName: z.string(),
  townshipName: z.string(),
  numbers: z.array(emergencyNumber),
});
export type PublicPointView = z.infer<typeof publicPointView>;

export const explanationReasons = ['not-hazard', 'duplicate', 'other-department', 'not-found-there', 'other'] as const;
export type ExplanationReason = (typeof explanationReasons)[number];
export const explanationReasonNames: Record<ExplanationReason, string> = {
  'not-hazard': '不属于安全隐患',
  duplicate: '已有人反映，正在办理',
  'other-department': '转其他部门办理',
  'not-found-there': '按描述没有找到',
  other: '其他',
};

/** GET /api/public/reports/:followCode: how far it is, in plain words; no names and no numbers of people. */
export const followedReport = z.object({
  place: z.string(),
  stage: z.enum(publicReportStages),
  /** Where the matter stands, as a sentence. */
  words: z.string(),
  receivedAt: instant,
  siftedAt: z.nullable(instant),
  /** 整改期限, while somebody has to put it right. */
  deadline: z.nullable(date),
  closedAt: z.nullable(instant),
  /** What 安监站 explained. */
  answer: z.nullable(z.object({ reason: z.nullable(z.enum(explanationReasons)), text: z.string() })),
  feedback: z.nullable(z.object({ fixed: z.boolean(), text: z.nullable(z.string()), at: instant })),
  /** Whether the reporter may say now if it is really put right. */
  mayAnswer: z.boolean(),
  numbers: z.array(emergencyNumber),
});
export type FollowedReport = z.infer<typeof followedReport>;

/** POST /api/public/reports/:followCode/feedback: is it really put right? */
export const answerPublicReport = z.strictObject({
  fixed: z.boolean('请选择是否真的整改好了'),
  text: z.optional(text(500)),
});
export type AnswerPublicReport = z.infer<typeof answerPublicReport>;
