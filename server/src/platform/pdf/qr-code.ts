import { create } from 'qrcode';

/** The white border that a reader needs, in modules (ISO/IEC 18004). */
const QUIET = 4;

/**
 * The dark parts of a QR code as rectangles, each row's neighbours in one. Level M: a sixth of it may be dirty or torn, as on a wall it will be.
 */
export function qrRectangles(text: string, { x, y, side }: { x: number; y: number; side: number }) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const module = side / (modules.size + 2 * QUIET);
  const rectangles: { x: number; y: number; width: number; height: number }[] = [];
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      const start = column;
      while (column < modules.size && modules.get(row, column)) column++;
      if (column === start) continue;
      const at = { x: x + (start + QUIET) * module, y: y + (row + QUIET) * module };
      rectangles.push({ ...at, width: (column - start) * module, height: module });
    }
  }
  return rectangles;
}
