/** What people put into the cells of spreadsheets, read for what they mean. */

/** A cell as a spreadsheet's reader answers it. */
export type Cell = string | number | boolean | Date | null | undefined;

const DAY = 24 * 3600_000;
/** Day 0 of Excel's calendar (which believes in 29 February 1900). */
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);
/** The year 1954 to 2119: other numbers are no dates that anybody meant. */
const SERIALS = { least: 20_000, most: 80_000 };

const DIGITS: Record<string, string> = {
  〇: '0',
  零: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

/** A cell as text, or null where nothing is in it. */
export function cellText(cell: Cell): string | null {
  if (cell === null || cell === undefined) return null;
  if (cell instanceof Date) return isoDate(cell.getTime());
  const text = String(cell).trim();
  return text === '' ? null : text;
}

/**
 * The day that a cell names: a date, Excel's number of one, 2026-11-3, 2026/11/03, 2026.11.3, 20261103, 2026年11月3日, 二〇二六年十一月三日, full-width
 * or not, with or without a time. Null where it names none.
 */
export function dateIn(cell: Cell): string | null {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? null : isoDate(cell.getTime());
  if (typeof cell === 'number') return bySerial(cell) ?? byWords(String(cell));
  return typeof cell === 'string' ? byWords(cell) : null;
}

function bySerial(number: number): string | null {
  if (number < SERIALS.least || number > SERIALS.most) return null;
  return isoDate(EXCEL_EPOCH + Math.floor(number) * DAY);
}

const WORDS = /^(\d{4})(?:[-/.年])(\d{1,2})(?:[-/.月])(\d{1,2})日?(?:[T ]?\d{1,2}[:时].*)?$/;
const RUN = /^(\d{4})(\d\d)(\d\d)$/;

function byWords(words: string): string | null {
  const plain = words.normalize('NFKC').trim();
  const text = /[〇零一二三四五六七八九十]/.test(plain) ? inDigits(plain) : plain;
  const [, year, month, day] = WORDS.exec(text) ?? RUN.exec(text) ?? [];
  if (!year || !month || !day) return /^\d{5}$/.test(text) ? bySerial(Number(text)) : null;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = Date.parse(date);
  return Number.isNaN(at) || isoDate(at) !== date ? null : date;
}

/** 十一 is 11, 二十 is 20, 二〇二六 is 2026. */
function inDigits(text: string): string {
  return text.replace(/[〇零一二三四五六七八九十]+/g, (run) => {
    const ten = run.indexOf('十');
    if (ten < 0) return [...run].map((it) => DIGITS[it] ?? it).join('');
    const [tens, ones] = [run.slice(0, ten), run.slice(ten + 1)];
    return `${DIGITS[tens] ?? '1'}${DIGITS[ones] ?? '0'}`;
  });
}

function isoDate(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
