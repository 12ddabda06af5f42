import * as z from 'zod/mini';
import { areaCode, date, key } from '../fields';
import { lines } from '../posts/post.contract';
import { bearer, body, unitClass } from './bearer.contract';
import { evidence, indicator, recordKind, register } from './evidence.contract';
import { postKind, words } from './post-kind.contract';
import { scoring } from './scoring.contract';
import { condition, event, scene, when } from './trigger.contract';
import { dutyCategories, dutyNatures } from './vocabulary';

/** Address of a clause (`一(一)4`, `前言`) or, with `#n`, of a piece of it, in either width. See document.ts. */
const clauseAddress = z.string().check(z.regex(/^[^#＃\s]+$/), z.maxLength(60));
const pieceAddress = z.string().check(z.regex(/^[^#＃\s]+[#＃][1-9１-９][0-9０-９]*$/), z.maxLength(64));

/** Where the duty stands in the township's 履职事项清单; `verified` only when that list itself was read. */
const category = z.strictObject({
  value: z.enum(dutyCategories),
  countyDepartment: z.nullable(words),
  basis: z.nullable(words),
  verified: z.boolean(),
});

/** A further sentence that the duty rests on. */
const support = z.strictObject({ piece: pieceAddress, quote: words });

/**
 * One duty: something that a bearer must do (or not do) and that can be evidenced on its own. `quote` is one
 * predicate and its object, verbatim but for white space. `lead` is the governing verb where the quote is
 * one of several parallel objects (研究部署 … 专项整治).
 */
export const duty = z.strictObject({
  key,
  /** The duty in a few plain words, for lists. */
  title: z.string().check(z.minLength(2), z.maxLength(30)),
  bearer,
  nature: z.enum(dutyNatures),
  clause: clauseAddress,
  piece: pieceAddress,
  /** Last piece of the quote where it runs over several; asks for `quoteArgued`. */
  pieceTo: z.optional(pieceAddress),
  quote: z.string().check(z.minLength(2), z.maxLength(400)),
  /** Why the quote is longer than 60 characters or runs over several pieces. */
  quoteArgued: z.optional(words),
  lead: z.optional(support),
  restsOn: z.optional(z.array(support).check(z.minLength(1))),
  when,
  condition: z.optional(condition),
  /** null for what is not an act. */
  evidence: z.nullable(evidence),
  indicator: z.optional(indicator),
  /** Days after the window's end before the record counts as late, with its basis; null: none. */
  grace: z.nullable(z.strictObject({ days: z.int().check(z.gte(1), z.lte(366)), basis: words })),
  category,
  line: z.optional(z.enum(lines)),
  /** Recorded readings of ambiguous wording that this duty depends on. */
  readings: z.optional(z.array(key).check(z.minLength(1))),
  /** Where the default follows a later rule rather than the paper, and why. */
  note: z.optional(words),
});
export type Duty = z.infer<typeof duty>;

/** What became of each piece of the document. */
const verdict = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('duty'), duties: z.array(key).check(z.minLength(1)) }),
  z.strictObject({ type: z.literal('part-of'), duties: z.array(key).check(z.minLength(1)) }),
  z.strictObject({ type: z.literal('no-duty'), why: words }),
]);
export type Verdict = z.infer<typeof verdict>;

const piece = z.strictObject({ address: pieceAddress, text: words, verdict });
export type CataloguePiece = z.infer<typeof piece>;

/** How an ambiguous wording was read, and why so. */
const reading = z.strictObject({
  key,
  piece: pieceAddress,
  ambiguity: words,
  reading: words,
  basis: words,
});
export type Reading = z.infer<typeof reading>;

/** 安全生产职责清单: a township's document as data. Versioned; imported and edited without code. */
export const catalogueContent = z.strictObject({
  $schema: z.optional(z.string()),
  key,
  version: z.int().check(z.gte(1)),
  /** Statistical code of the township. */
  area: areaCode,
  /** Its name: what an importer calls the area where the registry does not know it yet. */
  areaName: words,
  documentTitle: words,
  documentNumber: words,
  issuedBy: words,
  issuedOn: date,
  /** The source text, UTF-8: a path relative to the catalogue's file. */
  sourceFile: words,
  /** Invented, shown as 示例. */
  example: z.boolean(),
  postKinds: z.array(postKind).check(z.minLength(1)),
  bodies: z.array(body),
  unitClasses: z.array(unitClass),
  recordKinds: z.array(recordKind).check(z.minLength(1)),
  registers: z.array(register),
  events: z.array(event),
  scenes: z.array(scene),
  readings: z.array(reading),
  pieces: z.array(piece),
  duties: z.array(duty),
  scoring,
});
export type CatalogueContent = z.infer<typeof catalogueContent>;
