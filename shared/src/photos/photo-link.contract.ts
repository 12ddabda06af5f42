import * as z from 'zod/mini';

export const photoSizes = ['full', 'thumb'] as const;
export type PhotoSize = (typeof photoSizes)[number];

/** GET /api/photos/:id: the query of a signed link. Links are made by the server and used as they are; `expires` in Unix seconds. */
export const photoQuery = z.strictObject({
  size: z.optional(z.enum(photoSizes)),
  expires: z.coerce.number('链接不完整').check(z.int('链接不完整'), z.gte(0), z.lte(1e11)),
  signature: z.string('链接不完整').check(z.regex(/^[0-9a-f]{64}$/, '链接不完整')),
});
export type PhotoQuery = z.infer<typeof photoQuery>;
