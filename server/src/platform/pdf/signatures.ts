import { type Sheet, SIZES } from './sheet';
import { type Line, linesOf } from './typesetting';

/** One side's room for signature and seal. `people` sign below their names; without any, one line is left for whoever signs. */
export interface Side {
  title: string;
  people: readonly string[];
  /** What whoever signs may write first, such as 意见. */
  remark?: string;
  /** A person has no seal. */
  unsealed?: boolean;
  /** Signed already, on a screen: the strokes as a JPEG. */
  picture?: Buffer;
  /** The day on which it was signed; without it, room to write one. */
  date?: string;
}

interface Row {
  line: Line;
  /** A rule to write on, from the end of the words to the edge. */
  underlined: boolean;
  picture?: Buffer;
}

const SIZE = SIZES.五号;
const LEADING = 17;
const WRITING = 25;
/** As tall as a signature of a finger is read well. */
const PICTURE = 62;
const PADDING = 8;
/** Room for a round seal over the date: 公章 are 38 to 42 mm, and may reach into the words above. */
const SEAL = 66;

/** Boxes side by side, never cut by the end of a page. */
export function drawSignatures(sheet: Sheet, sides: readonly Side[]): void {
  const width = sheet.width / sides.length;
  const rows = sides.map((side) => rowsOf(side, width - 2 * PADDING));
  const height = Math.max(...rows.map(heightOf)) + 2 * PADDING + SEAL;
  sheet.need(height);
  rows.forEach((own, index) => {
    drawSide(sheet, own, sides[index] as Side, { x: sheet.left + index * width, width, height });
  });
  sheet.y += height;
}

function rowsOf(side: Side, width: number): Row[] {
  const set = (text: string, weight: 'regular' | 'bold' = 'regular') => linesOf(text, { size: SIZE, width, weight });
  const words = (text: string, weight?: 'bold') => set(text, weight).map((line) => ({ line, underlined: false }));
  const writing = (text: string) => set(text).map((line) => ({ line, underlined: true }));
  const signing = (): Row[] =>
    side.picture
      ? set('签名：').map((line) => ({ line, underlined: false, picture: side.picture }))
      : writing('签名：');
  const signed =
    side.people.length === 0 ? signing() : side.people.flatMap((person) => [...words(person), ...signing()]);
  return [...words(side.title, 'bold'), ...(side.remark ? writing(`${side.remark}：`) : []), ...signed];
}

function heightOf(rows: Row[]): number {
  return rows.reduce((sum, row) => sum + leadingOf(row), 0);
}

function leadingOf(row: Row): number {
  if (row.picture) return PICTURE;
  return row.underlined ? WRITING : LEADING;
}

function drawSide(sheet: Sheet, rows: Row[], side: Side, box: { x: number; width: number; height: number }): void {
  const placing = { x: box.x + PADDING, width: box.width - 2 * PADDING, size: SIZE };
  sheet.box(box.x, sheet.y, box.width, box.height);
  let top = sheet.y + PADDING;
  for (const row of rows) {
    const { line, underlined, picture } = row;
    const leading = leadingOf(row);
    sheet.line({ ...line, last: true }, top, { ...placing, leading });
    const base = top + leading / 2 + SIZE * 0.6;
    if (underlined) sheet.rule(placing.x + line.width, base, placing.x + placing.width, base);
    if (picture) sheet.picture(picture, placing.x + line.width, top, placing.width - line.width, leading);
    top += leading;
  }
  const foot = sheet.y + box.height - PADDING - LEADING;
  const write = (text: string, align: 'left' | 'right') => {
    for (const line of linesOf(text, { size: SIZE, width: placing.width }))
      sheet.line(line, foot, { ...placing, leading: LEADING, align });
  };
  if (side.unsealed !== true) write('（盖章）', 'left');
  write(side.date ?? '年　　月　　日', 'right');
}
