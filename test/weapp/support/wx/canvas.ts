import { setTimeout as after } from 'node:timers';
import sharp from 'sharp';
import type { Device } from './device';
import { WxFailure } from './failure';
import { keepTemporary } from './files';

/** A canvas of WeChat, as far as a signature needs one: it remembers the strokes that were drawn. */
interface FakeCanvas {
  width: number;
  height: number;
  strokes: [number, number][];
}

/** A query that finds a canvas wherever it is asked for one, as large as on a phone of 375 points. */
export function selectorQuery(callback: (run: () => void) => void): object {
  const query = {
    select: () => query,
    fields: () => query,
    exec: (told: (found: object[]) => void) => {
      after(() => callback(() => told([{ node: canvas(), width: 343, height: 150 }])), 0);
    },
  };
  return query;
}

function canvas(): FakeCanvas & { getContext(): object } {
  const strokes: [number, number][] = [];
  const context = {
    scale: () => undefined,
    fillRect: () => undefined,
    beginPath: () => undefined,
    moveTo: (x: number, y: number) => void strokes.push([x, y]),
    lineTo: (x: number, y: number) => void strokes.push([x, y]),
    stroke: () => undefined,
  };
  return { width: 300, height: 150, strokes, getContext: () => context };
}

/** The strokes as a JPEG; a canvas that nobody drew on has none. */
export async function canvasToTempFilePath(device: Device, { canvas: drawn }: { canvas?: FakeCanvas }) {
  if (!drawn?.strokes.length) throw new WxFailure('canvas is empty');
  const points = drawn.strokes.map(([x, y]) => `${x * 2},${y * 2}`).join(' ');
  const line = `<polyline points="${points}" fill="none" stroke="#101820" stroke-width="6"/>`;
  const paper = `<rect width="100%" height="100%" fill="#ffffff"/>${line}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="686" height="300">${paper}</svg>`;
  return { tempFilePath: keepTemporary(device, await sharp(Buffer.from(svg)).jpeg().toBuffer(), 'jpg') };
}
