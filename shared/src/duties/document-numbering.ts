import { chineseNumber, halfWidth } from './document-text';

/** What the reader could not make sense of. It is shown, never guessed. */
export interface DocumentProblem {
  code:
    | 'no-numbering'
    | 'numbering-gap'
    | 'number-twice'
    | 'unnumbered-paragraph'
    | 'table'
    | 'traditional-characters'
    | 'empty';
  address: string;
  detail: string;
}

/** A paragraph's leading number: `level` 1 is 一、, 2 is (一), 3 is 1、, 4 is (1). */
export interface Numbering {
  level: 1 | 2 | 3 | 4;
  /** As it appears in an address: 一, (一), 1, (1). */
  mark: string;
  value: number;
  /** As written in the text. */
  label: string;
}

const FORMS: { level: Numbering['level']; form: RegExp; chinese: boolean }[] = [
  { level: 1, form: /^([一二三四五六七八九十]+)[、．.]/, chinese: true },
  { level: 2, form: /^\(([一二三四五六七八九十]+)\)[、．.]?/, chinese: true },
  { level: 3, form: /^(\d{1,3})(?:[、．]|\.(?!\d))/, chinese: false },
  { level: 4, form: /^\((\d{1,3})\)[、．.]?/, chinese: false },
];

/** The number a paragraph begins with, in either width; null when it has none. */
export function readNumbering(paragraph: string): Numbering | null {
  const start = halfWidth(paragraph.slice(0, 12));
  for (const { level, form, chinese } of FORMS) {
    const match = form.exec(start);
    const digits = match?.[1];
    if (!match || !digits) continue;
    const value = chinese ? chineseNumber(digits) : Number(digits);
    if (value === null) continue;
    const mark = level === 2 || level === 4 ? `(${digits})` : digits;
    return { level, mark, value, label: paragraph.slice(0, match[0].length) };
  }
  return null;
}

/** Turns numberings, in order, into addresses; gaps and repeats are written to `problems`. */
export function addressing(problems: DocumentProblem[]): (numbering: Numbering) => string {
  const open: (Numbering | undefined)[] = [];
  const taken = new Map<string, number>();
  return (numbering) => {
    const before = open[numbering.level];
    open.length = numbering.level;
    open[numbering.level] = numbering;
    const plain = open.flatMap((part) => part?.mark ?? []).join('');
    const expected = (before?.value ?? 0) + 1;
    if (numbering.value > expected) {
      problems.push({
        code: 'numbering-gap',
        address: plain,
        detail: `${plain}之前缺编号${expected}，原文可能漏了一条或丢了编号`,
      });
    }
    const times = (taken.get(plain) ?? 0) + 1;
    taken.set(plain, times);
    if (times === 1) return plain;
    problems.push({
      code: 'number-twice',
      address: plain,
      detail: `编号${plain}出现了两次，后一条记为${plain}*${times}`,
    });
    return `${plain}*${times}`;
  };
}

/** How many paragraphs at the start are issuer, title and number: those before the addressee, or before the first sentence. */
export function titleLength(paragraphs: string[]): number {
  const addressee = paragraphs.findIndex((paragraph) => /[：:]$/.test(paragraph) && !/[，。]/.test(paragraph));
  const body = paragraphs.findIndex((paragraph) => readNumbering(paragraph) !== null || /[，。]/.test(paragraph));
  if (addressee >= 0 && (body < 0 || addressee < body)) return addressee;
  return Math.max(body, 0);
}

const DATE = /^[\d〇零○一二三四五六七八九十]{2,4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日$/;

/** How many paragraphs at the end are signature and date; 0 unless the last one is a date. */
export function signatureLength(paragraphs: string[]): number {
  const last = paragraphs.at(-1);
  if (last === undefined || !DATE.test(halfWidth(last))) return 0;
  const signer = paragraphs.at(-2);
  const isSigner = signer !== undefined && !/[，。；：]/.test(signer) && readNumbering(signer) === null;
  return isSigner ? 2 : 1;
}
