import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ImportWords, readRows } from './self-check.import';
import { type Cell, dateIn } from './sheet-values';

const words: ImportWords = JSON.parse(
  readFileSync(join(__dirname, '../../../server/data/self-check-columns.json'), 'utf8'),
);
const context = {
  unitName: '昌盛建材厂（示例）',
  today: '2026-11-23',
  columnName: (index: number) => 'ABCDEFGHIJKLMN'[index] as string,
};
const HEAD = ['隐患编号', '隐患描述', '发现日期', '整改状态', '整改完成日期', '隐患级别'];
const read = (...rows: Cell[][]) => readRows([HEAD, ...rows], words, context);

test.each<[Cell, string | null]>([
  [new Date('2026-11-03T00:00:00.000Z'), '2026-11-03'],
  [46329, '2026-11-03'],
  [46329.6, '2026-11-03'],
  ['46329', '2026-11-03'],
  ['2026-11-3', '2026-11-03'],
  ['2026/11/03 08:30:00', '2026-11-03'],
  ['2026.11.3', '2026-11-03'],
  ['20261103', '2026-11-03'],
  [20261103, '2026-11-03'],
  ['２０２６年１１月３日', '2026-11-03'],
  ['二〇二六年十一月三日', '2026-11-03'],
  ['二〇二六年二月二十日', '2026-02-20'],
  ['2026-02-30', null],
  ['下周', null],
  ['2026-11', null],
  [7, null],
  [true, null],
])('%p is %p', (cell, date) => {
  expect(dateIn(cell)).toBe(date);
});

test('a row is read by the titles of its columns, whatever the platform calls them', () => {
  const sheet: Cell[][] = [
    ['生产经营单位事故隐患排查治理台账'],
    ['序号', '隱患編碼', '存在問題*', '部位（具体）', '排查时间', '治理状态', '销号时间', '责任人', '填报人'],
    [1, 'ＡＱ－0012', '灭火器压力不足', '二车间', 46329, '已闭环', '2026/11/5', '老李（示例）', '某人'],
  ];
  const { rows, errors, columns, ignored } = readRows(sheet, words, context);
  expect(errors).toEqual([]);
  expect(rows).toEqual([
    {
      row: 3,
      externalNumber: 'AQ-0012',
      text: '灭火器压力不足',
      spot: '二车间',
      level: 'general',
      standardClause: null,
      foundOn: '2026-11-03',
      fixedOn: '2026-11-05',
      remedy: null,
      rectifier: '老李（示例）',
    },
  ]);
  expect(columns.map(({ field }) => field)).toEqual([
    'externalNumber',
    'text',
    'spot',
    'foundOn',
    'state',
    'fixedOn',
    'rectifier',
  ]);
  expect(ignored).toEqual(['序号', '填报人']);
});

test('every wrong cell is named by row and column, and nothing is guessed', () => {
  const { rows, errors } = read(
    ['1', '好的', '2026-11-03', '未整改', null, '一般'],
    ['2', null, '2026-11-03', null, null, null],
    ['1', '编号重复', '2026-11-03', null, null, null],
    ['4', '日期', '十一月初', null, null, null],
    ['5', '将来', '2026-12-01', null, null, null],
    ['6', '状态', '2026-11-03', '差不多', null, null],
    ['7', '没有完成日期', '2026-11-03', '已整改', null, null],
    ['8', '先改后查', '2026-11-03', '已整改', '2026-11-01', null],
    ['9', '级别', '2026-11-03', null, null, '特大'],
    ['10', '条款', '2026-11-03', '未整改', null, '重大隐患'],
    [null, null, null, null, null, null],
    ['12', '控\u0007制', '2026-11-03', null, null, null],
  );
  expect(rows.map(({ row }) => row)).toEqual([2]);
  expect(errors.map(({ row, column }) => `${column}${row}`)).toEqual([
    'B3',
    'A4',
    'C5',
    'C6',
    'D7',
    'E8',
    'E9',
    'F10',
    '11',
    'B13',
  ]);
  expect(errors[1]).toMatchObject({ header: '隐患编号', message: '和第 2 行的编号“1”重复' });
});

test('the rows of another enterprise are not ours', () => {
  const sheet = (name: string): Cell[][] => [
    ['单位名称', ...HEAD],
    [name, '1', '内容', '2026-11-03'],
  ];
  expect(readRows(sheet('山阴县昌盛建材厂'), words, context).errors).toEqual([]);
  expect(readRows(sheet('永泰煤矿'), words, context).errors).toMatchObject([{ row: 2, column: 'A' }]);
});

test('a sheet without the columns that matter is no list', () => {
  expect(
    readRows(
      [
        ['姓名', '电话'],
        ['某人', '1'],
      ],
      words,
      context,
    ).errors,
  ).toMatchObject([{ row: 1 }]);
});

test('no name of a column stands for two fields', () => {
  const names = Object.values(words.headers).flat();
  expect(new Set(names).size).toBe(names.length);
});
