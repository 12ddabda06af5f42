import { MAX_PHOTO_BYTES } from '@zerentian/shared/photos/photo.contract';
import type { PhotoSize } from './settings';

/** How photos are made small before they are kept, and which are refused on the spot: pure, the same for both platforms. */

/** A photo in the app's own files. */
export interface KeptPhoto {
  /** Where its bytes are on this device. */
  source: string;
  bytes: number;
  /** The device had no room to keep it: it lasts as long as the app is open. */
  temporary?: boolean;
}

/** What came of choosing photos: those that are kept, and in Chinese what is wrong with the others. */
export interface Chosen {
  photos: KeptPhoto[];
  problems: string[];
}

/** One way to make a photo smaller: its longer side in pixels, JPEG quality 1 to 100. */
export interface Shrinking {
  longest: number;
  quality: number;
}

interface Aim {
  /** Tried in turn until one is small enough; the last counts in any case. */
  tries: readonly Shrinking[];
  bytes: number;
}

const KB = 1000;

/** By the person's setting. Enough to read a sign, small enough for one bar of signal. */
export const AIMS: Record<PhotoSize, Aim> = {
  small: { tries: tries(1280, 70), bytes: 150 * KB },
  standard: { tries: tries(1600, 80), bytes: 300 * KB },
  fine: { tries: tries(2560, 82), bytes: 1000 * KB },
};

/** What is sent ahead of the photo itself. */
export const PREVIEW: Aim = {
  tries: [
    { longest: 320, quality: 50 },
    { longest: 240, quality: 40 },
    { longest: 160, quality: 30 },
  ],
  bytes: 18 * KB,
};

function tries(longest: number, quality: number): Shrinking[] {
  return [1, 0.8, 0.64].map((part, index) => ({ longest: Math.round(longest * part), quality: quality - 10 * index }));
}

/** Makes a photo smaller until it is small enough; the smallest that came of it. */
export async function shrinkTo<T>(
  aim: Aim,
  shrink: (how: Shrinking) => Promise<T>,
  bytesOf: (made: T) => number | Promise<number>,
): Promise<{ made: T; bytes: number }> {
  let best: { made: T; bytes: number } | null = null;
  for (const how of aim.tries) {
    const made = await shrink(how);
    const bytes = await bytesOf(made);
    if (!best || bytes < best.bytes) best = { made, bytes };
    if (best.bytes <= aim.bytes) break;
  }
  return best as { made: T; bytes: number };
}

const HEIC = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'];

/** What is wrong with a file that is to become a photo, by its first bytes and its size; null if nothing is. */
export function photoProblem(head: Uint8Array, bytes: number): string | null {
  if (ascii(head, 4, 8) === 'ftyp' && HEIC.includes(ascii(head, 8, 12))) {
    return '这是 HEIC 格式的照片，手机没能转换，没有加进来。请在手机相机设置里选“兼容性最佳”再拍，或换一张 JPEG 照片。';
  }
  const isJpeg = head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff;
  const isPng = head[0] === 0x89 && ascii(head, 1, 4) === 'PNG';
  const isWebp = ascii(head, 0, 4) === 'RIFF' && ascii(head, 8, 12) === 'WEBP';
  if (!isJpeg && !isPng && !isWebp) return '选的文件不是照片，没有加进来。请拍一张，或从相册里换一张。';
  if (bytes > MAX_PHOTO_BYTES)
    return '照片太大（超过 20 MB），手机没能缩小，没有加进来。请在相机里调低分辨率，或换一张。';
  return null;
}

function ascii(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}
