import * as z from 'zod/mini';
import { areaCode, date, id } from '../fields';

/**
 * 迎检材料: GET /api/evidence-packs (what it would hold), /api/evidence-packs/pack.pdf and /pack.xlsx. `unit`: an enterprise; else `area`: a
 * village or the township; neither: what the post acted for is about. Both days are included.
 */
export const evidencePackQuery = z.strictObject({
  area: z.optional(areaCode),
  unit: z.optional(id),
  from: date,
  until: date,
});
export type EvidencePackQuery = z.infer<typeof evidencePackQuery>;

/** What a pack would hold, before it is made. */
export const evidenceContents = z.object({
  /** Of whom it is: 吴马营乡, 吴马营村, an enterprise. */
  name: z.string(),
  from: date,
  until: date,
  parts: z.array(z.object({ name: z.string(), count: z.int(), unit: z.string() })),
});
export type EvidenceContents = z.infer<typeof evidenceContents>;
