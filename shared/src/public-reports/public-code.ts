import * as z from 'zod/mini';

/**
 * Codes that people read off a wall or copy by hand: no 0, O, 1 or I. A point's eight stand on its poster for everybody to see; the twelve by
 * which a report is followed are 60 random bits, known to its reporter alone.
 */
export const CODE_LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
export const POINT_CODE_LENGTH = 8;
export const FOLLOW_CODE_LENGTH = 12;

export const pointCode = z.string().check(z.regex(/^[2-9A-HJ-NP-Z]{8}$/, '二维码编号应为 8 位字母和数字'));
export const followCode = z.string().check(z.regex(/^[2-9A-HJ-NP-Z]{12}$/, '查询码应为 12 位字母和数字'));

/** What was typed or scanned as the code itself: without the spaces and dashes that make it readable, in capitals. */
export function plainCode(typed: string): string {
  return typed.replace(/[\s—–-]/g, '').toUpperCase();
}

/** A code in groups of four, as it is shown and copied. */
export function readableCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

/** The code that bytes stand for: five bits of each make a letter. */
export function codeFrom(bytes: Uint8Array, length: number): string {
  return Array.from({ length }, (_, index) => CODE_LETTERS[(bytes[index] ?? 0) & 31]).join('');
}

/** The path on the H5 origin that a poster's QR code holds. */
export function pointPath(code: string): string {
  return `/p/${code}`;
}

/**
 * The point that a page was opened for: `code` where our own redirect led here, `q` where WeChat opened the mini-program by the rule for
 * ordinary links (the whole address, encoded). Empty where neither holds one.
 */
export function scannedCode(params: { code?: string; q?: string }): string {
  const address = decoded(decoded(params.q ?? ''));
  const found = plainCode(params.code ?? '') || (/\/p\/([0-9A-Za-z]+)/.exec(address)?.[1] ?? '').toUpperCase();
  return pointCode.safeParse(found).success ? found : '';
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
