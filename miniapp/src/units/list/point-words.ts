import type { Place } from '@zerentian/shared/fields';

/** Digits of a degree that are shown: a metre. */
const DIGITS = 5;

/**
 * A point as people copy it from a map: two numbers, parted by whatever, in either order. In China the longitude is always the greater
 * of the two. Null where that is not what was written.
 */
export function pointFrom(words: string, system: Place['system']): Place | null {
  const numbers = (words.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
  if (numbers.length !== 2) return null;
  const [latitude = 0, longitude = 0] = [Math.min(...numbers), Math.max(...numbers)];
  const isInChina = latitude > 3 && latitude < 54 && longitude > 73 && longitude < 136;
  return isInChina ? { latitude, longitude, system } : null;
}

/** A point as it can be copied into a map. */
export function pointWords({ latitude, longitude }: Place): string {
  return `${latitude.toFixed(DIGITS)}, ${longitude.toFixed(DIGITS)}`;
}
