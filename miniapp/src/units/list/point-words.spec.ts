import { pointFrom, pointWords } from './point-words';

const here = { latitude: 39.52701, longitude: 112.81635, system: 'gcj02' };

test.each(['39.52701, 112.81635', '112.81635,39.52701', '39.52701 112.81635', '北纬39.52701 东经112.81635'])(
  'as it was copied: %s',
  (words) => {
    expect(pointFrom(words, 'gcj02')).toEqual(here);
  },
);

test.each(['', '39.5', '0, 0', '39.5, 112.8, 5', '90, 91', '村口'])('not a point in China: “%s”', (words) => {
  expect(pointFrom(words, 'wgs84')).toBeNull();
});

test('as it can be copied into a map', () => {
  expect(pointWords({ latitude: 39.527014, longitude: 112.8, system: 'wgs84' })).toBe('39.52701, 112.80000');
});
