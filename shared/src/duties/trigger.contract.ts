import * as z from 'zod/mini';
import { key } from '../fields';
import { cadence, due, durationUnits } from './cadence.contract';
import { words } from './post-kind.contract';

/** Something that happens in the township and makes duties fall due; severities from least to worst. */
export const event = z.strictObject({
  key,
  name: words,
  severities: z.optional(z.array(z.strictObject({ key, name: words })).check(z.minLength(2))),
});
export type CatalogueEvent = z.infer<typeof event>;

/** A season (by the calendar) or a scene (declared, with its own dates) in which other cadences hold. */
export const scene = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('season'),
    key,
    name: words,
    /** First and last day, `MM-DD`; `from` after `to` runs over the new year. */
    from: z.string().check(z.regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)),
    to: z.string().check(z.regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)),
    basis: words,
  }),
  z.strictObject({ type: z.literal('declared'), key, name: words, basis: z.nullable(words) }),
]);
export type CatalogueScene = z.infer<typeof scene>;

export const trigger = z.discriminatedUnion('type', [
  /** Each time the event happens, from the severity on. */
  z.strictObject({
    type: z.literal('event'),
    event: key,
    severityFrom: z.optional(key),
    due,
    words,
  }),
  /** The n-th event within a period: two accidents in a year, 15 days without rain. */
  z.strictObject({
    type: z.literal('count-within'),
    event: key,
    severityFrom: z.optional(key),
    n: z.int().check(z.gte(1)),
    within: z.strictObject({ n: z.int().check(z.gte(1)), unit: z.enum(durationUnits) }),
    due,
    words,
  }),
  /** Another duty's act: a report received calls for an instruction or a meeting. */
  z.strictObject({
    type: z.literal('duty-act'),
    duty: key,
    when: z.enum(['fulfilled', 'not-fulfilled', 'received']),
    due,
    words,
  }),
  /** Opened by hand with its own date: 交办, 专项部署. */
  z.strictObject({ type: z.literal('assigned'), due, words }),
]);
export type Trigger = z.infer<typeof trigger>;

/** The duty exists only where the township or the unit is such: 高危 → two full-time staff. */
export const condition = z.strictObject({
  on: z.enum(['township', 'village', 'unit', 'post']),
  attribute: key,
  test: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('one-of'), values: z.array(words).check(z.minLength(1)) }),
    z.strictObject({ type: z.literal('at-least'), value: z.number() }),
    z.strictObject({ type: z.literal('is'), value: z.boolean() }),
  ]),
  words,
});
export type Condition = z.infer<typeof condition>;

/** When a duty is due: regularly, differently inside seasons and scenes, on triggers, and as needed beside. */
export const when = z.strictObject({
  regular: z.nullable(cadence),
  inside: z.optional(z.array(z.strictObject({ scene: key, cadence })).check(z.minLength(1))),
  triggers: z.optional(z.array(trigger).check(z.minLength(1))),
  /** The document's words for "and whenever needed" (不定期, 根据需要). */
  asNeeded: z.optional(words),
});
export type When = z.infer<typeof when>;
