/** Removes every kind of white space, the zero-width ones included. The only change ever made to a document's text. */
export function withoutSpace(text: string): string {
  return text.replace(/[\s\u200b\u2060\ufeff]/g, '');
}

/** Full-width digits and brackets to half-width ones. For addresses and for reading numbers, never for quotes. */
export function halfWidth(text: string): string {
  return text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[（﹙]/g, '(')
    .replace(/[）﹚]/g, ')')
    .replace(/＃/g, '#');
}

/** An address as people type it (`一（一）２#３`) in the form that is stored (`一(一)2#3`). */
export function normaliseAddress(address: string): string {
  return halfWidth(withoutSpace(address));
}

/** The clause that a piece belongs to. */
export function clauseOf(pieceAddress: string): string {
  return pieceAddress.split('#')[0] ?? pieceAddress;
}

const DIGITS = '零一二三四五六七八九';

/** A Chinese numeral below 1000 (十二, 二十一, 两, 一百零五) as a number; null for what is none. */
export function chineseNumber(text: string): number | null {
  const plain = text.replace(/两/g, '二').replace(/〇/g, '零');
  const match = /^(?:([一二三四五六七八九])百)?零?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(plain);
  if (!match || plain === '') return null;
  const [, hundreds, tens, ten, ones] = match;
  const digit = (character: string | undefined) => (character ? DIGITS.indexOf(character) : 0);
  return digit(hundreds) * 100 + (ten ? (tens ? digit(tens) : 1) * 10 : 0) + digit(ones);
}

/** Every number that the words name, in digits of either width or in Chinese numerals; 半 alone is none. */
export function numbersIn(text: string): number[] {
  const found = halfWidth(text).match(/\d+(?:\.\d+)?|[零〇一二两三四五六七八九十百]+/g) ?? [];
  return found.flatMap((token) => {
    const value = /^\d/.test(token) ? Number(token) : chineseNumber(token);
    return value === null ? [] : [value];
  });
}
