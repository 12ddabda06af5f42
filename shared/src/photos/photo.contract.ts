import * as z from 'zod/mini';
import { id, instant } from '../fields';

/** A part of an upload, in bytes. */
export const PART_SIZE = 256 * 1024;
export const MAX_PHOTO_BYTES = 20 * 1024 * 1024;

/** Characters of a preview: 24 KB of JPEG in base64. */
const LONGEST_PREVIEW = 32 * 1024;

/** POST /api/photos: announce a photo by the id the phone gave it, its length and the SM3 of its bytes (hex). */
export const announcePhoto = z.strictObject({
  id,
  bytes: z.int('照片大小不对').check(z.gte(1, '照片是空的')),
  sm3: z.string().check(z.regex(/^[0-9a-f]{64}$/, '照片摘要不对')),
  /** A small picture of it as base64 JPEG, shown until the photo itself has arrived. */
  preview: z.optional(
    z
      .string()
      .check(z.maxLength(LONGEST_PREVIEW, '预览图最大 24 KB'), z.regex(/^[A-Za-z0-9+/]+={0,2}$/, '预览图格式不对')),
  ),
});
export type AnnouncePhoto = z.infer<typeof announcePhoto>;

/** Answer of the announcement and of every PUT /api/photos/:id/parts/:n (0-based, raw bytes): which parts are still to come. */
export const photoView = z.object({
  id,
  parts: z.int(),
  missing: z.array(z.int()),
  stored: z.boolean(),
  /** Once stored. */
  url: z.nullable(z.string()),
  thumbnailUrl: z.nullable(z.string()),
  receivedAt: instant,
});
export type PhotoView = z.infer<typeof photoView>;
