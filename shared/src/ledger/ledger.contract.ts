import * as z from 'zod/mini';
import { areaCode, id, instant, page } from '../fields';

/** An entry of 台账链, as read by GET /api/ledger?area=CODE. `content` is null once personal data was erased, and with `salt` where the
 * asker may not know it (监督提示): the chain can be walked all the same. */
export const ledgerEntryView = z.object({
  chain: z.string(),
  seq: z.int(),
  occurredAt: instant,
  receivedAt: instant,
  personId: z.nullable(id),
  postId: z.nullable(id),
  act: z.string(),
  subjectType: z.string(),
  subjectId: z.string(),
  digest: z.string(),
  previousHash: z.string(),
  hash: z.string(),
  content: z.nullable(z.unknown()),
  salt: z.nullable(z.string()),
  /** The entry that says why content and salt are gone. */
  erasedBySeq: z.nullable(z.int()),
});
export type LedgerEntryView = z.infer<typeof ledgerEntryView>;
export const ledgerPage = page(ledgerEntryView);
/** `after`: a sequence number to read on from. `cursor`: the previous answer's `nextCursor`; it goes before `after`. */
export const ledgerQuery = z.strictObject({
  area: areaCode,
  cursor: z.optional(z.string().check(z.regex(/^\d{1,15}$/, '翻页标记不对，请从第一页重新开始'))),
  after: z.optional(z.coerce.number().check(z.int(), z.gte(0))),
  limit: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(500))),
});
