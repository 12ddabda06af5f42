import type { Place } from '@zerentian/shared/fields';
import gcoord from 'gcoord';

type Point = Pick<Place, 'latitude' | 'longitude' | 'system'>;

/** The sphere of the earth, in metres. */
const RADIUS = 6_371_000;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/**
 * Metres between two places, as the crow flies. Phones in China answer gcj02, browsers wgs84: the same spot lies some 500 metres apart in
 * the two, so both are brought to wgs84 first.
 */
export function distanceBetween(a: Point, b: Point): number {
  const [east, north] = inWgs84(a);
  const [otherEast, otherNorth] = inWgs84(b);
  const across = Math.sin(radians(otherEast - east) / 2) ** 2;
  const up = Math.sin(radians(otherNorth - north) / 2) ** 2;
  const half = up + Math.cos(radians(north)) * Math.cos(radians(otherNorth)) * across;
  return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(half)));
}

function inWgs84({ latitude, longitude, system }: Point): [number, number] {
  const from = system === 'gcj02' ? gcoord.GCJ02 : gcoord.WGS84;
  const [east = longitude, north = latitude] = gcoord.transform([longitude, latitude], from, gcoord.WGS84);
  return [east, north];
}
