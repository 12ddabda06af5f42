import * as z from 'zod/mini';
import { areaCode, id, instant, key, page, pageQuery } from '../fields';
import { tenureKinds } from '../posts/post.contract';
import { documentView, dutyView } from './duty.contract';

/** GET /api/duties[?postKind=…&area=CODE]: without a limit all of them; `area` defaults to the township of one's posts. */
export const dutiesQuery = z.strictObject({ postKind: z.optional(key), area: z.optional(areaCode), ...pageQuery });
export type DutiesQuery = z.infer<typeof dutiesQuery>;
export const dutyPage = page(dutyView);

/** GET /api/record-kinds[?area=CODE]: without a limit all of them. */
export const recordKindQuery = z.strictObject({ area: z.optional(areaCode), ...pageQuery });
export type RecordKindQuery = z.infer<typeof recordKindQuery>;

/** GET /api/document; `area` defaults to the township of one's posts. */
export const catalogueQuery = z.strictObject({ area: z.optional(areaCode) });
export type CatalogueQuery = z.infer<typeof catalogueQuery>;

/** A post that a duty lies on, with whoever holds it today; several names for a team, none for a vacant post. */
const studyPost = z.object({
  postId: id,
  post: z.string(),
  areaCode,
  areaName: z.string(),
  vacant: z.boolean(),
  holders: z.array(
    z.object({
      personId: id,
      name: z.string(),
      phone: z.nullable(z.string()),
      tenureKind: z.enum(tenureKinds),
      lead: z.boolean(),
    }),
  ),
  /** One of one's own posts. */
  mine: z.boolean(),
});

/** 文件学习: the document, the duties that its sentences make, and who bears them today. */
export const studyView = z.extend(documentView, {
  asOf: instant,
  /** Every duty that a sentence refers to by key. `mine`: it lies on a post that the reader holds. */
  duties: z.array(
    z.object({
      key,
      title: z.string(),
      bearer: z.string(),
      clause: z.string(),
      quote: z.string(),
      postKinds: z.array(key),
      mine: z.boolean(),
    }),
  ),
  /** Post kinds that duties refer to, each with its posts in the township. */
  postKinds: z.array(z.object({ key, name: z.string(), posts: z.array(studyPost) })),
});
export type StudyView = z.infer<typeof studyView>;
