import { type CatalogueContent, catalogueContent } from './catalogue.contract';
import { checkQuotes } from './catalogue-quotes.check';
import { checkReferences } from './catalogue-references.check';
import { checkScoring } from './catalogue-scoring.check';
import { checkShape } from './catalogue-shape.check';
import { checkWords } from './catalogue-words.check';
import { piecesOf, readDocument, type SourceDocument } from './document';
import { normaliseAddress } from './document-text';
import { error, type Finding, notice } from './finding';

/** A piece of the source with what the catalogue says about it; `missing` where it says nothing. */
export interface PieceRow {
  address: string;
  text: string;
  verdict: 'duty' | 'part-of' | 'no-duty' | 'missing';
  /** Duty keys, or the reason why there is none. */
  detail: string;
}

export interface CatalogueReport {
  /** No error; notices may remain. */
  ok: boolean;
  /** What was checked; null when the file is no catalogue at all. */
  catalogue: { key: string; version: number; title: string; number: string; duties: number } | null;
  findings: Finding[];
  /** Every piece of the source, in its order. */
  pieces: PieceRow[];
}

/**
 * Checks a catalogue (parsed JSON, nothing assumed) against the text of its document. Pure and complete: it never stops at
 * the first fault, except that a file which breaks the schema is judged no further.
 */
export function checkCatalogue(catalogue: unknown, sourceText: string): CatalogueReport {
  const document = readDocument(sourceText);
  const odd = document.problems.map((problem) => notice('document', problem.address || '原文', problem.detail));
  const parsed = catalogueContent.safeParse(catalogue);
  if (!parsed.success) {
    const findings = parsed.error.issues.map((issue) =>
      error('schema', issue.path.join('.') || '文件', schemaMessage(issue)),
    );
    return { ok: false, catalogue: null, findings: [...findings, ...odd], pieces: rows(document, []) };
  }
  const content = parsed.data;
  const findings = [
    ...checkQuotes(content, document),
    ...checkReferences(content),
    ...checkShape(content),
    ...checkWords(content, document),
    ...checkScoring(content),
    ...odd,
  ];
  return {
    ok: findings.every((finding) => finding.severity !== 'error'),
    catalogue: {
      key: content.key,
      version: content.version,
      title: content.documentTitle,
      number: content.documentNumber,
      duties: content.duties.length,
    },
    findings,
    pieces: rows(document, content.pieces),
  };
}

function rows(document: SourceDocument, judged: CatalogueContent['pieces']): PieceRow[] {
  const verdicts = new Map(judged.map((piece) => [normaliseAddress(piece.address), piece.verdict]));
  return piecesOf(document).map(({ address, text }) => {
    const verdict = verdicts.get(address);
    if (!verdict) return { address, text, verdict: 'missing', detail: '' };
    const detail = verdict.type === 'no-duty' ? verdict.why : verdict.duties.join('、');
    return { address, text, verdict: verdict.type, detail };
  });
}

type Issue = { code: string; message: string; keys?: readonly string[]; values?: readonly unknown[] };

/** The commonest mistakes in plain words; the rest with zod's own name for them. */
function schemaMessage(issue: Issue): string {
  if (issue.code === 'unrecognized_keys') return `多出不认识的字段：${(issue.keys ?? []).join('、')}`;
  if (issue.code === 'invalid_value') return `只能是：${(issue.values ?? []).join('、')}`;
  if (issue.code === 'invalid_type') return '缺少这个字段，或类型不对';
  if (issue.code === 'invalid_union') return '不是允许的几种写法之一';
  return `不合格式（${issue.code}）：${issue.message}`;
}
