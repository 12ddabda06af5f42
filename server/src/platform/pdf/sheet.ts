import { setImmediate as nextTurn } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import { type Face, faceOf } from './faces';
import { type Line, linesOf, type Piece } from './typesetting';

const MM = 72 / 25.4;
const A4 = { width: 210 * MM, height: 297 * MM };
/** GB/T 9704: 28 mm at the binding side, 26 mm outside; above and below less than for letters, so that a form with its seals fits a page. */
const MARGIN = { left: 28 * MM, right: 26 * MM, top: 22 * MM, bottom: 27 * MM };

/** Sizes by their Chinese names, in points. */
export const SIZES = { 二号: 22, 小二: 18, 三号: 16, 四号: 14, 小四: 12, 五号: 10.5, 小五: 9, 六号: 7.5 } as const;
/** The weight of all rules. */
const RULE = 0.6;
/** A line is stretched to the edge only as far as nobody notices, in parts of its size. */
const MOST_STRETCH = 0.15;
/** How far the body of a hanzi reaches above the base line, in parts of its size. */
const ABOVE = 0.88;

export interface SheetWords {
  title: string;
  /** When it was printed; the document carries no other clock. */
  at: Date;
  /** Stands at the foot of every page: what ties the paper to the record. */
  foot: readonly string[];
  /** Each page is a sheet of its own, such as a poster: none is numbered. */
  unnumbered?: boolean;
}

export interface Placing {
  x: number;
  width: number;
  size: number;
  leading: number;
  align?: 'left' | 'center' | 'right';
  /** Extra points after each character. */
  spacing?: number;
}

/** A4 pages with a cursor: the only place that knows pdfkit. */
export class Sheet {
  readonly left = MARGIN.left;
  readonly width = A4.width - MARGIN.left - MARGIN.right;
  readonly bottom = A4.height - MARGIN.bottom;
  y = MARGIN.top;
  /** Characters that no face has, in the order met. */
  readonly missing = new Set<string>();
  private readonly doc: PDFKit.PDFDocument;
  private readonly chunks: Buffer[] = [];
  private readonly used = new Set<Face>();

  constructor(private readonly words: SheetWords) {
    const { title, at } = words;
    const info = {
      Title: title,
      Subject: words.foot[0] ?? title,
      Creator: '责任田 Zerentian',
      Producer: 'Zerentian',
      CreationDate: at,
      ModDate: at,
    };
    this.doc = new PDFDocument({
      size: 'A4',
      margin: 0,
      bufferPages: true,
      lang: 'zh-CN',
      displayTitle: true,
      pdfVersion: '1.7',
      info,
    });
    this.doc.on('data', (chunk: Buffer) => this.chunks.push(chunk));
  }

  /** Points left on this page. */
  get room(): number {
    return this.bottom - this.y;
  }

  /** Points on an empty page. */
  get tallest(): number {
    return this.bottom - MARGIN.top;
  }

  newPage(): void {
    this.doc.addPage();
    this.y = MARGIN.top;
  }

  /** The number of this page, from 1. */
  get page(): number {
    return this.doc.bufferedPageRange().count;
  }

  /** Draws on an earlier page, from its top, and comes back to the last one. */
  onPage(page: number, draw: () => void): void {
    const { page: last, y } = this;
    this.doc.switchToPage(page - 1);
    this.y = MARGIN.top;
    draw();
    this.doc.switchToPage(last - 1);
    this.y = y;
  }

  /** Goes to a new page unless so much fits on this one. */
  need(height: number): void {
    if (this.room < height) this.newPage();
  }

  /** Draws a line whose box begins at `top`. */
  line(line: Line, top: number, placing: Placing): void {
    const { size, leading, width, align = 'left' } = placing;
    const count = line.pieces.reduce((sum, piece) => sum + [...piece.text].length, 0);
    const slack = width - line.indent - line.width;
    const stretch = slack / Math.max(1, count - 1);
    const isStretched = align === 'left' && !line.last && stretch > 0 && stretch < size * MOST_STRETCH;
    const spacing = isStretched ? stretch : (placing.spacing ?? 0);
    const full = line.width + spacing * Math.max(0, count - 1);
    const shift = align === 'center' ? (width - full) / 2 : align === 'right' ? width - full : line.indent;
    const base = top + (leading - size) / 2 + size * ABOVE;
    let x = placing.x + shift;
    for (const piece of line.pieces) {
      this.piece(piece, x, base, size, spacing);
      x += piece.width + spacing * [...piece.text].length;
    }
  }

  rule(x1: number, y1: number, x2: number, y2: number): void {
    this.doc.moveTo(x1, y1).lineTo(x2, y2).lineWidth(RULE).stroke();
  }

  box(x: number, y: number, width: number, height: number): void {
    this.doc.rect(x, y, width, height).lineWidth(RULE).stroke();
  }

  /** A JPEG, as large as the box lets it be, from the box's left edge and in the middle of its height. */
  picture(jpeg: Buffer, x: number, y: number, width: number, height: number): void {
    this.doc.image(jpeg, x, y, { fit: [width, height], valign: 'center' });
  }

  /** Fills rectangles, all at once. */
  fill(rectangles: readonly { x: number; y: number; width: number; height: number }[]): void {
    for (const { x, y, width, height } of rectangles) this.doc.rect(x, y, width, height);
    this.doc.fill('black');
  }

  /** Puts foot and number on each page and answers the file. */
  async finish(): Promise<Buffer> {
    const { count } = this.doc.bufferedPageRange();
    for (let index = 0; index < count; index++) {
      this.doc.switchToPage(index);
      this.foot(index + 1, count);
      if (index % 10 === 9) await nextTurn();
    }
    const ended = new Promise<void>((resolve, reject) => this.doc.once('end', resolve).once('error', reject));
    this.doc.end();
    await ended;
    return Buffer.concat(this.chunks);
  }

  private foot(page: number, pages: number): void {
    const placing = { x: this.left, width: this.width, size: SIZES.六号, leading: 11 };
    let y = this.bottom + 12;
    if (this.words.foot.length > 0) this.rule(this.left, y, this.left + this.width, y);
    y += 3;
    for (const text of this.words.foot) {
      for (const line of linesOf(text, placing)) {
        this.line({ ...line, last: true }, y, placing);
        y += placing.leading;
      }
    }
    if (this.words.unnumbered) return;
    const [number] = linesOf(`第 ${page} 页　共 ${pages} 页`, placing);
    if (number) this.line(number, A4.height - 36, { ...placing, size: SIZES.小五, align: 'center' });
  }

  /** By name, since pdfkit compares fonts that are handed to it whole each time. */
  private use(face: Face): PDFKit.PDFDocument {
    if (!this.used.has(face)) this.doc.registerFont(face, faceOf(face) as never);
    this.used.add(face);
    return this.doc.font(face);
  }

  private piece(piece: Piece, x: number, base: number, size: number, spacing: number): void {
    if (piece.text === '') return;
    const options = { lineBreak: false, baseline: 'alphabetic' as const, characterSpacing: spacing };
    this.use(piece.face).fontSize(size);
    if (piece.actual === undefined) {
      this.doc.text(piece.text, x, base, options);
      return;
    }
    this.missing.add(piece.actual);
    this.doc.markContent('Span', { actual: piece.actual } as never);
    this.doc.text(piece.text, x, base, options);
    this.doc.endMarkedContent();
  }
}
