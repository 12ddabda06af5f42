// Contact sheets: the pictures of a scene side by side, so that a person can look at all of them.
import { join } from 'node:path';
import sharp from 'sharp';

const GAP = 16;
const LABEL = 28;
const LAYOUT = { phone: { columns: 4, perSheet: 8, width: 375 }, desk: { columns: 2, perSheet: 4, width: 900 } };

/** Puts the pictures of one device (`[{ file, name }]`) on sheets; answers the files written. */
export async function writeSheets(pictures, device, folder) {
  const { perSheet } = LAYOUT[device];
  const written = [];
  for (let first = 0; first < pictures.length; first += perSheet) {
    const number = String(first / perSheet + 1).padStart(2, '0');
    const path = join(folder, `sheet-${device}-${number}.png`);
    await writeSheet(pictures.slice(first, first + perSheet), LAYOUT[device], path);
    written.push(path);
  }
  return written;
}

async function writeSheet(pictures, { columns, width }, path) {
  const tiles = await Promise.all(pictures.map((picture) => tileOf(picture, width)));
  const parts = [];
  let top = GAP;
  for (let first = 0; first < tiles.length; first += columns) {
    const row = tiles.slice(first, first + columns);
    row.forEach(({ label, picture }, column) => {
      const left = GAP + column * (width + GAP);
      parts.push({ input: label, left, top }, { input: picture, left, top: top + LABEL });
    });
    top += Math.max(...row.map(({ height }) => height)) + LABEL + GAP;
  }
  const size = { width: GAP + columns * (width + GAP), height: top, channels: 3, background: '#808080' };
  await sharp({ create: size }).composite(parts).png().toFile(path);
}

async function tileOf({ file, name }, width) {
  const { data, info } = await sharp(file).resize({ width }).png().toBuffer({ resolveWithObject: true });
  const text = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${LABEL}"><text x="0" y="20" font-family="sans-serif" font-size="16" fill="#fff">${name}</text></svg>`;
  return { picture: data, height: info.height, label: Buffer.from(text) };
}
