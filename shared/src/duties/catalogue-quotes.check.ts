import type { CatalogueContent, Duty } from './catalogue.contract';
import { piecesOf, type SourceDocument } from './document';
import type { Piece } from './document-pieces';
import { clauseOf, normaliseAddress, withoutSpace } from './document-text';
import { error, type Finding } from './finding';

/** The most characters a quote may have unless the catalogue argues why. */
export const LONGEST_QUOTE = 60;

/** Every piece judged once, every quote where it says it is, no duty twice. Addresses are compared in half width. */
export function checkQuotes(catalogue: CatalogueContent, document: SourceDocument): Finding[] {
  const source = piecesOf(document);
  return [
    ...checkPieces(catalogue, source),
    ...checkVerdicts(catalogue),
    ...catalogue.duties.flatMap((duty) => checkDutyQuotes(duty, source)),
    ...catalogue.readings.flatMap((reading) =>
      at(source, reading.piece)
        ? []
        : [error('unknown-reference', reading.key, `释义引用的片段${reading.piece}在文件里没有`)],
    ),
    ...checkTwice(catalogue.duties),
  ];
}

function at(source: Piece[], address: string): Piece | undefined {
  const wanted = normaliseAddress(address);
  return source.find((piece) => piece.address === wanted);
}

function checkPieces(catalogue: CatalogueContent, source: Piece[]): Finding[] {
  const listed = new Map<string, number>();
  const findings: Finding[] = [];
  for (const piece of catalogue.pieces) {
    const address = normaliseAddress(piece.address);
    listed.set(address, (listed.get(address) ?? 0) + 1);
    const original = at(source, address);
    if (!original) {
      findings.push(error('piece-unknown', address, `清单列了${address}，文件里没有这一片段`));
    } else if (withoutSpace(piece.text) !== original.text) {
      findings.push(error('piece-text', address, `片段文字与文件不符，文件为：${original.text}`));
    }
  }
  for (const piece of source) {
    const times = listed.get(piece.address) ?? 0;
    if (times === 0)
      findings.push(
        error('piece-missing', piece.address, `这一片段没有判定，请列为职责、职责的一部分或不设职责：${piece.text}`),
      );
    if (times > 1) findings.push(error('piece-twice', piece.address, `这一片段判定了${times}次，只能一次`));
  }
  return findings;
}

/** The piece list and the duties must tell the same story, both ways. */
function checkVerdicts(catalogue: CatalogueContent): Finding[] {
  const duties = new Map(catalogue.duties.map((duty) => [duty.key, duty]));
  const findings: Finding[] = [];
  const made = new Set<string>();
  for (const { address, verdict } of catalogue.pieces) {
    if (verdict.type === 'no-duty') continue;
    for (const key of verdict.duties) {
      const duty = duties.get(key);
      if (!duty) findings.push(error('unknown-reference', address, `片段判定引用的职责${key}不存在`));
      if (verdict.type !== 'duty' || !duty) continue;
      made.add(key);
      if (normaliseAddress(duty.piece) !== normaliseAddress(address)) {
        findings.push(error('piece-verdict', address, `片段判定为职责${key}，该职责却引自${duty.piece}`));
      }
    }
  }
  const silent = new Set(
    catalogue.pieces
      .filter((piece) => piece.verdict.type === 'no-duty')
      .map((piece) => normaliseAddress(piece.address)),
  );
  for (const duty of catalogue.duties) {
    if (!made.has(duty.key))
      findings.push(error('duty-unlisted', duty.key, `没有任何片段判定为这项职责，应在${duty.piece}列出`));
    for (const support of supports(duty)) {
      if (silent.has(normaliseAddress(support.piece))) {
        findings.push(error('piece-verdict', support.piece, `这一片段判定为不设职责，职责${duty.key}却以它为依据`));
      }
    }
  }
  return findings;
}

function supports(duty: Duty) {
  return [...(duty.lead ? [duty.lead] : []), ...(duty.restsOn ?? [])];
}

function checkDutyQuotes(duty: Duty, source: Piece[]): Finding[] {
  const findings: Finding[] = [];
  if (normaliseAddress(duty.clause) !== clauseOf(normaliseAddress(duty.piece))) {
    findings.push(error('clause-mismatch', duty.key, `条款${duty.clause}与片段${duty.piece}不一致`));
  }
  const length = [...withoutSpace(duty.quote)].length;
  if (length > LONGEST_QUOTE && !duty.quoteArgued) {
    findings.push(
      error(
        'quote-too-long',
        duty.key,
        `引文${length}字，超过${LONGEST_QUOTE}字又没有说明理由，请只引一个谓语及其宾语`,
      ),
    );
  }
  if (duty.pieceTo && !duty.quoteArgued) {
    findings.push(error('quote-span', duty.key, `引文跨片段（${duty.piece}至${duty.pieceTo}）又没有说明理由`));
  }
  const quotes = [
    { piece: duty.piece, to: duty.pieceTo, quote: duty.quote },
    ...supports(duty).map((support) => ({ ...support, to: undefined })),
  ];
  for (const { piece, to, quote } of quotes) {
    const text = span(source, piece, to ?? piece);
    if (text === null)
      findings.push(error('misquoted', duty.key, `所引片段${piece}${to ? `至${to}` : ''}在文件里没有`));
    else if (!text.includes(withoutSpace(quote)))
      findings.push(error('misquoted', duty.key, `引文“${quote}”与${piece}原文不符，原文为：${text}`));
  }
  return findings;
}

/** The text from one piece to another, with the marks between them; null when it is no such stretch. */
function span(source: Piece[], from: string, to: string): string | null {
  const start = source.findIndex((piece) => piece.address === normaliseAddress(from));
  const end = source.findIndex((piece) => piece.address === normaliseAddress(to));
  if (start < 0 || end < start) return null;
  const stretch = source.slice(start, end + 1);
  return stretch.map((piece, index) => piece.text + (index < stretch.length - 1 ? piece.mark : '')).join('');
}

function checkTwice(duties: Duty[]): Finding[] {
  const seen = new Map<string, string>();
  return duties.flatMap((duty) => {
    const { type, ...rest } = duty.bearer;
    const identity = `${withoutSpace(duty.quote)}|${type}|${JSON.stringify(Object.entries({ ...rest, performance: undefined }).sort())}`;
    const first = seen.get(identity);
    seen.set(identity, first ?? duty.key);
    return first ? [error('quote-and-bearer-twice', duty.key, `与职责${first}引文和承担者都相同，只能留一项`)] : [];
  });
}
