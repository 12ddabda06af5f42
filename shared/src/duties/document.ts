import { addressing, type DocumentProblem, readNumbering, signatureLength, titleLength } from './document-numbering';
import { cutSentences, type Sentence } from './document-pieces';
import { withoutSpace } from './document-text';

/**
 * A township's document, read from plain text (one paragraph a line) into clauses with addresses.
 *
 * Clause addresses: `标题` (issuer, title, number), `前言` (addressee and preamble), then the numbering of the text
 * itself, joined: `一`, `一(一)`, `一(一)1`, `一(一)1(1)`; `落款` (signature and date). A paragraph without a number belongs
 * to the clause before it. Digits and brackets in addresses are half-width whatever the text has.
 *
 * Piece addresses: clause address + `#` + running number of the piece within the clause, from 1. Pieces are cut first
 * at 。；！？ and the end of a paragraph, then at ，; the mark is kept apart from the text. Leading numbers (`1、`) belong to the
 * clause, not to its first piece. White space is removed; nothing else in the text is ever changed.
 */
export interface Clause {
  address: string;
  kind: 'title' | 'preamble' | 'numbered' | 'signature';
  /** The leading number as written, without white space; empty where there is none. */
  label: string;
  /** Everything after the label, white space removed. */
  text: string;
  sentences: Sentence[];
}

export interface SourceDocument {
  clauses: Clause[];
  problems: DocumentProblem[];
}

interface Draft {
  address: string;
  kind: Clause['kind'];
  label: string;
  paragraphs: string[];
}

/** Reads the text. Never throws: what is odd is in `problems`. */
export function readDocument(source: string): SourceDocument {
  const lines = source.split(/\r\n|\r|\n/).filter((line) => withoutSpace(line) !== '');
  const problems = oddities(lines);
  const paragraphs = lines.map(withoutSpace);
  const drafts = draftClauses(paragraphs, problems);
  return { clauses: drafts.map(toClause), problems };
}

/** All pieces of the document in its order. */
export function piecesOf(document: SourceDocument) {
  return document.clauses.flatMap((clause) => clause.sentences.flatMap((sentence) => sentence.pieces));
}

/** The whole text without white space: what every quote is compared with. */
export function plainText(document: SourceDocument): string {
  return document.clauses.map((clause) => clause.label + clause.text).join('');
}

function toClause(draft: Draft): Clause {
  const { address, kind, label, paragraphs } = draft;
  return { address, kind, label, text: paragraphs.join(''), sentences: cutSentences(address, paragraphs) };
}

function draftClauses(paragraphs: string[], problems: DocumentProblem[]): Draft[] {
  const end = paragraphs.length - signatureLength(paragraphs);
  const head = Math.min(titleLength(paragraphs), end);
  const drafts: Draft[] = [];
  if (head > 0) drafts.push({ address: '标题', kind: 'title', label: '', paragraphs: paragraphs.slice(0, head) });
  drafts.push(...draftBody(paragraphs.slice(head, end), problems));
  if (end < paragraphs.length) {
    drafts.push({ address: '落款', kind: 'signature', label: '', paragraphs: paragraphs.slice(end) });
  }
  return drafts;
}

function draftBody(body: string[], problems: DocumentProblem[]): Draft[] {
  const numbered = body.some((paragraph) => readNumbering(paragraph) !== null);
  if (!numbered) return draftUnnumbered(body, problems);
  const next = addressing(problems);
  const drafts: Draft[] = [];
  for (const paragraph of body) {
    const numbering = readNumbering(paragraph);
    const last = drafts.at(-1);
    if (numbering) {
      const rest = paragraph.slice(numbering.label.length);
      drafts.push({
        address: next(numbering),
        kind: 'numbered',
        label: numbering.label,
        paragraphs: rest ? [rest] : [],
      });
    } else if (last) {
      if (last.kind === 'numbered' && /[。；]$/.test(last.paragraphs.at(-1) ?? '')) {
        problems.push({
          code: 'unnumbered-paragraph',
          address: last.address,
          detail: `有一段没有编号，暂归${last.address}：${paragraph.slice(0, 20)}`,
        });
      }
      last.paragraphs.push(paragraph);
    } else {
      drafts.push({ address: '前言', kind: 'preamble', label: '', paragraphs: [paragraph] });
    }
  }
  return drafts;
}

/** Without any number left, each paragraph is a clause `段1`, `段2` …, and that is said. */
function draftUnnumbered(body: string[], problems: DocumentProblem[]): Draft[] {
  if (body.length === 0) {
    problems.push({ code: 'empty', address: '', detail: '文件里没有正文' });
    return [];
  }
  problems.push({
    code: 'no-numbering',
    address: '段1',
    detail: '正文没有一、（一）、1、这样的编号，按自然段编为段1、段2……',
  });
  return body.map((paragraph, index) => ({
    address: `段${index + 1}`,
    kind: 'numbered',
    label: '',
    paragraphs: [paragraph],
  }));
}

/** Characters that occur only in traditional script, among those that such documents use all the time. */
const TRADITIONAL = /[產責領導黨鄉鎮實檢隱災應報務執監證體維設齊為]/;

function oddities(lines: string[]): DocumentProblem[] {
  const problems: DocumentProblem[] = [];
  const traditional = lines.find((line) => TRADITIONAL.test(line));
  if (traditional) {
    problems.push({
      code: 'traditional-characters',
      address: '',
      detail: `文件含繁体字，引文须与原文用字一致：${withoutSpace(traditional).slice(0, 20)}`,
    });
  }
  const table = lines.find((line) => /\t|\|| {4,}\S|　{2,}\S/.test(line.trim()));
  if (table)
    problems.push({
      code: 'table',
      address: '',
      detail: `这一行像是表格压平的文字，请对照原件：${withoutSpace(table).slice(0, 20)}`,
    });
  return problems;
}
