import * as z from 'zod/mini';
import { date, id, instant, key, pageQuery } from '../fields';

/** 今日: GET /api/today — what lies with me and what is due, few, ordered, each with its reason and its one button. */
export const todayItem = z.object({
  kind: z.enum(['hazard', 'recheck', 'reminder', 'duty', 'supervision', 'public-report']),
  title: z.string(),
  /** Where, and who is concerned. */
  subtitle: z.nullable(z.string()),
  /** The clause that makes it mine; the text is in `GET /api/duties`. */
  duty: z.nullable(z.object({ key, clause: z.string(), quote: z.string() })),
  postId: id,
  post: z.string(),
  /** 岗位空缺: the vacant post that it lies with, and for which `post` answers as its superior; null where nothing is vacant. */
  vacantPost: z.nullable(z.string()),
  hazardId: z.nullable(id),
  reminderId: z.nullable(id),
  /** 监督提示 that waits for 乡纪委, or for the word of whom it names. */
  supervisionNoticeId: z.nullable(id),
  /** For what the public reported. */
  publicReportId: z.nullable(id),
  /** For a duty: the kind of record that fulfils it. */
  recordKind: z.nullable(key),
  step: z.nullable(z.string()),
  since: z.nullable(instant),
  dueOn: z.nullable(date),
  overdueDays: z.int(),
});
export type TodayItem = z.infer<typeof todayItem>;

export const noticeView = z.object({ id, text: z.string(), hazardId: z.nullable(id), at: instant });
export type NoticeView = z.infer<typeof noticeView>;

/** `limit` and `cursor` are about the items; 50 of them unless told. */
export const todayQuery = z.strictObject(pageQuery);
export type TodayQuery = z.infer<typeof todayQuery>;

/** The items page by page; the notices, at most 20, come with each page. */
export const todayView = z.object({
  asOf: instant,
  items: z.array(todayItem),
  nextCursor: z.nullable(z.string()),
  notices: z.array(noticeView),
});
export type TodayView = z.infer<typeof todayView>;
