import * as z from 'zod/mini';
import { areaCode, date, id, instant, key } from '../fields';
import { lines, tenureKinds } from '../posts/post.contract';

/** GET /api/accountability. `at`: on that date, by today's knowledge; `knownAt`: as it was known at that instant's end of day. */
export const accountabilityQuery = z.strictObject({
  area: z.optional(areaCode),
  trade: z.optional(key),
  unit: z.optional(id),
  at: z.optional(date),
  knownAt: z.optional(date),
});
export type AccountabilityQuery = z.infer<typeof accountabilityQuery>;

/** A clause that makes it theirs: its duty's key in `GET /api/duties`, where it stands in the document (一(一)4), and its words. */
export const answeringClause = z.object({ key, clause: z.string(), quote: z.string() });
export type AnsweringClause = z.infer<typeof answeringClause>;

/** One named answer: a post and whoever held it. A vacant post answers with its superior, marked. */
export const answerableView = z.object({
  postId: id,
  postKind: key,
  post: z.string(),
  unitId: id,
  unitName: z.string(),
  areaCode,
  /** 协助 or 牵头 where the line has both. */
  role: z.nullable(z.enum(['assist', 'lead', 'oversee'])),
  /** 岗位空缺: the person named, if any, answers as the superior told in `standIn`. */
  vacant: z.boolean(),
  standIn: z.nullable(z.object({ postId: id, postKind: key, post: z.string() })),
  personId: z.nullable(id),
  name: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  since: z.nullable(date),
  tenureKind: z.nullable(z.enum(tenureKinds)),
  lead: z.boolean(),
  /** Keys of `GET /api/duties`: the clauses that make it theirs. */
  duties: z.array(key),
  /** The same clauses in the same order, in the document's words. */
  clauses: z.array(answeringClause),
});
export type AnswerableView = z.infer<typeof answerableView>;

export const accountabilityLine = z.object({
  line: z.enum(lines),
  name: z.string(),
  holders: z.array(answerableView),
  /** Why the line has no township post: 县级及以上监管 and the department that answers, or that nothing owns the place. */
  note: z.nullable(z.string()),
  department: z.nullable(z.string()),
});
export type AccountabilityLine = z.infer<typeof accountabilityLine>;

export const accountabilityView = z.object({
  area: z.object({ code: areaCode, name: z.string() }),
  trade: z.nullable(z.object({ key, name: z.string() })),
  unit: z.nullable(z.object({ id, name: z.string() })),
  at: date,
  knownAt: z.nullable(date),
  asOf: instant,
  /** Always the five lines, in the order of `lines`. */
  lines: z.array(accountabilityLine),
});
export type AccountabilityView = z.infer<typeof accountabilityView>;
