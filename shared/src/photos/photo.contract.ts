import * as z from 'zod/mini';
import { id, instant } from '../fields';

/** A part of an upload, in bytes. */
export const PART_SIZE = 256 * 1024;
export const MAX_PHOTO_BYTES = 20 * 1024 * 1024;

/** POST /api/photos: announce a photo by the id the phone gave it, its length and the SM3 of its bytes (hex). */
export const announcePhoto = z.strictObject({
  id,
  bytes: z.int('照片大小不对').check(z.gte(1, '照片是空的')),
  sm3: z.string().check(z.regex(/^[0-9a-f]{64}$/, '照片摘要不对')),
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
