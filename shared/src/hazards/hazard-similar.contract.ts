import * as z from 'zod/mini';
import { areaCode, clean, id, instant, key } from '../fields';
import { hazardStates } from './hazard.vocabulary';

/** Where somebody stands, in a query: all three or none. */
export const pointQuery = {
  latitude: z.optional(z.coerce.number('位置格式不对').check(z.gte(-90), z.lte(90))),
  longitude: z.optional(z.coerce.number('位置格式不对').check(z.gte(-180), z.lte(180))),
  system: z.optional(z.enum(['gcj02', 'wgs84'])),
};

/**
 * GET /api/hazards/similar: open hazards that may be the one just being written down. `area` absent: that of the unit, else of one's
 * only village. The most alike first, at most five.
 */
export const similarQuery = z.strictObject({
  area: z.optional(areaCode),
  unit: z.optional(id),
  trade: z.optional(key),
  text: z.optional(z.string().check(z.maxLength(2000), clean)),
  ...pointQuery,
});
export type SimilarQuery = z.infer<typeof similarQuery>;

/** What may be told of an open hazard to whoever stands before the same thing: no persons, no photos. */
export const similarHazard = z.object({
  id,
  number: z.string(),
  title: z.string(),
  areaName: z.string(),
  unitName: z.nullable(z.string()),
  spot: z.nullable(z.string()),
  state: z.enum(hazardStates),
  /** Metres as the crow flies; null where one of the two has no place. */
  distance: z.nullable(z.int()),
  /** When it was found. */
  since: instant,
  /** Whether the asker may open its page. */
  mayOpen: z.boolean(),
});
export type SimilarHazard = z.infer<typeof similarHazard>;
export const similarHazards = z.object({ items: z.array(similarHazard) });
