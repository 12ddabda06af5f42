import * as z from 'zod/mini';
import { date, id, instant, pageQuery } from '../fields';
import { proofKinds } from './diligence-proof.kinds';

/** GET /api/diligence-proof/items?from&until: both dates included, at most 366 days apart. */
export const proofItemsQuery = z.strictObject({ from: date, until: date, ...pageQuery });
export type ProofItemsQuery = z.infer<typeof proofItemsQuery>;

/** One act of one's own, with where it stands in the ledger. */
export const proofItem = z.object({
  chain: z.string(),
  seq: z.int(),
  /** The first 16 characters of the entry's hash. */
  hashPrefix: z.string(),
  /** One act may count twice: found and handed over at once. */
  kinds: z.array(z.enum(proofKinds)),
  words: z.string(),
  hazardId: z.nullable(id),
  hazardNumber: z.nullable(z.string()),
  /** Where, and at which unit. */
  place: z.nullable(z.string()),
  /** Title of the post acted in. */
  post: z.nullable(z.string()),
  occurredAt: instant,
  receivedAt: instant,
});
export type ProofItem = z.infer<typeof proofItem>;

const proofTotal = z.object({ kind: z.enum(proofKinds), label: z.string(), count: z.int() });

/** `totals` count the whole span, whatever the page. */
export const proofPage = z.object({
  name: z.string(),
  from: date,
  until: date,
  totals: z.array(proofTotal),
  items: z.array(proofItem),
  nextCursor: z.nullable(z.string()),
});
