/**
 * Which open hazards may be the one that is being written down: those of the same unit, those of the same trade within a stone's throw,
 * those in the same village whose words overlap. It only suggests: whoever writes decides, and nothing is held back.
 */
export interface Likeness {
  /** Of the unit that is named. */
  sameUnit: boolean;
  /** In the village asked about (or anywhere in the township, where only that is known). */
  sameVillage: boolean;
  /** Null where one of the two names no trade. */
  sameTrade: boolean | null;
  /** Metres; null where one of the two has no place. */
  distance: number | null;
  /** As `wordOverlap` answers. */
  overlap: number;
}

/** Near enough to be the same place, with the error of two phones. */
const NEAR_METRES = 200;
/** So much of the shorter text found in the other speaks of the same thing. */
const SPEAKS_OF_THE_SAME = 0.3;
/** The same where unit, trade or place agree already. */
const HINTS_AT_THE_SAME = 0.15;

/** 0 for no likeness, else the greater the more alike: unit before place and trade before words. */
export function likeness({ sameUnit, sameVillage, sameTrade, distance, overlap }: Likeness): number {
  if (sameUnit) return 4 + overlap;
  const isNear = distance !== null && distance <= NEAR_METRES;
  if (isNear && sameTrade !== false) return 2 + overlap + (sameTrade ? 1 : 0);
  if (isNear && overlap >= HINTS_AT_THE_SAME) return 1 + overlap;
  const isFar = distance !== null && distance > NEAR_METRES * 10;
  if (!sameVillage || isFar) return 0;
  const enough = sameTrade ? HINTS_AT_THE_SAME : SPEAKS_OF_THE_SAME;
  return overlap >= enough ? overlap : 0;
}

/** The share of the shorter text's pairs of characters that the other holds too, from 0 to 1; punctuation says nothing. */
export function wordOverlap(a: string, b: string): number {
  const [fewer, more] = [pairs(a), pairs(b)].sort((x, y) => x.size - y.size) as [Set<string>, Set<string>];
  if (fewer.size === 0) return 0;
  return [...fewer].filter((pair) => more.has(pair)).length / fewer.size;
}

function pairs(text: string): Set<string> {
  const characters = [...text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')];
  return new Set(characters.slice(1).map((character, index) => `${characters[index]}${character}`));
}
