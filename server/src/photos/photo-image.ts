import sharp from 'sharp';
import { ProblemError } from '../platform/problem';

/**
 * What may become a photo, and what becomes of it. Nothing of the sent file is kept but its pixels: it is decoded and encoded anew, so
 * that no EXIF (place, device, time), no other metadata and nothing hidden behind the picture reaches the disk.
 */
const LONGEST = 2560;
const THUMBNAIL = 320;
const QUALITY = 82;
/** 64 million: more than phones take in their usual mode, and less than would fill the server's memory once decoded. */
const MOST_PIXELS = 64_000_000;

// One thread per picture and no cache: several phones upload at once, and each picture is seen only once.
sharp.concurrency(1);
sharp.cache(false);

const HEIF_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'mif1', 'msf1'];

/**
 * Refuses what cannot be a photo by its first bytes, as soon as the first part is there.
 * @throws photo_heic, photo_not_image
 */
export function checkBeginning(bytes: Buffer): void {
  if (bytes.toString('latin1', 4, 8) === 'ftyp' && HEIF_BRANDS.includes(bytes.toString('latin1', 8, 12)))
    throw new ProblemError('photo_heic');
  const isJpeg = bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]));
  const isPng = bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  const isWebp = bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP';
  if (!isJpeg && !isPng && !isWebp) throw new ProblemError('photo_not_image');
}

/** A picture as it is stored: JPEG, upright, at most 2560 pixels long, and a thumbnail of 320. */
export interface Developed {
  full: Buffer;
  thumbnail: Buffer;
  width: number;
  height: number;
}

/** @throws photo_heic, photo_not_image, photo_too_large (too many pixels) */
export async function develop(bytes: Buffer): Promise<Developed> {
  checkBeginning(bytes);
  await checkPixels(bytes);
  try {
    const { data: full, info } = await shrunk(bytes, LONGEST, QUALITY);
    const { data: thumbnail } = await shrunk(full, THUMBNAIL, QUALITY);
    return { full, thumbnail, width: info.width, height: info.height };
  } catch {
    throw new ProblemError('photo_not_image', '照片文件已损坏，读不出画面。文字没有丢失，请重新拍一张或换一张。');
  }
}

const MOST_PREVIEW_PIXELS = 1_000_000;

/** What a phone sends ahead of a photo, encoded anew as a thumbnail; null for anything that is no such picture: the photo itself will come. */
export async function developPreview(bytes: Buffer): Promise<Buffer | null> {
  return sharp(bytes, { limitInputPixels: MOST_PREVIEW_PIXELS, failOn: 'error' })
    .autoOrient()
    .resize({ width: THUMBNAIL, height: THUMBNAIL, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: QUALITY })
    .toBuffer()
    .catch(() => null);
}

/** A few kilobytes can claim to be a picture of gigabytes: what it claims is read before anything is decoded. */
async function checkPixels(bytes: Buffer): Promise<void> {
  const claimed = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  if (!claimed) throw new ProblemError('photo_not_image');
  if (claimed.width * claimed.height > MOST_PIXELS) {
    throw new ProblemError(
      'photo_too_large',
      '照片的像素太多（超过 6400 万）。文字没有丢失，请在相机里调低分辨率，或换一张。',
    );
  }
}

function shrunk(bytes: Buffer, longest: number, quality: number) {
  return sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
    .autoOrient()
    .resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality })
    .toBuffer({ resolveWithObject: true });
}
