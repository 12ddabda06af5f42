import * as z from 'zod/mini';
import { key } from '../fields';
import { words } from './post-kind.contract';
import { actSources } from './vocabulary';

/** A kind of 履职记录, and which features' acts count as one without being typed again. */
export const recordKind = z.strictObject({
  key,
  name: words,
  sources: z.array(z.enum(actSources)).check(z.minLength(1)),
  /** What the person is asked for, in a few words, beside the text field. */
  hint: z.optional(words),
});
export type RecordKind = z.infer<typeof recordKind>;

/** A list that is kept up: stock, rescue team, enterprises, plans. */
export const register = z.strictObject({
  key,
  name: words,
  columns: z.array(words).check(z.minLength(1)),
});
export type CatalogueRegister = z.infer<typeof register>;

/** What a record must hold to count. Photos are no content: they stay a choice. */
export const contents = [
  'agenda',
  'decision',
  'attendance',
  'minutes',
  'written-record',
  'findings',
  'follow-up',
  'opinion',
  'number',
  'amount',
  'headcount',
  'plan-text',
  'result',
  'arrival-time',
] as const;

const recordEvidence = z.strictObject({
  type: z.literal('record'),
  recordKind: key,
  /** How many; 1 unless the document says otherwise. */
  atLeast: z.int().check(z.gte(1)),
  with: z.optional(z.array(z.enum(contents)).check(z.minLength(1))),
});

const evidenceLeaf = z.discriminatedUnion('type', [
  recordEvidence,
  /** A signed paper: by each of these post kinds. */
  z.strictObject({
    type: z.literal('signature'),
    document: words,
    by: z.array(key).check(z.minLength(1)),
  }),
  /** 零报告: a report that nothing happened counts like one that something did. */
  z.strictObject({ type: z.literal('zero-report') }),
  /** The register exists and its newest entry is no older than its cadence asks. */
  z.strictObject({ type: z.literal('register'), register: key }),
  /** A figure that must be reached or may not be passed: 专职人员 at least 2. */
  z.strictObject({
    type: z.literal('figure'),
    what: words,
    bound: z.enum(['at-least', 'at-most', 'equal']),
    value: z.number(),
    unit: words,
  }),
]);
export type EvidenceLeaf = z.infer<typeof evidenceLeaf>;

const innerGroup = z.strictObject({
  type: z.enum(['any-of', 'all-of']),
  of: z.array(evidenceLeaf).check(z.minLength(2)),
});

/** What shows that the duty was done: one thing, any of several, all of several, one group within the other. */
export const evidence = z.union([
  evidenceLeaf,
  z.strictObject({
    type: z.enum(['any-of', 'all-of']),
    of: z.array(z.union([evidenceLeaf, innerGroup])).check(z.minLength(2)),
  }),
]);
export type Evidence = z.infer<typeof evidence>;

/** A control indicator: a limit on what may happen, per trade where the document divides it. */
export const indicator = z.strictObject({
  measure: z.enum(['deaths', 'injuries', 'accidents', 'direct-loss', 'rate']),
  trade: z.optional(key),
  bound: z.enum(['at-most', 'at-least', 'equal']),
  value: z.number(),
  /** 人, 起, 分 (money), % … */
  unit: words,
  words,
});
export type Indicator = z.infer<typeof indicator>;
