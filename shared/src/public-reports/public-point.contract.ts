import * as z from 'zod/mini';
import { areaCode, id, instant, page, pageQuery, text, writeEnvelope } from '../fields';

/** 举报二维码: one per village and enterprise. `code` is null until the first is opened. */
export const publicPointRow = z.object({
  unitId: id,
  unitName: z.string(),
  kind: z.enum(['village', 'enterprise']),
  areaCode,
  areaName: z.string(),
  pointId: z.nullable(id),
  code: z.nullable(z.string()),
  openedAt: z.nullable(instant),
});
export type PublicPointRow = z.infer<typeof publicPointRow>;

/** GET /api/public-points: villages and enterprises that the asker answers for, with their codes. */
export const publicPointQuery = z.strictObject({ area: z.optional(areaCode), ...pageQuery });
export type PublicPointQuery = z.infer<typeof publicPointQuery>;
export const publicPointPage = page(publicPointRow);

/** POST /api/public-points: opens codes where there are none yet, for one unit or for all that the post reaches. */
export const openPublicPoints = z.strictObject({ ...writeEnvelope, unitId: z.optional(id) });
export type OpenPublicPoints = z.infer<typeof openPublicPoints>;
export const openedPublicPoints = z.object({ opened: z.int() });

/** POST /api/public-points/:id/renew: a new code in place of one that is abused or lost; the old one says so. */
export const renewPublicPoint = z.strictObject({ ...writeEnvelope, text: text(200) });
export type RenewPublicPoint = z.infer<typeof renewPublicPoint>;

/** GET /api/public-points/posters: the posters of all codes in an area as one PDF, A4, one page each. */
export const posterQuery = z.strictObject({ area: z.optional(areaCode), unit: z.optional(id) });
export type PosterQuery = z.infer<typeof posterQuery>;
