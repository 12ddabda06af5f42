import { type Sheet, SIZES } from './sheet';
import { type Line, linesOf } from './typesetting';

/** One field of a table. A label names what stands beside it; `span` counts columns; `least` is the least height in points. */
export interface Cell {
  text: string;
  label?: boolean;
  align?: 'left' | 'center';
  span?: number;
  least?: number;
}

export interface TableForm {
  /** Widths of the columns as parts of the whole. */
  columns: readonly number[];
  size?: number;
  leading?: number;
  /** Repeated on every page. */
  header?: readonly string[];
}

interface Measured {
  cell: Cell;
  x: number;
  width: number;
  lines: Line[];
}

const PADDING = { x: 6, y: 4.5 };

/** Draws rows one under the other. A row that is too tall for the page is cut between lines and goes on, its label repeated. */
export class Table {
  private readonly size: number;
  private readonly leading: number;

  constructor(
    private readonly sheet: Sheet,
    private readonly form: TableForm,
  ) {
    this.size = form.size ?? SIZES.小四;
    this.leading = form.leading ?? this.size * 1.5;
  }

  draw(rows: readonly Cell[][]): void {
    this.header();
    for (const row of rows) this.row(row);
  }

  private header(): void {
    const { header } = this.form;
    if (header) this.piece(this.measure(header.map((text) => ({ text, label: true }))));
  }

  row(cells: readonly Cell[]): void {
    let row = this.measure(cells);
    if (this.height(row) > this.sheet.room && (this.height(row) < this.sheet.tallest / 3 || this.lineRoom() < 3))
      this.turn();
    while (this.height(row) > this.sheet.room) {
      const most = this.lineRoom();
      this.piece(
        row.map((it) => ({
          ...it,
          lines: it.cell.label ? it.lines : it.lines.slice(0, most),
          cell: { ...it.cell, least: 0 },
        })),
      );
      this.turn();
      row = row.map((it) =>
        it.cell.label ? this.continued(it) : { ...it, lines: it.lines.slice(most), cell: { ...it.cell, least: 0 } },
      );
    }
    this.piece(row);
  }

  private turn(): void {
    this.sheet.newPage();
    this.header();
  }

  private continued(it: Measured): Measured {
    const text = it.cell.text.endsWith('（续）') ? it.cell.text : `${it.cell.text}（续）`;
    return {
      ...it,
      cell: { ...it.cell, text, least: 0 },
      lines: linesOf(text, { size: this.size, width: it.width - 2 * PADDING.x }),
    };
  }

  private lineRoom(): number {
    return Math.floor((this.sheet.room - 2 * PADDING.y) / this.leading);
  }

  private measure(cells: readonly Cell[]): Measured[] {
    const whole = this.form.columns.reduce((sum, part) => sum + part, 0);
    let [x, column] = [this.sheet.left, 0];
    return cells.map((cell) => {
      const span = cell.span ?? 1;
      const parts = this.form.columns.slice(column, column + span).reduce((sum, part) => sum + part, 0);
      const width = (this.sheet.width * parts) / whole;
      const measured = { cell, x, width, lines: linesOf(cell.text, { size: this.size, width: width - 2 * PADDING.x }) };
      x += width;
      column += span;
      return measured;
    });
  }

  private height(row: Measured[]): number {
    return Math.max(
      ...row.map(({ lines, cell }) => Math.max(cell.least ?? 0, lines.length * this.leading + 2 * PADDING.y)),
    );
  }

  private piece(row: Measured[]): void {
    const height = this.height(row);
    for (const { cell, x, width, lines } of row) {
      this.sheet.box(x, this.sheet.y, width, height);
      const free = height - lines.length * this.leading;
      const isTop = !cell.label && cell.least !== undefined && cell.least > 0;
      let top = this.sheet.y + (isTop ? PADDING.y : free / 2);
      const align = cell.align ?? (cell.label ? 'center' : 'left');
      for (const line of lines) {
        this.sheet.line(line, top, {
          x: x + PADDING.x,
          width: width - 2 * PADDING.x,
          size: this.size,
          leading: this.leading,
          align,
        });
        top += this.leading;
      }
    }
    this.sheet.y += height;
  }
}
