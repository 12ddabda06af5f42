import { create } from 'qrcode';
import { qrRectangles } from './qr-code';

test('fills exactly the dark modules of the code, inside its quiet border', () => {
  const text = 'https://example.org/p/ABCDEFGH';
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const side = modules.size + 8;
  const dark = new Set<string>();
  for (const { x, y, width, height } of qrRectangles(text, { x: 0, y: 0, side })) {
    expect(height).toBe(1);
    for (let column = x; column < x + width; column++) dark.add(`${y - 4} ${column - 4}`);
  }
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++)
      expect([row, column, dark.has(`${row} ${column}`)]).toEqual([row, column, Boolean(modules.get(row, column))]);
  expect(dark.size).toBeGreaterThan(100);
});
