import { Semaphore } from '../semaphore';
import { readApart } from './read-apart';
import { mustBeWorkbook, unpackSheets } from './unpack-sheets';

/** What a cell may hold. Dates are UTC, as the sheet shows them. */
export type CellValue = string | number | boolean | Date | null;

/** A cell by the names that people see: row 17, column F. */
export interface CellPlace {
  row: number;
  column: string;
}

export interface ReadTable {
  /** The first sheet; the row of index 0 is the sheet's row 1. */
  rows: CellValue[][];
  /** Cells that hold a formula, of any sheet; the first hundred. */
  formulas: CellPlace[];
}

const MOST_FORMULAS = 100;
const FORMULA = /<(?:\w+:)?f(?=[\s>/])/g;
const REFERENCE = /\sr="([A-Z]{1,3})(\d{1,7})"/;

/** One at a time: a workbook costs some hundred megabytes while it is read. */
const turns = new Semaphore(1);

/** Reads an .xlsx that somebody sent. @throws not_a_workbook, payload_too_large */
export function readTable(bytes: Buffer): Promise<ReadTable> {
  return turns.run(async () => {
    mustBeWorkbook(bytes);
    const formulas = unpackSheets(bytes).flatMap(formulasIn).slice(0, MOST_FORMULAS);
    return { rows: await readApart(bytes), formulas };
  });
}

/** What a formula came to is what whoever made the file says it came to: it is no value that was entered. */
function formulasIn(xml: string): CellPlace[] {
  const found: CellPlace[] = [];
  for (const { index } of xml.matchAll(FORMULA)) {
    if (found.length >= MOST_FORMULAS) break;
    const [, column, row] = REFERENCE.exec(xml.slice(xml.lastIndexOf('<', index - 1), index)) ?? [];
    found.push({ row: Number(row ?? 0), column: column ?? '' });
  }
  return found;
}

/** A column by its letters: 0 is A, 26 is AA. */
export function columnName(index: number): string {
  let [name, rest] = ['', index];
  for (; rest >= 0; rest = Math.floor(rest / 26) - 1) name = String.fromCharCode(65 + (rest % 26)) + name;
  return name;
}
