import * as z from 'zod/mini';
import { date, key } from '../fields';
import { lines } from '../posts/post.contract';
import { cadenceUnits, dutyCategories, dutyNatures } from './vocabulary';

/**
 * What the API says about duties and the document they come from. Kept apart from the catalogue's own contracts, which are
 * large and stay on the server.
 */

/** One holder among those a duty lies on. */
const bearerPart = z.object({
  type: z.enum(['post', 'body', 'each-member', 'unit-class', 'roster', 'anyone']),
  /** Key of the post kind, body or unit class; null for a roster or for anyone. */
  key: z.nullable(key),
  label: z.string(),
  /** Post kinds whose act counts for this holder; with those that hold it by virtue of another post. */
  postKinds: z.array(key),
  /** May not be left to somebody else. */
  inPerson: z.boolean(),
  /** Post kinds to whom the act may be left. */
  delegates: z.array(key),
});

/** 承担者: one part, or several where one act discharges all (`any`) or each must act (`all`). */
const bearerView = z.object({
  label: z.string(),
  discharge: z.nullable(z.enum(['any', 'all'])),
  parts: z.array(bearerPart),
});
export type BearerView = z.infer<typeof bearerView>;

const quoteView = z.object({ piece: z.string(), quote: z.string() });

const readingView = z.object({ ambiguity: z.string(), reading: z.string(), basis: z.string() });

/** 职责: who, what in the document's words, when and shown by what, in words for people. */
export const dutyView = z.object({
  key,
  title: z.string(),
  bearer: bearerView,
  /** Every post kind that the duty reaches. */
  postKinds: z.array(key),
  nature: z.enum(dutyNatures),
  natureName: z.string(),
  /** Where in the document: 一(一)4, and its piece 一(一)4#2. */
  clause: z.string(),
  piece: z.string(),
  quote: z.string(),
  /** The governing verb where the quote is one of parallel objects: 研究部署 …… 专项整治. */
  lead: z.nullable(quoteView),
  restsOn: z.array(quoteView),
  /** When it is due, in Chinese words. */
  recurrence: z.string(),
  /** The number in those words, where there is one (or where the township decided on one): `times` in each `span` calendar units. */
  every: z.nullable(z.object({ unit: z.enum(cadenceUnits), span: z.int(), times: z.int() })),
  /** What shows that it was done, in Chinese words; null for what is not an act. */
  evidence: z.nullable(z.string()),
  recordKinds: z.array(z.object({ key, name: z.string() })),
  category: z.object({
    value: z.enum(dutyCategories),
    name: z.string(),
    countyDepartment: z.nullable(z.string()),
    basis: z.nullable(z.string()),
    verified: z.boolean(),
  }),
  /** False for what is no act and for what a higher level took back: shown, never due. */
  canFallDue: z.boolean(),
  line: z.nullable(z.enum(lines)),
  readings: z.array(readingView),
  note: z.nullable(z.string()),
});
export type DutyView = z.infer<typeof dutyView>;

/** GET /api/duties[?postKind=…]: all duties of the township's catalogue, or those that reach a post kind. */
export const dutyQuery = z.strictObject({ postKind: z.optional(key) });

const pieceView = z.object({
  address: z.string(),
  text: z.string(),
  /** The punctuation after the text. */
  mark: z.string(),
  verdict: z.enum(['duty', 'part-of', 'no-duty']),
  /** Keys of the duties that the piece makes or is part of. */
  duties: z.array(key),
  /** Why it makes none. */
  why: z.nullable(z.string()),
});
export type PieceView = z.infer<typeof pieceView>;

const clauseView = z.object({
  address: z.string(),
  kind: z.enum(['title', 'preamble', 'numbered', 'signature']),
  /** The number as printed: 1、 (empty where there is none). */
  label: z.string(),
  /** Sentences in order; those of one paragraph share its number. */
  sentences: z.array(z.object({ paragraph: z.number(), duties: z.array(key), pieces: z.array(pieceView) })),
});
export type ClauseView = z.infer<typeof clauseView>;

/** 文件学习: the whole text; `label` and all `text` + `mark` joined give it back without white space. */
export const documentView = z.object({
  key,
  version: z.number(),
  title: z.string(),
  number: z.string(),
  issuedBy: z.string(),
  issuedOn: date,
  example: z.boolean(),
  clauses: z.array(clauseView),
});
export type DocumentView = z.infer<typeof documentView>;
