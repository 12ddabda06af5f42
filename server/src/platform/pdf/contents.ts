import { type Sheet, SIZES } from './sheet';
import { linesOf } from './typesetting';

/** A line of the table of contents. */
export interface ContentsEntry {
  title: string;
  page: number;
}

const SIZE = SIZES.五号;
const LEADING = 19;
const HEAD = 46;
/** Room for the number. */
const NUMBER = 40;

/** How many pages so many lines take. */
export function contentsPages(sheet: Sheet, count: number): number {
  return Math.max(1, Math.ceil(count / linesPerPage(sheet)));
}

/** 目录, on pages that were kept free for it. */
export function drawContents(sheet: Sheet, firstPage: number, entries: readonly ContentsEntry[]): void {
  const most = linesPerPage(sheet);
  for (let start = 0, page = firstPage; start === 0 || start < entries.length; start += most, page++)
    sheet.onPage(page, () => {
      const [head] = linesOf('目　录', { size: SIZES.小二, width: sheet.width, weight: 'bold' });
      const centred = { x: sheet.left, width: sheet.width, size: SIZES.小二, leading: 30, align: 'center' as const };
      if (head) sheet.line({ ...head, last: true }, sheet.y, centred);
      sheet.y += HEAD;
      for (const entry of entries.slice(start, start + most)) drawEntry(sheet, entry);
    });
}

/** Title, dots, number. A title that is too long for its line is cut: the paper itself has it whole. */
function drawEntry(sheet: Sheet, { title, page }: ContentsEntry): void {
  const placing = { x: sheet.left, size: SIZE, leading: LEADING };
  const width = sheet.width - NUMBER;
  const [line, more] = linesOf(title, { size: SIZE, width: width - SIZE });
  if (line) {
    sheet.line({ ...line, last: true }, sheet.y, { ...placing, width });
    const used = line.width + SIZE / 2;
    const dot = linesOf('.', { size: SIZE, width })[0]?.width ?? SIZE;
    const dots = Math.max(0, Math.floor((width - used) / dot));
    const [leader] = more ? [] : linesOf('.'.repeat(dots), { size: SIZE, width: sheet.width * 2 });
    if (leader)
      sheet.line({ ...leader, last: true }, sheet.y, { ...placing, x: sheet.left + used, width: width - used });
  }
  const [number] = linesOf(String(page), { size: SIZE, width: NUMBER });
  if (number)
    sheet.line({ ...number, last: true }, sheet.y, {
      ...placing,
      x: sheet.left + width,
      width: NUMBER,
      align: 'right',
    });
  sheet.y += LEADING;
}

function linesPerPage(sheet: Sheet): number {
  return Math.floor((sheet.tallest - HEAD) / LEADING);
}
