import { join } from 'node:path';
import { type Font, openSync } from 'fontkit';

/**
 * The typeface of papers: Noto Serif SC (a 宋体, OFL), whole TrueType files. What it lacks (𠮷 and some 2,300 more hanzi of names and
 * places) comes from a small font in assets/fonts; what neither has is shown as □ and named below the text.
 */
const FILES = {
  regular: () => require.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
  bold: () => require.resolve('@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf'),
  rare: () => join(__dirname, '../../../assets/fonts/noto-serif-cjk-rare.otf'),
};

export type Face = keyof typeof FILES;

const opened = new Map<Face, Font>();

/** A face, read when the first paper needs it (15 MB, 50 ms) and then kept: papers only take their own subsets from it. */
export function faceOf(face: Face): Font {
  const known = opened.get(face);
  if (known) return known;
  const font = openSync(FILES[face]());
  if (!('layout' in font)) throw new Error(`not a single font: ${face}`);
  opened.set(face, font);
  return font;
}

const CHAINS: Record<'regular' | 'bold', Face[]> = { regular: ['regular', 'rare'], bold: ['bold', 'regular', 'rare'] };

/** Characters that have no shape of their own: joiners, variation selectors, byte order marks. */
const SHAPELESS = /\p{Default_Ignorable_Code_Point}/gu;

/** One character as people count them, in the face that has it; `actual` is what stands behind a □. */
export interface Shown {
  text: string;
  face: Face;
  actual?: string;
}

/** A character in its face, with its width as a part of its size. */
export interface Measured extends Shown {
  width: number;
}

const known: Record<'regular' | 'bold', Map<string, Measured | null>> = { regular: new Map(), bold: new Map() };
/** Papers use a few thousand characters; whoever sends every one there is makes us forget and look again. */
const MOST_KNOWN = 20_000;

/** How a character is shown, and how wide; null where there is nothing to show. Looked up once. */
export function measured(cluster: string, weight: 'regular' | 'bold'): Measured | null {
  const found = known[weight].get(cluster);
  if (found !== undefined) return found;
  if (known[weight].size >= MOST_KNOWN) known[weight].clear();
  const shown = shownAs(cluster, weight);
  const result = shown && { ...shown, width: widthOf(shown.face, shown.text) };
  known[weight].set(cluster, result);
  return result;
}

/** How a character is shown; null where there is nothing to show. */
export function shownAs(cluster: string, weight: 'regular' | 'bold'): Shown | null {
  const visible = cluster.replace(SHAPELESS, '');
  if (visible === '') return null;
  for (const text of [visible, visible.normalize('NFC')]) {
    const face = CHAINS[weight].find((it) => hasAll(it, text));
    if (face) return { text, face };
  }
  return { text: '□', face: weight, actual: cluster };
}

function hasAll(face: Face, text: string): boolean {
  const font = faceOf(face);
  return [...text].every((character) => font.hasGlyphForCodePoint(character.codePointAt(0) as number));
}

function widthOf(face: Face, text: string): number {
  const font = faceOf(face);
  let units = 0;
  for (const character of text) units += font.glyphForCodePoint(character.codePointAt(0) as number).advanceWidth;
  return units / font.unitsPerEm;
}
