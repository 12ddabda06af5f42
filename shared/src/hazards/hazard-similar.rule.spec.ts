import { type Likeness, likeness, wordOverlap } from './hazard-similar.rule';

const nothing: Likeness = { sameUnit: false, sameVillage: true, sameTrade: null, distance: null, overlap: 0 };
const of = (part: Partial<Likeness>) => likeness({ ...nothing, ...part });

test('the same unit before the same place, and that before the same words', () => {
  const unit = of({ sameUnit: true });
  const near = of({ distance: 120, sameTrade: true, overlap: 1 });
  const words = of({ overlap: 0.9 });
  expect(unit).toBeGreaterThan(near - 0.001);
  expect(near).toBeGreaterThan(words);
  expect(words).toBeGreaterThan(0);
});

test('near by counts up to 200 metres, of the same or of no trade; of another only with like words', () => {
  expect(of({ distance: 200 })).toBeGreaterThan(0);
  expect(of({ distance: 201 })).toBe(0);
  expect(of({ distance: 10, sameTrade: false })).toBe(0);
  expect(of({ distance: 10, sameTrade: false, overlap: 0.2 })).toBeGreaterThan(0);
});

test('words alone count in the same village, fewer where the trade agrees, and not where it lies far off', () => {
  expect(of({ overlap: 0.3 })).toBeGreaterThan(0);
  expect(of({ overlap: 0.29 })).toBe(0);
  expect(of({ overlap: 0.2, sameTrade: true })).toBeGreaterThan(0);
  expect(of({ overlap: 1, sameVillage: false })).toBe(0);
  expect(of({ overlap: 1, distance: 2001 })).toBe(0);
});

test.each([
  ['配电箱没有盖', '配电箱没有盖，电线裸露', 1],
  ['配电箱没盖，电线露着', '灭火器过期', 0],
  ['', '配电箱', 0],
  ['盖', '配电箱没有盖', 0],
  ['𠮷祥店门口', '𠮷祥 店，门口！', 1],
])('overlap of “%s” and “%s”', (a, b, expected) => {
  expect(wordOverlap(a, b)).toBe(expected);
  expect(wordOverlap(b, a)).toBe(expected);
});

test('two ways to say one thing overlap by a good part', () => {
  expect(wordOverlap('配电箱盖子掉了，电线裸露在外', '车间配电箱没有盖，电线裸露')).toBeGreaterThan(0.3);
});
