import type { StudyView } from '@zerentian/shared/duties/study.contract';

type Clause = StudyView['clauses'][number];
type Sentence = Clause['sentences'][number];

/** A sentence as it is read: its words, and the duties that a tap on it shows. */
export interface ReadingSentence {
  /** Unique in the document. */
  key: string;
  text: string;
  duties: string[];
  /** One of its duties lies on a post of mine. */
  mine: boolean;
}

export interface ReadingClause {
  /** 一(一)4; the title and the signature have names of their own. */
  address: string;
  /** Id of the element, for the table of contents. */
  anchor: string;
  kind: Clause['kind'];
  label: string;
  /** 1 for 一、, 2 for (一), 3 for 1、. */
  depth: number;
  /** The words after the number where they are a heading. */
  heading: string | null;
  paragraphs: ReadingSentence[][];
  mine: boolean;
}

/** The document as it is read: headings, paragraphs, sentences. */
export function readingOf(study: Pick<StudyView, 'clauses' | 'duties'>): ReadingClause[] {
  const mine = new Set(study.duties.filter((duty) => duty.mine).map((duty) => duty.key));
  return study.clauses.map((clause, index) => {
    const sentences = clause.sentences.map((sentence, place) => ({
      paragraph: sentence.paragraph,
      view: viewSentence(sentence, `${index}-${place}`, mine),
    }));
    const [first] = clause.sentences;
    const isHeading = clause.kind === 'numbered' && first !== undefined && isHeadline(first);
    const rest = isHeading ? sentences.slice(1) : sentences;
    const numbers = [...new Set(rest.map(({ paragraph }) => paragraph))];
    return {
      address: clause.address,
      anchor: `clause-${index}`,
      kind: clause.kind,
      label: clause.label,
      depth: depthOf(clause.label),
      heading: isHeading ? wordsOf(first) : null,
      paragraphs: numbers.map((number) => rest.filter((it) => it.paragraph === number).map((it) => it.view)),
      mine: rest.some(({ view }) => view.mine),
    };
  });
}

/** Only what is mine: my sentences, under the headings that they stand beneath. */
export function onlyMine(clauses: readonly ReadingClause[]): ReadingClause[] {
  const mine = clauses.filter((clause) => clause.mine);
  return clauses
    .filter((clause) => clause.mine || (clause.heading !== null && mine.some((it) => stands(it, clause))))
    .map((clause) => ({
      ...clause,
      paragraphs: clause.paragraphs.map((it) => it.filter((sentence) => sentence.mine)).filter((it) => it.length > 0),
    }));
}

/** How many sentences are mine. */
export function countMine(clauses: readonly ReadingClause[]): number {
  return clauses.flatMap((clause) => clause.paragraphs.flat()).filter((sentence) => sentence.mine).length;
}

/** The headings, for the table of contents. */
export function contentsOf(clauses: readonly ReadingClause[]): { anchor: string; text: string; depth: number }[] {
  return clauses.flatMap(({ anchor, label, heading, depth }) =>
    heading === null ? [] : [{ anchor, text: `${label}${heading}`, depth }],
  );
}

function stands(clause: ReadingClause, beneath: ReadingClause): boolean {
  return clause.address !== beneath.address && clause.address.startsWith(beneath.address);
}

/** A headline ends without a full stop and lays no duty on anyone. */
function isHeadline(sentence: Sentence): boolean {
  return sentence.duties.length === 0 && (sentence.pieces[sentence.pieces.length - 1]?.mark ?? '') === '';
}

function viewSentence(sentence: Sentence, key: string, mine: ReadonlySet<string>): ReadingSentence {
  const { duties } = sentence;
  return { key, text: wordsOf(sentence), duties, mine: duties.some((duty) => mine.has(duty)) };
}

function wordsOf({ pieces }: Sentence): string {
  return pieces.map(({ text, mark }) => text + mark).join('');
}

function depthOf(label: string): number {
  if (/^[一二三四五六七八九十百]+、?$/.test(label)) return 1;
  return /^[(（]/.test(label) ? 2 : 3;
}
