/**
 * 自查清单导入: what the rows of somebody else's spreadsheet mean. The names of columns and of their values are data (self-check-columns.json),
 * since every platform calls them differently; what cannot be read is named by row and column, and never guessed.
 */
import { isClean } from '../fields';
import type { TownshipLevel } from '../hazards/hazard.facts';
import { type Cell, cellText, dateIn } from './sheet-values';

export const importFields = [
  'externalNumber',
  'text',
  'spot',
  'level',
  'standardClause',
  'foundOn',
  'state',
  'remedy',
  'fixedOn',
  'rectifier',
  'unitName',
] as const;
export type ImportField = (typeof importFields)[number];

/** The words of spreadsheets: of each field the names of its column, the first of them ours; of level and state their values. */
export interface ImportWords {
  headers: Record<ImportField, string[]>;
  levels: Record<TownshipLevel, string[]>;
  states: Record<'open' | 'fixed', string[]>;
  /** Traditional characters by their simplified ones. */
  traditional: Record<string, string>;
}

/** A row that can be entered. */
export interface ImportRow {
  /** Of the sheet, as people count. */
  row: number;
  externalNumber: string | null;
  text: string;
  spot: string | null;
  level: TownshipLevel;
  standardClause: string | null;
  foundOn: string;
  fixedOn: string | null;
  remedy: string | null;
  rectifier: string | null;
}

/** What is wrong, and where: row 17, column F. An empty column means the whole row. */
export interface ImportError {
  row: number;
  column: string;
  header: string;
  message: string;
}

export interface ReadRows {
  rows: ImportRow[];
  errors: ImportError[];
  /** The columns that were understood, and the titles of those that were not. */
  columns: { field: ImportField; header: string }[];
  ignored: string[];
}

interface Columns {
  headerRow: number;
  at: Partial<Record<ImportField, number>>;
  titles: string[];
}

const LONGEST: Partial<Record<ImportField, number>> = {
  externalNumber: 100,
  text: 2000,
  spot: 200,
  standardClause: 200,
  remedy: 2000,
  rectifier: 50,
};
const EARLIEST = '2000-01-01';
/** Titles and notes may stand above the head. */
const HEAD_WITHIN = 10;

/** Reads a sheet whose first row is row 1. `unitName`: rows that name another enterprise are wrong. `today` bounds the dates. */
export function readRows(
  sheet: readonly (readonly Cell[])[],
  words: ImportWords,
  context: { unitName: string; today: string; columnName: (index: number) => string },
): ReadRows {
  const columns = findColumns(sheet, words);
  if (!columns) {
    const message = `没有找到列名。第一行要有“${words.headers.text[0]}”和“${words.headers.foundOn[0]}”，可以下载模板照着填`;
    return { rows: [], errors: [{ row: 1, column: '', header: '', message }], columns: [], ignored: [] };
  }
  const reader = new RowReader(columns, words, context);
  const body = sheet.slice(columns.headerRow + 1);
  const rows = body.flatMap((cells, index) => reader.read(cells, columns.headerRow + index + 2) ?? []);
  const known = Object.entries(columns.at) as [ImportField, number][];
  const used = new Set(known.map(([, index]) => index));
  return {
    rows,
    errors: reader.errors,
    columns: known.map(([field, index]) => ({ field, header: columns.titles[index] ?? '' })),
    ignored: columns.titles.filter((title, index) => title !== '' && !used.has(index)),
  };
}

/** The first row that holds the two columns without which there is nothing to enter. */
function findColumns(sheet: readonly (readonly Cell[])[], words: ImportWords): Columns | null {
  for (const [headerRow, cells] of sheet.slice(0, HEAD_WITHIN).entries()) {
    const titles = cells.map((cell) => cellText(cell) ?? '');
    const plain = titles.map((title) => bare(title, words));
    const at: Columns['at'] = {};
    for (const field of importFields) {
      // The first name in the list wins: 编号 is only a number if no 隐患编号 stands beside it.
      const index = words.headers[field].map((name) => plain.indexOf(bare(name, words))).find((it) => it >= 0);
      if (index !== undefined) at[field] = index;
    }
    if (at.text !== undefined && at.foundOn !== undefined) return { headerRow, at, titles };
  }
  return null;
}

/** A title without what people add to it: white space, stars, brackets and what stands in them, traditional characters. */
function bare(title: string, { traditional }: ImportWords): string {
  const plain = title.normalize('NFKC').replace(/[\s*:]|\([^)]*\)/g, '');
  return [...plain].map((it) => traditional[it] ?? it).join('');
}

class RowReader {
  readonly errors: ImportError[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly levels: ReadonlyMap<string, TownshipLevel>;
  private readonly states: ReadonlyMap<string, 'open' | 'fixed'>;

  constructor(
    private readonly columns: Columns,
    private readonly words: ImportWords,
    private readonly context: { unitName: string; today: string; columnName: (index: number) => string },
  ) {
    this.levels = meaningsOf(words.levels, words);
    this.states = meaningsOf(words.states, words);
  }

  /** The row, or null where it is empty or wrong; what is wrong is kept. */
  read(cells: readonly Cell[], row: number): ImportRow | null {
    if (cells.every((cell) => cellText(cell) === null)) return null;
    const before = this.errors.length;
    const text = this.text(cells, row, 'text');
    const foundOn = this.date(cells, row, 'foundOn');
    if (this.given(cells, 'text') === null) this.wrong(row, 'text', '不能空着');
    if (this.given(cells, 'foundOn') === null) this.wrong(row, 'foundOn', '不能空着');
    const level = this.level(cells, row);
    const fixedOn = this.fixedOn(cells, row, foundOn, level);
    this.unit(cells, row);
    const entry = {
      row,
      externalNumber: this.number(cells, row),
      text: text ?? '',
      spot: this.text(cells, row, 'spot'),
      level,
      standardClause: this.clause(cells, row, level),
      foundOn: foundOn ?? '',
      fixedOn,
      remedy: this.text(cells, row, 'remedy'),
      rectifier: this.text(cells, row, 'rectifier'),
    };
    return this.errors.length > before ? null : entry;
  }

  private given(cells: readonly Cell[], field: ImportField): Cell {
    const index = this.columns.at[field];
    const cell = index === undefined ? null : (cells[index] ?? null);
    return cellText(cell) === null ? null : cell;
  }

  private wrong(row: number, field: ImportField, message: string): null {
    const index = this.columns.at[field];
    const header = index === undefined ? (this.words.headers[field][0] ?? '') : (this.columns.titles[index] ?? '');
    this.errors.push({ row, column: index === undefined ? '' : this.context.columnName(index), header, message });
    return null;
  }

  private text(cells: readonly Cell[], row: number, field: ImportField): string | null {
    const text = cellText(this.given(cells, field));
    if (text === null) return null;
    const most = LONGEST[field];
    if (most !== undefined && [...text].length > most) return this.wrong(row, field, `最多 ${most} 个字`);
    return isClean(text) ? text : this.wrong(row, field, '含有不能保存的控制字符，请删去');
  }

  private date(cells: readonly Cell[], row: number, field: 'foundOn' | 'fixedOn'): string | null {
    const cell = this.given(cells, field);
    if (cell === null) return null;
    const date = dateIn(cell);
    if (date === null) return this.wrong(row, field, `“${shown(cell)}”不是日期，请写成 2026-11-03 这样`);
    if (date > this.context.today) return this.wrong(row, field, `${date} 晚于今天`);
    return date < EARLIEST ? this.wrong(row, field, `${date} 早于 2000 年，请核对`) : date;
  }

  private number(cells: readonly Cell[], row: number): string | null {
    const text = this.text(cells, row, 'externalNumber');
    if (text === null) return null;
    const number = text.normalize('NFKC').trim();
    const first = this.numbers.get(number);
    if (first !== undefined) return this.wrong(row, 'externalNumber', `和第 ${first} 行的编号“${shown(number)}”重复`);
    this.numbers.set(number, row);
    return number;
  }

  private level(cells: readonly Cell[], row: number): TownshipLevel {
    const cell = this.given(cells, 'level');
    if (cell === null) return 'general';
    const found = this.meaning(this.levels, cell);
    if (!found) this.wrong(row, 'level', `“${shown(cell)}”不是级别，请写“一般”或“疑似重大”`);
    return found ?? 'general';
  }

  private clause(cells: readonly Cell[], row: number, level: TownshipLevel): string | null {
    const clause = this.text(cells, row, 'standardClause');
    if (level === 'suspected-major' && clause === null)
      this.wrong(row, 'standardClause', '疑似重大要写明判定标准的条款');
    return level === 'suspected-major' ? clause : null;
  }

  private fixedOn(cells: readonly Cell[], row: number, foundOn: string | null, level: TownshipLevel): string | null {
    const cell = this.given(cells, 'state');
    const state = cell === null ? undefined : this.meaning(this.states, cell);
    if (cell !== null && !state) this.wrong(row, 'state', `“${shown(cell)}”看不懂，请写“已整改”或“未整改”`);
    const fixedOn = this.date(cells, row, 'fixedOn');
    if (state === 'open') return null;
    if (state === 'fixed' && this.given(cells, 'fixedOn') === null) this.wrong(row, 'fixedOn', '已整改的要有完成日期');
    if (fixedOn && foundOn && fixedOn < foundOn) this.wrong(row, 'fixedOn', `${fixedOn} 早于发现日期 ${foundOn}`);
    if (fixedOn && level === 'suspected-major')
      this.wrong(row, 'level', '疑似重大不能由企业自己销，请改为未整改后上报，或按县级认定改为一般');
    return fixedOn;
  }

  private unit(cells: readonly Cell[], row: number): void {
    const name = cellText(this.given(cells, 'unitName'));
    if (name === null) return;
    const [theirs, own] = [bare(name, this.words), bare(this.context.unitName, this.words)];
    if (!theirs.includes(own) && !own.includes(theirs))
      this.wrong(row, 'unitName', `这一行是“${shown(name)}”的，不是本企业的`);
  }

  private meaning<K extends string>(meanings: ReadonlyMap<string, K>, cell: Cell): K | undefined {
    return meanings.get(bare(cellText(cell) ?? '', this.words));
  }
}

/** Word → what it means. */
function meaningsOf<K extends string>(meanings: Record<K, string[]>, words: ImportWords): Map<string, K> {
  const keys = Object.keys(meanings) as K[];
  return new Map(keys.flatMap((key) => meanings[key].map((word) => [bare(word, words), key] as const)));
}

const SHOWN = 20;

function shown(cell: Cell): string {
  const characters = [...(cellText(cell) ?? '')];
  return characters.length > SHOWN ? `${characters.slice(0, SHOWN).join('')}…` : characters.join('');
}
