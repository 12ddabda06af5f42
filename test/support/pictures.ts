import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import sharp, { type OutputInfo } from 'sharp';

/** Pictures as phones send them, made on the spot. */

/** The SM3 of bytes, hex, as an announcement carries it. */
export function sm3(bytes: Uint8Array): string {
  return createHash('sm3').update(bytes).digest('hex');
}

/** A picture that compresses badly, so that its size can be chosen: `width` × `height` of noise, upper half red. */
function noise(width: number, height: number) {
  const red = { create: { width, height: Math.ceil(height / 2), channels: 3 as const, background: '#d02020' } };
  const canvas = {
    create: {
      width,
      height,
      channels: 3 as const,
      background: '#203060',
      noise: { type: 'gaussian' as const, mean: 128, sigma: 40 },
    },
  };
  return sharp(canvas).composite([{ input: red as never, gravity: 'north' }]);
}

/** A JPEG with the place, the time and the phone in its EXIF, stored lying on its side. */
export function jpegWithExif(width = 1800, height = 1200): Promise<Buffer> {
  const exif = {
    IFD0: { Make: 'SecretPhoneMaker', Model: 'X', ImageDescription: 'PRIVATE-NOTE' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '39/1 48/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '113/1 6/1 0/1' },
  };
  return noise(width, height).withMetadata({ orientation: 6 }).withExifMerge(exif).jpeg({ quality: 90 }).toBuffer();
}

export function png(width = 300, height = 200): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 4, background: { r: 0, g: 200, b: 0, alpha: 0.5 } } })
    .png()
    .toBuffer();
}

export function webp(width = 300, height = 200): Promise<Buffer> {
  return noise(width, height).webp().toBuffer();
}

/** Some fifty kilobytes that unpack to a picture of 400 million pixels. */
export async function bomb(): Promise<Buffer> {
  const side = 20_000;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = 1;
  const rows = deflateSync(Buffer.alloc(side * (1 + side / 8)));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** The beginning of what an iPhone takes unless told otherwise. */
export function heic(): Buffer {
  const header = Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from('ftypheic'),
    Buffer.from([0, 0, 0, 0]),
    Buffer.from('mif1heic'),
  ]);
  return Buffer.concat([header, Buffer.alloc(5000, 7)]);
}

/** What a stored file tells of itself. */
export async function inspect(bytes: Uint8Array) {
  const { format, width, height, exif, orientation, icc, xmp } = await sharp(bytes).metadata();
  return { format, width, height, exif, orientation, icc, xmp };
}

/** The colour of one pixel. */
export async function pixel(bytes: Uint8Array, left: number, top: number): Promise<number[]> {
  const { data }: { data: Buffer; info: OutputInfo } = await sharp(bytes)
    .extract({ left, top, width: 1, height: 1 })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return [...data];
}
