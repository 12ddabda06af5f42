import { buffer } from 'node:stream/consumers';
import { readTable } from '@zerentian/server/platform/excel/read-table';
import { workbook } from '@zerentian/server/platform/excel/workbook';
import type { OutCell } from '@zerentian/server/platform/excel/workbook.xml';
import { addDays, dateOf } from '@zerentian/shared/calendar';
import type { SelfCheckView } from '@zerentian/shared/self-checks/self-check.contract';
import { uuidv7 } from 'uuidv7';
import { call } from '../support/client';
import { download, readPdf } from '../support/pdf-text';
import { type ActorName, startTownship, type Township } from '../support/township';
import { verify } from './ledger.support';

let town: Township;
beforeAll(async () => {
  town = await startTownship();
});
afterAll(async () => {
  const { findings } = await verify(town).finally(() => town.close());
  expect(findings).toEqual([]);
});

const IMPORTS = '/api/self-checks/imports';
const HEAD = [
  '隐患编号',
  '隐患描述',
  '隐患部位',
  '隐患级别',
  '判定依据',
  '发现日期',
  '整改状态',
  '整改措施',
  '整改完成日期',
  '整改责任人',
];
const today = () => dateOf(town.clock.now());
const day = () => addDays(today(), -20);

function sheet(rows: OutCell[][], head = HEAD): Promise<Buffer> {
  const columns = head.map((title) => ({ title, width: 12 }));
  return buffer(workbook([{ name: '台账', columns, rows }], new Date()));
}

const row = (number: string | null, text: string, more: Partial<Record<number, OutCell>> = {}): OutCell[] =>
  Object.assign([number, text, '一车间', '一般', null, { date: day() }, '未整改', null, null, null], more);

const send = (path: string, bytes: Buffer, actor: ActorName = 'enterpriseHead', key?: string) =>
  call(town, 'POST', path, { token: town.as[actor].token, bytes, headers: key ? { 'idempotency-key': key } : {} });

const listed = async (): Promise<SelfCheckView[]> =>
  (await town.as.enterpriseHead.get('/api/self-checks?limit=100')).body.items;

describe('import', () => {
  it('is for the enterprise’s own posts, and for workbooks', async () => {
    const file = await sheet([row('X-1', '不该进')]);
    for (const path of [IMPORTS, `${IMPORTS}/check`]) {
      for (const actor of ['safetyStation', 'villageSecretary', 'administrator'] as const)
        expect(await send(path, file, actor)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
      expect(await send(`${path}?unit=${town.id('unit:jiayou')}`, file)).toMatchObject({
        body: { code: 'outside_scope' },
      });
      expect(await send(path, Buffer.from('a,b\n1,2'))).toMatchObject({
        status: 422,
        body: { code: 'not_a_workbook' },
      });
      expect(await town.as.enterpriseHead.post(path, { rows: [] })).toMatchObject({ status: 415 });
      expect(await send(path, Buffer.alloc(6 * 1024 * 1024))).toMatchObject({
        status: 413,
        body: { code: 'payload_too_large' },
      });
    }
    expect((await listed()).some(({ text }) => text === '不该进')).toBe(false);
  });

  it('shows first what it would do, and does it once', async () => {
    const fixed = { 6: '已整改', 7: '换了', 8: { date: today() }, 9: '老李（示例）' };
    const file = await sheet([row('P-1', '灭火器过期'), row('P-2', '护栏松动', fixed), row(null, '没有编号的')]);
    const checked = await send(`${IMPORTS}/check`, file);
    expect(checked).toMatchObject({ status: 200, body: { rows: 3, fresh: 3, skipped: 0, referred: 0, errorCount: 0 } });
    expect(checked.body.sample[1]).toEqual({
      row: 3,
      externalNumber: 'P-2',
      text: '护栏松动',
      foundOn: day(),
      fixedOn: today(),
    });
    expect(await listed()).toEqual([]);

    const key = uuidv7();
    expect(await send(IMPORTS, file, 'enterpriseHead', key)).toMatchObject({
      status: 201,
      body: { fresh: 3, skipped: 0 },
    });
    expect((await send(IMPORTS, file, 'enterpriseHead', key)).body).toMatchObject({ fresh: 3 });
    const list = await listed();
    expect(list.map(({ externalNumber, state, source }) => [externalNumber, state, source])).toEqual([
      [null, 'open', 'imported'],
      ['P-2', 'fixed', 'imported'],
      ['P-1', 'open', 'imported'],
    ]);
    expect(list[1]).toMatchObject({ remedy: '换了', rectifier: '老李（示例）', fixedOn: today(), spot: '一车间' });
  });

  it('enters nothing twice: by its number, or by day, words and place', async () => {
    const file = await sheet([
      row('P-1', '灭火器过期'),
      row(null, '没有编号的'),
      row(null, '没有编号的'),
      row('P-3', '新的'),
    ]);
    expect((await send(`${IMPORTS}/check`, file)).body).toMatchObject({ rows: 4, fresh: 1, skipped: 3 });
    expect((await send(IMPORTS, file)).body).toMatchObject({ rows: 4, fresh: 1, skipped: 3 });
    expect(await listed()).toHaveLength(4);
  });

  it('is refused whole where three of ten thousand rows are wrong, and names the three', async () => {
    const rows = Array.from({ length: 10_000 }, (_, n) => row(`B-${n}`, `第 ${n} 条`));
    rows[15]![5] = '下个月';
    rows[4999]![1] = null;
    rows[9998]![6] = '差不多';
    const file = await sheet(rows);
    const before = await listed();
    const answer = await send(IMPORTS, file);
    expect(answer).toMatchObject({
      status: 422,
      body: { code: 'import_refused', detail: expect.stringContaining('3 处') },
    });
    expect(answer.body.errors.map(({ path }: { path: string }) => path)).toEqual(['F17', 'B5001', 'G10000']);
    expect(answer.body.errors[0].message).toBe('第 17 行第 F 列（发现日期）：“下个月”不是日期，请写成 2026-11-03 这样');
    expect((await send(`${IMPORTS}/check`, file)).body).toMatchObject({ errorCount: 3, rows: 9997 });
    expect(await listed()).toEqual(before);
  });

  it('sent twice at once under two keys enters a row without a number once', async () => {
    const file = await sheet([row(null, '同一行，没有编号')]);
    const both = await Promise.all([1, 2].map((n) => send(IMPORTS, file, 'enterpriseHead', `twice-${n}`)));
    expect(both.map(({ status, body }) => [status, body.fresh]).sort()).toEqual([
      [201, 0],
      [201, 1],
    ]);
    expect((await listed()).filter((it) => it.text === '同一行，没有编号')).toHaveLength(1);
  });

  it('takes thousands of rows at once, each with its entry in the ledger', async () => {
    const rows = Array.from({ length: 2000 }, (_, n) => row(`C-${n}`, `第 ${n} 条`));
    expect(await send(IMPORTS, await sheet(rows))).toMatchObject({ status: 201, body: { fresh: 2000 } });
    const [{ n }] = await town.source.query(`SELECT COUNT(*) AS n FROM ledger_entry WHERE act = 'self-check-import'`);
    expect(Number(n)).toBe(2005);
  });

  it('lets 疑似重大 come up at once, with its clause, and not be closed by a spreadsheet', async () => {
    const major = { 3: '重大隐患', 4: '工贸标准第三条（示例）' };
    const closed = await sheet([row('M-1', '行车断丝', { ...major, 6: '已整改', 8: { date: today() } })]);
    expect(await send(IMPORTS, closed)).toMatchObject({ status: 422, body: { errors: [{ path: 'D2' }] } });
    const open = await sheet([row('M-1', '行车断丝', major)]);
    expect(await send(IMPORTS, open)).toMatchObject({ status: 201, body: { referred: 1 } });
    const [entry] = await listed();
    expect(entry).toMatchObject({ state: 'referred', externalNumber: 'M-1', hazardId: expect.any(String) });
    const { body } = await town.as.safetyStation.get(`/api/hazards/${entry!.hazardId}`);
    expect(body).toMatchObject({ state: 'reported', origin: 'self-check', originId: entry!.id });
  });
});

describe('files to take away', () => {
  const span = () => `from=${addDays(today(), -60)}&until=${today()}`;
  const get = (path: string, actor: ActorName = 'enterpriseHead') => download(town, town.as[actor].token, path);

  it('are the enterprise’s alone', async () => {
    for (const path of [`ledger.xlsx?${span()}`, `ledger.pdf?${span()}`, 'import-template'])
      expect((await get(`/api/self-checks/${path}`, 'safetyStation')).status).toBe(403);
    const backwards = await get(`/api/self-checks/ledger.xlsx?from=${today()}&until=${addDays(today(), -1)}`);
    expect(backwards.status).toBe(422);
  });

  it('are a form that the import understands', async () => {
    const { status, bytes, headers } = await get('/api/self-checks/import-template');
    expect(status).toBe(200);
    expect(headers.get('content-disposition')).toContain('attachment');
    expect((await readTable(Buffer.from(bytes))).rows).toEqual([HEAD]);
  });

  it('are the list as Excel, every row of it, that brings nothing new when imported again', async () => {
    await town.as.enterpriseHead.post('/api/self-checks', { text: "=cmd|'/C calc'!A0", remedy: '+删了' });
    const { bytes } = await get(`/api/self-checks/ledger.xlsx?${span()}`);
    const { rows, formulas } = await readTable(Buffer.from(bytes));
    expect(formulas).toEqual([]);
    expect(rows[0]).toEqual(HEAD);
    expect(rows).toHaveLength(1 + 5 + 2000 + 1 + 1);
    const typed = rows.find((cells) => String(cells[1]).startsWith('=cmd'));
    expect(typed).toMatchObject({ 6: '已整改', 7: '+删了', 5: new Date(`${today()}T00:00:00.000Z`) });
    const again = await send(`${IMPORTS}/check`, Buffer.from(bytes));
    expect(again.body).toMatchObject({ errorCount: 0, fresh: 0 });
  });

  it('are the list as paper, which is refused where it would be a book', async () => {
    expect((await get(`/api/self-checks/ledger.pdf?${span()}`)).status).toBe(422);
    const { status, bytes } = await get(`/api/self-checks/ledger.pdf?from=${today()}&until=${today()}`);
    expect(status).toBe(200);
    const { text } = await readPdf(bytes);
    for (const words of ['企业自查自改台账', '昌盛建材厂（示例）', '+删了', '已整改 1 条'.replaceAll(' ', '')])
      expect(text).toContain(words);
  });
});
