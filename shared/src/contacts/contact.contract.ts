import * as z from 'zod/mini';
import { areaCode, instant } from '../fields';
import { tenureKinds } from '../posts/post.contract';

/** 通讯录: GET /api/contacts?area=CODE (default: the township of one's own posts). Small enough to keep on the phone whole. */
export const contactQuery = z.strictObject({ area: z.optional(areaCode) });

export const contactView = z.object({
  personId: z.nullable(z.string()),
  name: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  post: z.string(),
  tenureKind: z.nullable(z.enum(tenureKinds)),
  vacant: z.boolean(),
});
export type ContactView = z.infer<typeof contactView>;

export const contactGroup = z.object({
  kind: z.enum(['township', 'village', 'enterprise']),
  unitId: z.string(),
  unitName: z.string(),
  areaCode,
  phone: z.nullable(z.string()),
  contacts: z.array(contactView),
});
export type ContactGroup = z.infer<typeof contactGroup>;

export const contactsView = z.object({
  asOf: instant,
  area: z.object({ code: areaCode, name: z.string() }),
  groups: z.array(contactGroup),
});
export type ContactsView = z.infer<typeof contactsView>;
