import * as z from 'zod/mini';
import { areaCode, date, id, key, page, pageQuery, text, writeEnvelope } from '../fields';
import { profiles } from './profile';

export const tenureKinds = ['regular', 'in-charge', 'acting', 'concurrent', 'caretaker'] as const;
/** 任职, 主持工作, 代理, 兼任, 临时代管. */
export const tenureKindNames: Record<(typeof tenureKinds)[number], string> = {
  regular: '任职',
  'in-charge': '主持工作',
  acting: '代理',
  concurrent: '兼任',
  caretaker: '临时代管',
};

/** The lines of 谁负责 that a post kind can stand in. */
export const lines = ['primary', 'territorial', 'sector', 'supervision', 'leadership'] as const;
export type Line = (typeof lines)[number];
export const lineNames: Record<Line, string> = {
  primary: '主体责任',
  territorial: '属地',
  sector: '行业',
  supervision: '综合监管',
  leadership: '领导',
};

/** 岗位: an office of a post kind in a unit, over an area and (for some) trades. */
export const postView = z.object({
  id,
  kind: key,
  kindName: z.string(),
  title: z.string(),
  profile: z.enum(profiles),
  line: z.nullable(z.enum(lines)),
  unitId: id,
  unitName: z.string(),
  areaCode,
  areaName: z.string(),
  trades: z.array(key),
});
export type PostView = z.infer<typeof postView>;

/** A person in a post, as others see it. */
export const holderView = z.object({
  tenureId: id,
  personId: id,
  name: z.string(),
  phone: z.nullable(z.string()),
  tenureKind: z.enum(tenureKinds),
  /** 牵头 of a team. */
  lead: z.boolean(),
  from: date,
  until: z.nullable(date),
});
export type HolderView = z.infer<typeof holderView>;

/** A post with whoever holds it on the date asked; no holder = 岗位空缺（待明确责任人）. */
export const staffedPostView = z.extend(postView, { holders: z.array(holderView), vacant: z.boolean() });
export type StaffedPostView = z.infer<typeof staffedPostView>;

/** GET /api/posts: the posts in an area and below it, or of a unit, with who holds them on a date (default today). */
export const postQuery = z.strictObject({
  area: z.optional(areaCode),
  unit: z.optional(id),
  at: z.optional(date),
  vacant: z.optional(z.stringbool()),
  ...pageQuery,
});
export type PostQuery = z.infer<typeof postQuery>;
export const postPage = page(staffedPostView);

/** POST /api/posts: create a post of a kind in a unit (administrator). `areaCode` absent: the unit's. */
export const createPost = z.strictObject({
  id: z.optional(id),
  ...writeEnvelope,
  kind: key,
  unitId: id,
  areaCode: z.optional(areaCode),
  /** Absent: the kind's name of today. */
  title: z.optional(text(100)),
  trades: z.optional(z.array(key).check(z.maxLength(30))),
});
export type CreatePost = z.infer<typeof createPost>;

/** POST /api/tenures: appoint a person to a post; 指定临时负责人 is kind `caretaker`. */
export const appoint = z.strictObject({
  id: z.optional(id),
  ...writeEnvelope,
  personId: id,
  postId: id,
  kind: z.enum(tenureKinds, '请选择任职方式'),
  lead: z.optional(z.boolean()),
  from: date,
  until: z.optional(z.nullable(date)),
  /** The paper that says so, such as a notice's number. */
  basis: z.optional(text(200)),
});
export type Appoint = z.infer<typeof appoint>;

/** POST /api/tenures/:id/end: the first day on which the tenure no longer holds. */
export const endTenure = z.strictObject({ ...writeEnvelope, until: date, basis: z.optional(text(200)) });
export type EndTenure = z.infer<typeof endTenure>;

export const tenureView = z.object({
  id,
  personId: id,
  personName: z.string(),
  postId: id,
  postTitle: z.string(),
  kind: z.enum(tenureKinds),
  lead: z.boolean(),
  from: date,
  until: z.nullable(date),
});
export type TenureView = z.infer<typeof tenureView>;
