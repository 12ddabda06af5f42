import * as z from 'zod/mini';
import { words } from './post-kind.contract';
import { cadenceUnits } from './vocabulary';

/** How often within one window; `exactly` unless the document says 至少 or the like. */
export const count = z.strictObject({
  n: z.int().check(z.gte(1), z.lte(1000)),
  mode: z.enum(['at-least', 'exactly']),
});
export type Count = z.infer<typeof count>;

const clockTime = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

/** n times in every window of calendar units (旬: 1–10, 11–20, 21–end). `words` are the document's own. */
const every = z.strictObject({
  type: z.literal('every'),
  unit: z.enum(cadenceUnits),
  /** Length of the window in units: 2 with `year` is 每两年. */
  span: z.int().check(z.gte(1), z.lte(60)),
  count,
  /** Latest time of day, Asia/Shanghai. */
  by: z.optional(clockTime),
  words,
});

/** Fixed days of the month (1日和16日, 每月26日前) or of the year. */
const fixedDays = z.strictObject({
  type: z.literal('fixed-days'),
  days: z
    .array(
      z.strictObject({
        /** Absent: in every month. */
        month: z.optional(z.int().check(z.gte(1), z.lte(12))),
        day: z.int().check(z.gte(1), z.lte(31)),
      }),
    )
    .check(z.minLength(1)),
  /** On the day itself, or no later than the day before it ends. */
  sense: z.enum(['on', 'not-later-than']),
  by: z.optional(clockTime),
  words,
});

const quantified = z.discriminatedUnion('type', [every, fixedDays]);
export type QuantifiedCadence = z.infer<typeof quantified>;

/** What the township itself decided that a word without a number means, and on which basis. */
export const cadenceReading = z.strictObject({ cadence: quantified, basis: words });

/**
 * 定期, 经常 …: kept as written. `words: null` – the document states no time at all. `reading: null` – the
 * township has not decided, so nothing falls due by itself.
 */
const unquantified = z.strictObject({
  type: z.literal('unquantified'),
  words: z.nullable(words),
  reading: z.nullable(cadenceReading),
});

/** Something to be set up once and kept up after that (机构, 制度, 预案). */
const kept = z.strictObject({ type: z.literal('kept-up') });

export const cadence = z.discriminatedUnion('type', [every, fixedDays, unquantified, kept]);
export type Cadence = z.infer<typeof cadence>;

export const durationUnits = ['minute', 'hour', 'day', 'working-day', 'week', 'month', 'year'] as const;

/** How soon after its trigger an act is due. */
export const due = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('within'),
    n: z.int().check(z.gte(1), z.lte(1000)),
    unit: z.enum(durationUnits),
    words,
  }),
  /** 及时, 立即 …: the township may read it as a number of hours or days, with its basis. */
  z.strictObject({
    type: z.literal('unquantified'),
    words,
    reading: z.nullable(z.strictObject({ n: z.int().check(z.gte(1)), unit: z.enum(durationUnits), basis: words })),
  }),
  /** 限期, 按规定时限 …: whoever makes the instance sets its date. */
  z.strictObject({ type: z.literal('set-on-instance'), words }),
  z.strictObject({ type: z.literal('unstated') }),
]);
export type Due = z.infer<typeof due>;
