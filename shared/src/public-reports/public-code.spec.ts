import { CODE_LETTERS, codeFrom, followCode, plainCode, pointCode, readableCode, scannedCode } from './public-code';

test('a code holds nothing that is taken for something else', () => {
  expect(CODE_LETTERS).toHaveLength(32);
  expect(CODE_LETTERS).not.toMatch(/[01OI]/);
  const all = codeFrom(
    Uint8Array.from({ length: 256 }, (_, i) => i),
    256,
  );
  expect(new Set(all)).toEqual(new Set(CODE_LETTERS));
  expect(followCode.safeParse(all.slice(0, 12)).success).toBe(true);
});

test('what was typed is the code, however it was written', () => {
  expect(plainCode(' abcd-efgh 2345 ')).toBe('ABCDEFGH2345');
  expect(readableCode('ABCDEFGH2345')).toBe('ABCD-EFGH-2345');
  expect(plainCode(readableCode('ABCDEFGH2345'))).toBe('ABCDEFGH2345');
});

test.each(['', 'ABCDEFG', 'ABCDEFGHJ', 'ABCDEFG0', 'ABCDEFGI', 'abcdefgh', '<script>'])('%j is no point', (code) => {
  expect(pointCode.safeParse(code).success).toBe(false);
});

test('the page knows its point from our redirect and from WeChat’s link', () => {
  expect(scannedCode({ code: 'ABCDEFGH' })).toBe('ABCDEFGH');
  expect(scannedCode({ q: encodeURIComponent('https://example.org/p/ABCDEFGH') })).toBe('ABCDEFGH');
  expect(scannedCode({ q: encodeURIComponent(encodeURIComponent('https://example.org/p/ABCDEFGH?x=1')) })).toBe(
    'ABCDEFGH',
  );
  expect(scannedCode({ q: 'https%3A%2F%2Fexample.org%2Fq%2FABCDEFGH' })).toBe('');
  expect(scannedCode({ q: '%E0%A4%A' })).toBe('');
  expect(scannedCode({})).toBe('');
});
