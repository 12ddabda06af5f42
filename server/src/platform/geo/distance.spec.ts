import { distanceBetween } from './distance';

const wgs84 = (latitude: number, longitude: number) => ({ latitude, longitude, system: 'wgs84' as const });
const gcj02 = (latitude: number, longitude: number) => ({ latitude, longitude, system: 'gcj02' as const });

test('a thousandth of a degree north is 111 metres, east at 39.5° some 86', () => {
  expect(distanceBetween(wgs84(39.5, 112.8), wgs84(39.501, 112.8))).toBeCloseTo(111.2, 0);
  expect(distanceBetween(wgs84(39.5, 112.8), wgs84(39.5, 112.801))).toBeCloseTo(85.8, 0);
});

test('the same spot as a phone and as a browser tell it is the same spot', () => {
  // 天安门, as published in both systems.
  expect(distanceBetween(wgs84(39.90734, 116.39089), gcj02(39.90874, 116.39713))).toBeLessThan(20);
  expect(distanceBetween(wgs84(39.90734, 116.39089), wgs84(39.90874, 116.39713))).toBeGreaterThan(500);
});

test('the other side of the earth, and nowhere apart', () => {
  expect(distanceBetween(wgs84(0, 0), wgs84(0, 180))).toBeCloseTo(Math.PI * 6_371_000, 0);
  expect(distanceBetween(gcj02(39.5, 112.8), gcj02(39.5, 112.8))).toBe(0);
});
