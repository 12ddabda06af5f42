/** The words of SpreadsheetML (ECMA-376) that our workbooks need, and no more. */

/** A cell that is written: text, a number, a date (`YYYY-MM-DD`), a column's title, or nothing. */
export type OutCell = string | number | null | { date: string } | { head: string };

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** Indices into `cellXfs` below. */
const STYLES = { number: 0, head: 1, date: 2, quoted: 3, text: 4 } as const;
/** What Excel takes in one cell. */
const LONGEST = 32_767;
/** What a spreadsheet might take for the beginning of a formula if the cell is edited. */
const LIKE_A_FORMULA = /^[=+\-@\t\r]/;

/** Texts are `inlineStr`: data, never a formula; what looks like one is also marked as quoted, as Excel's own apostrophe does. */
export function cellXml(place: string, cell: OutCell): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${place}" s="${STYLES.number}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') return textXml(place, cell, LIKE_A_FORMULA.test(cell) ? STYLES.quoted : STYLES.text);
  if ('date' in cell) return `<c r="${place}" s="${STYLES.date}"><v>${serialOf(cell.date)}</v></c>`;
  return textXml(place, cell.head, STYLES.head);
}

function textXml(place: string, text: string, style: number): string {
  const kept = text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(kept)}</t></is></c>`;
}

/** Days since the beginning of Excel's calendar. */
function serialOf(date: string): number {
  return Math.round((Date.parse(date) - Date.UTC(1899, 11, 30)) / (24 * 3600_000));
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
// biome-ignore lint/suspicious/noControlCharactersInRegex: this is the list of what XML cannot hold
const UNHOLDABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** `_x000D_` and the like would be read as the character of that number. */
function escaped(text: string): string {
  return text
    .replace(UNHOLDABLE, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>"]/g, (it) => ENTITIES[it] ?? it);
}

export function sheetHead(widths: readonly number[]): string {
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  return (
    `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${columns.join('')}</cols><sheetData>`
  );
}

/** Printed on A4 across, as wide as the paper. */
export function sheetTail(): string {
  return '</sheetData><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>';
}

/** Everything but the sheets themselves, in the order in which it is packed. */
export function fixedParts(names: readonly string[]): [string, string][] {
  const numbers = names.map((_, index) => index + 1);
  const types = numbers.map((n) => override(`/xl/worksheets/sheet${n}.xml`, 'worksheet'));
  const sheets = names.map(
    (name, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const relations = numbers.map((n) => relation(`rId${n}`, 'worksheet', `worksheets/sheet${n}.xml`));
  return [
    [
      '[Content_Types].xml',
      `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('/xl/workbook.xml', 'sheet.main')}${override('/xl/styles.xml', 'styles')}${types.join('')}</Types>`,
    ],
    ['_rels/.rels', related([relation('rId1', 'officeDocument', 'xl/workbook.xml')])],
    [
      'xl/workbook.xml',
      `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets.join('')}</sheets></workbook>`,
    ],
    ['xl/_rels/workbook.xml.rels', related([...relations, relation('rIdStyles', 'styles', 'styles.xml')])],
    ['xl/styles.xml', STYLESHEET],
  ];
}

function override(part: string, type: string): string {
  return `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
}

function related(relations: string[]): string {
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}</Relationships>`;
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
}

const WRAPPED = '<alignment vertical="top" wrapText="1"/>';
const STYLESHEET =
  `${DECLARATION}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>` +
  '<fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EEEC"/></patternFill></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5">' +
  `<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">${WRAPPED}</xf>` +
  `<xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1">${WRAPPED}</xf>` +
  `<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">${WRAPPED}</xf>` +
  `<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" applyAlignment="1">${WRAPPED}</xf>` +
  `<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">${WRAPPED}</xf>` +
  '</cellXfs></styleSheet>';
