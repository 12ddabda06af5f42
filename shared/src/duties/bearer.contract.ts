import * as z from 'zod/mini';
import { key } from '../fields';
import { riskGrades, unitKinds } from '../units/unit.contract';
import { words } from './post-kind.contract';
import { postLevels } from './vocabulary';

/** 党委, 政府, 安委会 …: acts as a whole through some posts, and has members who may each bear a duty. */
export const body = z.strictObject({
  key,
  name: words,
  /** The post kinds whose act counts as the body's. */
  actsThrough: z.array(key).check(z.minLength(1)),
  members: z.array(key).check(z.minLength(1)),
  note: z.optional(words),
});
export type Body = z.infer<typeof body>;

/** 各村, 各站所, 各企业, 高危企业 …: every unit of the class bears the duty for itself. */
export const unitClass = z.strictObject({
  key,
  name: words,
  unitKinds: z.array(z.enum(unitKinds)).check(z.minLength(1)),
  /** Narrowed to these trade keys; absent: all trades. */
  trades: z.optional(z.array(key).check(z.minLength(1))),
  /** Narrowed to these risk grades of the unit; absent: all. */
  riskGrades: z.optional(z.array(z.enum(riskGrades)).check(z.minLength(1))),
  /** The post kinds that answer for such a unit. */
  headedBy: z.array(key).check(z.minLength(1)),
  note: z.optional(words),
});
export type UnitClass = z.infer<typeof unitClass>;

/** Whether the act may be left to somebody else; the words are the document's. */
const performance = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('in-person'), words }),
  z.strictObject({ type: z.literal('delegable'), to: z.array(key).check(z.minLength(1)), words }),
]);

const postBearer = z.strictObject({
  type: z.literal('post'),
  postKind: key,
  /** Only posts at these levels, where the kind exists at several; absent: at all of them. */
  levels: z.optional(z.array(z.enum(postLevels)).check(z.minLength(1))),
  performance: z.optional(performance),
});

/** The body as a whole: one act of the body, or its own count of them, discharges it. */
const bodyBearer = z.strictObject({ type: z.literal('body'), body: key });

/** Each member of the body bears the duty alone. */
const eachMemberBearer = z.strictObject({ type: z.literal('each-member'), body: key });

const unitClassBearer = z.strictObject({ type: z.literal('unit-class'), unitClass: key });

/** Whoever stands on the roster for the shift; inside a scene where one is named. */
const rosterBearer = z.strictObject({
  type: z.literal('roster'),
  role: z.enum(['lead', 'shift-head', 'on-duty', 'any']),
  scene: z.optional(key),
});

/** 任何单位和个人: nobody in particular; only for what is no act. */
const anyoneBearer = z.strictObject({ type: z.literal('anyone'), words });

const singleBearer = z.discriminatedUnion('type', [
  postBearer,
  bodyBearer,
  eachMemberBearer,
  unitClassBearer,
  rosterBearer,
  anyoneBearer,
]);
export type SingleBearer = z.infer<typeof singleBearer>;

/** Several holders: `any` – one act discharges all; `all` – each must act. */
const severalBearer = z.strictObject({
  type: z.literal('several'),
  discharge: z.enum(['any', 'all']),
  of: z.array(singleBearer).check(z.minLength(2)),
});

/** Who a duty lies on. An office held by virtue of another is a post kind with `byVirtueOf`. */
export const bearer = z.discriminatedUnion('type', [
  postBearer,
  bodyBearer,
  eachMemberBearer,
  unitClassBearer,
  rosterBearer,
  anyoneBearer,
  severalBearer,
]);
export type Bearer = z.infer<typeof bearer>;
