import * as z from 'zod/mini';
import { key } from '../fields';
import { words } from './post-kind.contract';

const points = z.number().check(z.gte(0), z.lte(10_000));
const per = z.enum(['instance', 'missing-instance', 'person', 'household', 'enterprise']);

const rule = z.discriminatedUnion('type', [
  /** Points added for each; `cap: null` – without a limit. */
  z.strictObject({ type: z.literal('add'), points, per, cap: z.nullable(points) }),
  /** Points deducted for each, down to zero of the item or below it; `cap: null` – no other limit. */
  z.strictObject({ type: z.literal('deduct'), points, per, stopsAtZero: z.boolean(), cap: z.nullable(points) }),
  /** Left to the scorer within the range. */
  z.strictObject({ type: z.literal('range'), from: points, to: points }),
  z.strictObject({ type: z.literal('all-or-nothing'), points }),
]);

const item = z.strictObject({
  key,
  name: words,
  /** Duties that the item looks at; empty for what no duty carries. */
  duties: z.array(key),
  /** The group it belongs to, where weights are two-step. */
  group: z.nullable(key),
  full: z.nullable(points),
  rules: z.array(rule).check(z.minLength(1)),
});

/** Two-step weights: groups weigh against each other, and parts within the group, each in per cent. */
const group = z.strictObject({
  key,
  name: words,
  weight: z.number().check(z.gte(0), z.lte(100)),
  parts: z.array(z.strictObject({ name: words, weight: z.number().check(z.gte(0), z.lte(100)) })),
});

/** What must be true before anything is scored, or what a miss caps the result at. */
const gate = z.strictObject({
  key,
  words,
  effect: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('not-scored') }),
    z.strictObject({ type: z.literal('capped'), at: points }),
  ]),
});

/** 一票否决: by kind of unit; empty classes – for all. */
const veto = z.strictObject({
  key,
  unitClasses: z.array(key),
  words,
  effect: z.enum(['unqualified', 'not-excellent', 'zero']),
});

/** One grade with its bounds, each said to belong to the grade or not. */
export const grade = z.strictObject({
  name: words,
  from: points,
  fromIncluded: z.boolean(),
  to: points,
  toIncluded: z.boolean(),
});
export type Grade = z.infer<typeof grade>;

/** The yearly scheme. All lists empty: the document gives none. */
export const scoring = z.strictObject({
  total: z.nullable(points),
  groups: z.array(group),
  items: z.array(item),
  gates: z.array(gate),
  vetoes: z.array(veto),
  grades: z.array(grade),
});
export type Scoring = z.infer<typeof scoring>;
