import { createHash } from 'node:crypto';
import sharp from 'sharp';
import type { DemoRandom } from './demo-random';

const SIZE = { width: 480, height: 200 };

/** Invented strokes of a finger, as a phone would send them; nobody's real hand. */
export async function demoSignature(random: DemoRandom): Promise<{ bytes: Buffer; sm3: string }> {
  const strokes = Array.from({ length: 3 }, (_, part) => stroke(random, 60 + part * 130)).join('');
  const pen = 'fill="none" stroke="#101820" stroke-width="5" stroke-linecap="round" stroke-linejoin="round"';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE.width}" height="${SIZE.height}">
    <rect width="100%" height="100%" fill="#ffffff"/><path d="${strokes}" ${pen}/></svg>`;
  const bytes = await sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer();
  return { bytes, sm3: createHash('sm3').update(bytes).digest('hex') };
}

/** A few turns to and fro around one place. */
function stroke(random: DemoRandom, left: number): string {
  const point = () => `${left + random.between(-45, 65)} ${random.between(35, 165)}`;
  const turns = Array.from({ length: 4 }, () => `S ${point()} ${point()}`).join(' ');
  return `M ${point()} C ${point()} ${point()} ${point()} ${turns} `;
}
