import * as z from 'zod/mini';
import { areaCode, id, key, place, writeEnvelope } from '../fields';
import { unitKinds } from '../units/unit.contract';

/** Where somebody stands, in a query. */
const standing = {
  latitude: z.coerce.number('位置格式不对').check(z.gte(-90), z.lte(90)),
  longitude: z.coerce.number('位置格式不对').check(z.gte(-180), z.lte(180)),
  system: z.enum(['gcj02', 'wgs84'], '位置格式不对'),
};

/** GET /api/points: known places round about, in the areas of one's posts: units whose place was set, and earlier reports. */
export const pointQuery = z.strictObject(standing);
export type PointQuery = z.infer<typeof pointQuery>;

/** A known place, ready to be taken over into a report: a unit, or a village with the spot where something was found before. */
export const pointView = z.object({
  unitId: z.nullable(id),
  unitName: z.nullable(z.string()),
  unitKind: z.nullable(z.enum(unitKinds)),
  trade: z.nullable(key),
  areaCode,
  areaName: z.string(),
  spot: z.nullable(z.string()),
  /** Metres as the crow flies. */
  distance: z.int(),
});
export type PointView = z.infer<typeof pointView>;
/** The nearest first; nothing that is further than one would say “here”. */
export const pointsView = z.object({ items: z.array(pointView) });

/** POST /api/units/:id/place: where a unit is, set once; null takes it away. */
export const placeUnit = z.strictObject({ ...writeEnvelope, place: z.nullable(place) });
export type PlaceUnit = z.infer<typeof placeUnit>;
