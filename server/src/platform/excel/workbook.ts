import { Readable } from 'node:stream';
import { strToU8, Zip, ZipDeflate } from 'fflate';
import { columnName } from './read-table';
import { cellXml, fixedParts, type OutCell, sheetHead, sheetTail } from './workbook.xml';

export interface SheetWords {
  /** Of the tab; at most 31 characters, none of []:*?/\ */
  name: string;
  /** Titles with widths in characters. */
  columns: readonly { title: string; width: number }[];
  rows: Iterable<readonly OutCell[]> | AsyncIterable<readonly OutCell[]>;
}

/** So much XML is gathered before it is packed. */
const PIECE = 64 * 1024;

/**
 * An .xlsx, made row by row as it is read: however long, only a piece of it is in memory. The same rows and the same `at` give the same
 * bytes. Every text is stored as text, so that none becomes a formula.
 */
export function workbook(sheets: readonly SheetWords[], at: Date): Readable {
  return Readable.from(packed(sheets, at), { objectMode: false });
}

async function* packed(sheets: readonly SheetWords[], at: Date): AsyncGenerator<Buffer> {
  const out: Buffer[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    out.push(Buffer.from(chunk));
  });
  const part = (name: string) => {
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = at;
    zip.add(file);
    return file;
  };
  for (const [name, xml] of fixedParts(sheets.map((sheet) => sheet.name))) part(name).push(strToU8(xml), true);
  for (const [index, sheet] of sheets.entries()) {
    const file = part(`xl/worksheets/sheet${index + 1}.xml`);
    for await (const piece of sheetXml(sheet)) {
      file.push(strToU8(piece));
      yield* out.splice(0);
    }
    file.push(new Uint8Array(0), true);
  }
  zip.end();
  yield* out.splice(0);
}

async function* sheetXml({ columns, rows }: SheetWords): AsyncGenerator<string> {
  let xml = sheetHead(columns.map(({ width }) => width));
  xml += rowXml(
    1,
    columns.map(({ title }) => ({ head: title })),
  );
  let number = 1;
  for await (const row of rows) {
    number += 1;
    xml += rowXml(number, row);
    if (xml.length < PIECE) continue;
    yield xml;
    xml = '';
  }
  yield xml + sheetTail();
}

function rowXml(number: number, cells: readonly OutCell[]): string {
  const inside = cells.map((cell, index) => cellXml(`${columnName(index)}${number}`, cell));
  return `<row r="${number}">${inside.join('')}</row>`;
}
