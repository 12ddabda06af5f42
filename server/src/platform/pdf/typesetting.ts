import LineBreaker from 'linebreak';
import { type Face, measured } from './faces';

/** How a text is set. Lengths are points; `indent` is that of the first line. */
export interface Setting {
  size: number;
  width: number;
  weight?: 'regular' | 'bold';
  indent?: number;
}

/** A part of a line in one face; `actual` is what stands behind a □. */
export interface Piece {
  face: Face;
  text: string;
  width: number;
  actual?: string;
}

export interface Line {
  pieces: Piece[];
  width: number;
  /** Distance from the left edge of the column. */
  indent: number;
  /** Ends its paragraph, so that it is not stretched to the edge. */
  last: boolean;
}

const clusters = new Intl.Segmenter('zh', { granularity: 'grapheme' });
const SPACES = /\s+$/u;

/** Breaks a text into lines by the rules of UAX #14, which keep 。，） from beginning a line; each newline begins a paragraph. */
export function linesOf(text: string, setting: Setting): Line[] {
  const paragraphs = text.replaceAll('\r\n', '\n').replaceAll('\t', ' ').split('\n');
  return paragraphs.flatMap((paragraph) => paragraphLines(paragraph, setting));
}

function paragraphLines(text: string, setting: Setting): Line[] {
  const lines: Line[] = [];
  let line = emptyLine(setting.indent ?? 0);
  for (const word of wordsOf(text)) {
    for (const piece of fitting(word, setting)) {
      if (line.pieces.length > 0 && line.indent + line.width + trimmedWidth(piece, setting) > setting.width) {
        lines.push(line);
        line = emptyLine(0);
      }
      for (const part of piece) add(line, part);
    }
  }
  lines.push({ ...line, last: true });
  return lines.map((it) => withoutTrailingSpace(it, setting));
}

function emptyLine(indent: number): Line {
  return { pieces: [], width: 0, indent, last: false };
}

/** The stretches between which a line may end. */
function* wordsOf(text: string): Generator<string> {
  const breaker = new LineBreaker(text);
  let start = 0;
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    yield text.slice(start, next.position);
    start = next.position;
  }
}

/** A word as pieces; one too long for any line is cut between characters. */
function fitting(word: string, setting: Setting): Piece[][] {
  const pieces = piecesOf(word, setting);
  if (pieces.reduce((sum, piece) => sum + piece.width, 0) <= setting.width - (setting.indent ?? 0))
    return [merged(pieces)];
  return pieces.map((piece) => [piece]);
}

/** Text of which every UTF-16 unit is a character of its own, as nearly all is: ASCII, common punctuation, the basic hanzi. */
const PLAIN =
  /^[\u0020-\u007e\u00b0-\u00ff\u2010-\u2027\u2030-\u205e\u2100-\u22ff\u2460-\u24ff\u25a0-\u25ff\u3000-\u3029\u4e00-\u9fff\uff01-\uff5e]*$/;

/** One piece for each character as people count them. */
function piecesOf(text: string, setting: Setting): Piece[] {
  const characters = PLAIN.test(text) ? text.split('') : Array.from(clusters.segment(text), ({ segment }) => segment);
  return characters.flatMap((character) => {
    const shown = measured(character, setting.weight ?? 'regular');
    return shown ? [{ ...shown, width: shown.width * setting.size }] : [];
  });
}

function merged(pieces: Piece[]): Piece[] {
  const line = emptyLine(0);
  for (const piece of pieces) add(line, piece);
  return line.pieces;
}

function add(line: Line, piece: Piece): void {
  const before = line.pieces.at(-1);
  const joins = before && before.face === piece.face && before.actual === undefined && piece.actual === undefined;
  if (joins)
    line.pieces[line.pieces.length - 1] = {
      face: piece.face,
      text: before.text + piece.text,
      width: before.width + piece.width,
    };
  else line.pieces.push(piece);
  line.width += piece.width;
}

function trimmedWidth(pieces: Piece[], setting: Setting): number {
  const all = pieces.reduce((sum, piece) => sum + piece.width, 0);
  const last = pieces.at(-1);
  const spaces = last && SPACES.exec(last.text)?.[0];
  return spaces && last ? all - spaceWidth(spaces, setting) : all;
}

function withoutTrailingSpace(line: Line, setting: Setting): Line {
  const last = line.pieces.at(-1);
  const text = last?.text.replace(SPACES, '');
  if (!last || text === undefined || text === last.text) return line;
  const cut = spaceWidth(last.text.slice(text.length), setting);
  const pieces = [...line.pieces.slice(0, -1), { ...last, text, width: last.width - cut }];
  return { ...line, pieces, width: line.width - cut };
}

function spaceWidth(spaces: string, { weight = 'regular', size }: Setting): number {
  return [...spaces].reduce((sum, space) => sum + (measured(space, weight)?.width ?? 0) * size, 0);
}
