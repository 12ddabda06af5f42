import { chineseNumber, normaliseAddress, numbersIn, withoutSpace } from './document-text';

it('reads Chinese numerals', () => {
  expect(['十', '十二', '二十', '二十一', '两', '一百零五', '三百'].map(chineseNumber)).toEqual([
    10, 12, 20, 21, 2, 105, 300,
  ]);
  expect(['', '十百', '多'].map(chineseNumber)).toEqual([null, null, null]);
});

it('finds the numbers that words name, in either width', () => {
  expect(numbersIn('每两年修订一次')).toEqual([2, 1]);
  expect(numbersIn('每月１日和16日，不超过0.9‰')).toEqual([1, 16, 0.9]);
  expect(numbersIn('定期或者不定期')).toEqual([]);
});

it('normalises addresses, never texts', () => {
  expect(normaliseAddress('一（一）２＃３')).toBe('一(一)2#3');
  expect(withoutSpace('（一）　２ ３\u200b')).toBe('（一）２３');
});
