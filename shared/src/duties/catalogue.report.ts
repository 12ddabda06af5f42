import type { CatalogueReport, PieceRow } from './catalogue.check';

const VERDICTS: Record<PieceRow['verdict'], string> = {
  duty: '职责',
  'part-of': '部分',
  'no-duty': '不设职责',
  missing: '未判定',
};

/** The report as text for a terminal: every piece with its verdict, then what was found, then one line of sums. */
export function renderReport(report: CatalogueReport): string {
  const head = report.catalogue
    ? `${report.catalogue.number} ${report.catalogue.title}（${report.catalogue.key} 第${report.catalogue.version}版）`
    : '这个文件不是安全生产职责清单，只列出原文片段';
  const found = report.findings.map(
    ({ severity, code, where, message }) => `${severity === 'error' ? '错误' : '提示'} [${code}] ${where}：${message}`,
  );
  return [
    head,
    '',
    ...report.pieces.map(renderPiece),
    '',
    ...found,
    ...(found.length > 0 ? [''] : []),
    renderSums(report),
  ].join('\n');
}

function renderPiece({ address, text, verdict, detail }: PieceRow): string {
  return `${address}\t${VERDICTS[verdict]}${detail ? `（${detail}）` : ''}\t${text}`;
}

function renderSums({ pieces, findings, catalogue, ok }: CatalogueReport): string {
  const count = (verdict: PieceRow['verdict']) => pieces.filter((piece) => piece.verdict === verdict).length;
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  const verdicts = (Object.keys(VERDICTS) as PieceRow['verdict'][])
    .filter((verdict) => verdict !== 'missing' || count(verdict) > 0)
    .map((verdict) => `${VERDICTS[verdict]}${count(verdict)}`)
    .join('，');
  return `${ok ? '通过' : '未通过'}：片段${pieces.length}（${verdicts}），职责${catalogue?.duties ?? 0}项，错误${errors}，提示${findings.length - errors}`;
}
