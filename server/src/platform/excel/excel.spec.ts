import { buffer } from 'node:stream/consumers';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { ProblemError } from '../problem';
import { columnName, readTable } from './read-table';
import { type SheetWords, workbook } from './workbook';
import { fixedParts } from './workbook.xml';

const AT = new Date('2026-11-23T08:00:00.000Z');
const columns = ['编号', '内容', '日期', '数'].map((title) => ({ title, width: 12 }));

const made = (rows: SheetWords['rows'], name = '明细') => buffer(workbook([{ name, columns, rows }], AT));

/** A workbook whose one sheet is this XML. */
function raw(sheetData: string, more: Record<string, Uint8Array> = {}): Buffer {
  const xml = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${sheetData}</sheetData></worksheet>`;
  const parts = Object.fromEntries(fixedParts(['表']).map(([name, text]) => [name, strToU8(text)]));
  return Buffer.from(zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(xml), ...more }));
}

test('what is written is read back: text, dates, numbers, empty cells, rare characters', async () => {
  const words = '𠮷野家 <b>&"引号"</b>\n第二行 _x000D_';
  const { rows, formulas } = await readTable(
    await made([
      ['AQ-1', words, { date: '2026-11-03' }, 7],
      [null, '空', null, null],
    ]),
  );
  expect(rows).toEqual([
    ['编号', '内容', '日期', '数'],
    ['AQ-1', words, new Date('2026-11-03T00:00:00.000Z'), 7],
    [null, '空', null, null],
  ]);
  expect(formulas).toEqual([]);
});

test('no text becomes a formula', async () => {
  for (const text of ["=cmd|'/C calc'!A0", '+1+1', '-2', '@SUM(A1)', '\t=1']) {
    const file = await made([[text, null, null, null]]);
    const { rows, formulas } = await readTable(file);
    expect(rows[1]?.[0]).toBe(text.trim());
    expect(formulas).toEqual([]);
    const xml = strFromU8(unzipSync(file)['xl/worksheets/sheet1.xml']!);
    expect(xml).toContain('<c r="A2" s="3" t="inlineStr">');
    expect(xml).not.toMatch(/<f[\s>]/);
  }
});

test('the same rows give the same bytes', async () => {
  const rows = Array.from({ length: 50 }, (_, n) => [`AQ-${n}`, '内容', { date: '2026-11-03' }, n]);
  expect((await made(rows)).equals(await made(rows))).toBe(true);
});

test('rows are packed as they come, so that forty thousand need no more room than a thousand', async () => {
  let asked = 0;
  function* many() {
    for (let n = 0; n < 40_000; n++) {
      asked = n;
      yield [`AQ-${n}`, '灭火器压力不足，需要更换', { date: '2026-11-03' }, n];
    }
  }
  const stream = workbook([{ name: '明细', columns, rows: many() }], AT);
  let [bytes, first] = [0, -1];
  for await (const chunk of stream) {
    if (bytes > 2000 && first < 0) first = asked;
    bytes += (chunk as Buffer).length;
  }
  expect(first).toBeLessThan(20_000);
  expect(asked).toBe(39_999);
});

test('a formula is named by its cell, whatever it came to', async () => {
  const file = raw(
    '<row r="1"><c r="A1" t="inlineStr"><is><t>编号</t></is></c></row><row r="17"><c r="F17" t="str"><f>cmd|"/C calc"!A0</f><v>一般</v></c><c r="G17"><f t="shared" si="0"/><v>1</v></c></row>',
  );
  expect((await readTable(file)).formulas).toEqual([
    { row: 17, column: 'F' },
    { row: 17, column: 'G' },
  ]);
});

test('what is no workbook is refused in words, and a zip bomb before it swells', async () => {
  await expect(readTable(Buffer.from('编号,内容\n1,2'))).rejects.toMatchObject({ code: 'not_a_workbook' });
  await expect(readTable(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]))).rejects.toMatchObject({
    detail: expect.stringContaining('.xls'),
  });
  await expect(readTable(Buffer.from(zipSync({ 'a.txt': strToU8('x') })))).rejects.toMatchObject({
    code: 'not_a_workbook',
  });
  const half = await made([['1', '2', null, 3]]);
  await expect(readTable(half.subarray(0, half.length / 2))).rejects.toMatchObject({ code: 'not_a_workbook' });
  const swelling = raw('', { 'xl/media/image1.xml': new Uint8Array(40_000_000) });
  expect(swelling.length).toBeLessThan(200_000);
  await expect(readTable(swelling)).rejects.toMatchObject({ code: 'payload_too_large' });
});

test('a bomb that lies about its size is refused all the same', async () => {
  const size = 40_000_000;
  const lying = Buffer.from(raw('', { 'xl/media/image1.xml': new Uint8Array(size) }));
  for (let at = 0; at < lying.length - 4; at++) if (lying.readUInt32LE(at) === size) lying.writeUInt32LE(1000, at);
  await expect(readTable(lying)).rejects.toBeInstanceOf(ProblemError);
});

test('a cell that claims to lie at the end of the sheet does not take the server along', async () => {
  const text = (place: string) => `<c r="${place}" t="inlineStr"><is><t>示例</t></is></c>`;
  const far = raw(`<row r="1">${text('A1')}</row><row r="1048576">${text('XFD1048576')}</row>`);
  expect(far.length).toBeLessThan(5000);
  await expect(readTable(far)).rejects.toMatchObject({ code: 'payload_too_large' });
  expect((await readTable(raw(`<row r="1">${text('B1')}</row>`))).rows).toEqual([[null, '示例']]);
});

test('columns have the letters that people see', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});
