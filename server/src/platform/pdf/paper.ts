import { setImmediate as nextTurn } from 'node:timers/promises';
import { type ContentsEntry, contentsPages, drawContents } from './contents';
import { qrRectangles } from './qr-code';
import { Sheet, type SheetWords, SIZES } from './sheet';
import { drawSignatures, type Side } from './signatures';
import { type Cell, Table, type TableForm } from './table';
import { linesOf } from './typesetting';

/** How a paragraph stands on the paper. */
export interface ParagraphForm {
  size?: number;
  leading?: number;
  weight?: 'regular' | 'bold';
  align?: 'left' | 'center' | 'right';
  /** Two characters in, as Chinese paragraphs begin. */
  indent?: boolean;
  /** Extra points after each character. */
  spacing?: number;
}

/** An official paper: paragraphs, tables and signatures one under the other, on as many pages as they need. */
export class Paper {
  private readonly sheet: Sheet;

  constructor(words: SheetWords) {
    this.sheet = new Sheet(words);
  }

  /** 发文单位 (none for a person's own paper) and the paper's name, centred. */
  title(unit: string | null, name: string): void {
    if (unit) this.paragraph(unit, { size: SIZES.三号, leading: 26, align: 'center', spacing: 2 });
    this.paragraph(name, { size: SIZES.二号, leading: 38, weight: 'bold', align: 'center', spacing: 4 });
  }

  paragraph(text: string, form: ParagraphForm = {}): void {
    const size = form.size ?? SIZES.小四;
    const leading = form.leading ?? size * 1.65;
    const lines = linesOf(text, {
      size,
      width: this.sheet.width,
      weight: form.weight ?? 'regular',
      indent: form.indent ? 2 * size : 0,
    });
    const placing = {
      x: this.sheet.left,
      width: this.sheet.width,
      size,
      leading,
      align: form.align ?? 'left',
      spacing: form.spacing ?? 0,
    };
    for (const line of lines) {
      this.sheet.need(leading);
      this.sheet.line(line, this.sheet.y, placing);
      this.sheet.y += leading;
    }
  }

  gap(points: number): void {
    this.sheet.y = Math.min(this.sheet.bottom, this.sheet.y + points);
  }

  /** Keeps what follows together: a new page unless so many points are left. */
  keep(points: number): void {
    this.sheet.need(points);
  }

  /** What follows begins on a page of its own. */
  page(): void {
    this.sheet.newPage();
  }

  /** A QR code in the middle of the line, `side` points wide with its quiet border; drawn, not a picture: sharp at any size. */
  qrCode(text: string, side: number): void {
    this.sheet.need(side);
    const left = this.sheet.left + (this.sheet.width - side) / 2;
    this.sheet.fill(qrRectangles(text, { x: left, y: this.sheet.y, side }));
    this.sheet.y += side;
  }

  /** The number of the page that is being written, from 1. */
  get pageNumber(): number {
    return this.sheet.page;
  }

  /** Pages kept free for the table of contents, and what fills them once the numbers are known. */
  reserveContents(count: number): (entries: readonly ContentsEntry[]) => void {
    const first = this.sheet.page + 1;
    for (let page = 0; page < contentsPages(this.sheet, count); page++) this.sheet.newPage();
    return (entries) => drawContents(this.sheet, first, entries);
  }

  table(form: TableForm, rows: readonly Cell[][]): void {
    new Table(this.sheet, form).draw(rows);
  }

  /** A table of many rows: others get their turn between them. */
  async longTable(form: TableForm, rows: readonly Cell[][]): Promise<void> {
    const table = new Table(this.sheet, form);
    table.draw([]);
    for (const row of rows) {
      table.row(row);
      await this.breathe();
    }
  }

  /** Lets the server answer others while a long paper is made. */
  async breathe(): Promise<void> {
    await nextTurn();
  }

  signatures(sides: readonly Side[]): void {
    drawSignatures(this.sheet, sides);
  }

  /** The file. Characters that no face has are named at the end, so that the paper loses nothing. */
  async finish(): Promise<Buffer> {
    const { missing } = this.sheet;
    if (missing.size > 0) {
      const names = [...missing].map((cluster) =>
        [...cluster].map((it) => `U+${it.codePointAt(0)?.toString(16).toUpperCase()}`).join(' '),
      );
      this.gap(6);
      this.paragraph(`注：文中□处的字符字库未收，依次为 ${names.join('、')}，原文以系统内记录为准。`, {
        size: SIZES.小五,
        leading: 15,
      });
    }
    return this.sheet.finish();
  }
}
