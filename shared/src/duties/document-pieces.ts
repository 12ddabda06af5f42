/** The smallest part of a document that is judged: a predicate. `mark` is the punctuation cut off its end. */
export interface Piece {
  address: string;
  text: string;
  mark: string;
}

export interface Sentence {
  /** Which paragraph of the clause it stands in, from 0. */
  paragraph: number;
  pieces: Piece[];
}

const CLOSING = '”’」』）)》〉';

/** Half-width marks count too, but not inside a number such as 1,000. */
function isCut(text: string, index: number, marks: string): boolean {
  const character = text[index] ?? '';
  if (!marks.includes(character)) return false;
  const between = /\d/.test(text[index - 1] ?? '') && /\d/.test(text[index + 1] ?? '');
  return character !== ',' || !between;
}

/** Cuts after each mark; a closing quotation mark or bracket stays with what it closes. */
function cut(text: string, marks: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (!isCut(text, index, marks)) continue;
    let end = index + 1;
    while (end < text.length && (isCut(text, end, marks) || CLOSING.includes(text[end] ?? ''))) end += 1;
    parts.push(text.slice(start, end));
    start = end;
    index = end - 1;
  }
  if (start < text.length) parts.push(text.slice(start));
  return parts;
}

const SENTENCE_MARKS = '。；！？;!?';
const PREDICATE_MARKS = '，,';
const TRAILING = /^([\s\S]*?)([。；！？;!?，,]+)$/;

/** Cuts the paragraphs of a clause (white space already removed) into sentences and pieces with addresses. */
export function cutSentences(clause: string, paragraphs: string[]): Sentence[] {
  let number = 0;
  return paragraphs.flatMap((text, paragraph) =>
    cut(text, SENTENCE_MARKS).map((sentence) => ({
      paragraph,
      pieces: cut(sentence, PREDICATE_MARKS).map((part) => {
        number += 1;
        const [, body = part, mark = ''] = TRAILING.exec(part) ?? [];
        return { address: `${clause}#${number}`, text: body, mark };
      }),
    })),
  );
}
