import { readTable } from '@zerentian/server/platform/excel/read-table';
import { unpackSheets } from '@zerentian/server/platform/excel/unpack-sheets';
import { addDays, dateOf } from '@zerentian/shared/calendar';
import type { HazardView } from '@zerentian/shared/hazards/hazard.contract';
import { chineseDate } from '@zerentian/shared/work-summaries/chinese-dates';
import { type HazardDesk, hazardDesk } from '../support/hazard-desk';
import { download, readPdf } from '../support/pdf-text';
import { type ActorName, OTHER_VILLAGE, startTownship, TOWNSHIP, type Township, VILLAGE } from '../support/township';
import { visited, visitTo } from '../support/visits';

let town: Township;
let desk: HazardDesk;
let hazard: HazardView;
let visit: { id: string; number: string };
beforeAll(async () => {
  town = await startTownship();
  desk = await hazardDesk(town);
  hazard = await desk.report('villageCadre', desk.handedOver());
  await town.as.partySecretary.post(`/api/hazards/${hazard.id}/reminders`, { text: '请抓紧' });
  await desk.step('enterpriseHead', hazard, 'submit', { text: '纸箱已清走' });
  await desk.step('safetyStation', hazard, 'verify', { companionPersonId: desk.personOf('villageCadre') });
  visit = await visited(town, 'villageCadre', visitTo(desk.enterprise.id));
  await town.as.villageCadre.post('/api/duty-records', { kind: 'study', areaCode: VILLAGE, text: '组织村两委学习' });
  await town.as.otherVillageCadre.post('/api/duty-records', {
    kind: 'study',
    areaCode: OTHER_VILLAGE,
    text: '大坪的学习',
  });
});
afterEach(() => town.clock.set(null));
afterAll(() => town.close());

const PACKS = '/api/evidence-packs';
const span = () => `from=${addDays(dateOf(town.clock.now()), -30)}&until=${dateOf(town.clock.now())}`;
const contents = (actor: ActorName, query = '') => town.as[actor].get(`${PACKS}?${span()}${query}`);
const get = (actor: ActorName, path: string, query = '') =>
  download(town, town.as[actor].token, `${PACKS}/${path}?${span()}${query}`);

describe('迎检材料', () => {
  it('are refused to those who prepare none, outside one’s scope, and for no span', async () => {
    for (const actor of ['discipline', 'county', 'administrator', 'tradeStation'] as const)
      expect(await contents(actor)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    const unit = `&unit=${desk.enterprise.id}`;
    for (const [actor, query] of [
      ['villageCadre', `&area=${OTHER_VILLAGE}`],
      ['villageCadre', `&area=${TOWNSHIP}`],
      ['villageSecretary', `&area=${TOWNSHIP}`],
      ['villageSecretary', unit],
      ['otherVillageCadre', unit],
      ['enterpriseHead', `&area=${VILLAGE}`],
      ['enterpriseHead', `&unit=${town.id('unit:jiayou')}`],
    ] as const) {
      expect(await contents(actor, query)).toMatchObject({ status: 403, body: { code: 'outside_scope' } });
      for (const path of ['pack.pdf', 'pack.xlsx']) expect((await get(actor, path, query)).status).toBe(403);
    }
    expect(await town.as.safetyStation.get(`${PACKS}?from=2026-01-02&until=2026-01-01`)).toMatchObject({
      body: { errors: [{ path: 'until' }] },
    });
    expect(await town.as.safetyStation.get(`${PACKS}?from=2024-01-01&until=2026-01-01`)).toMatchObject({
      body: { errors: [{ path: 'until' }] },
    });
    expect(await contents('safetyStation', '&unit=0193b5a0-0000-7000-8000-00000000dead')).toMatchObject({
      status: 422,
    });
  });

  it('say first what they would hold, for whom the post is about', async () => {
    const parts = async (actor: ActorName, query = '') => {
      const { body } = await contents(actor, query);
      return [body.name, ...body.parts.map(({ count }: { count: number }) => count)];
    };
    expect(await parts('safetyStation')).toEqual(['吴马营乡', 1, 1, 2, 7]);
    expect(await parts('officeDirector', `&area=${VILLAGE}`)).toEqual(['吴马营村', 1, 1, 1, 6]);
    expect(await parts('villageSecretary')).toEqual(['吴马营村', 1, 1, 1, 6]);
    expect(await parts('safetyStation', `&area=${OTHER_VILLAGE}`)).toEqual(['大坪村', 0, 0, 1, 1]);
    expect(await parts('enterpriseHead')).toEqual(['昌盛建材厂（示例）', 1, 1, 0, 5]);
  });

  it('are one PDF: cover, contents with the right page numbers, every paper, the ledger’s hashes', async () => {
    const { status, bytes, headers } = await get('safetyStation', 'pack.pdf');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/pdf');
    const { pages, text, title } = await readPdf(bytes);
    expect(title).toContain('迎检材料 吴马营乡');
    const bare = pages.map((page) => page.replaceAll(/\s+/g, ''));
    expect(bare[0]).toContain('安全生产迎检材料');
    expect(bare[1]).toContain('目录');
    const { number } = hazard;
    for (const [chapter, words] of [
      [`《安全检查记录》${visit.number}`, '安全检查记录'],
      ['隐患清单', '隐患清单'],
      [`隐患${number}：办理经过`, '隐患办理经过'],
      [`《安全检查记录》${number}`, '安全检查记录'],
      [`《隐患整改通知单》${number}`, '隐患整改通知单'],
      [`《复查意见书》${number}`, '复查意见书'],
      ['履职记录', '组织村两委学习'],
      ['台账链摘录', '核对办法'],
    ] as const) {
      const [, page] = new RegExp(`${chapter}(?:（[^）]*）)?\\.+(\\d+?)(?=\\D|隐患|$)`).exec(bare[1]!) ?? [];
      expect([chapter, page === undefined ? null : bare[Number(page) - 1]?.includes(words)]).toEqual([chapter, true]);
    }
    const deadline = `整改期限：${chineseDate(hazard.deadline!)}`;
    for (const words of ['纸箱已清走', deadline, '大坪的学习', '催办时间']) expect(text).toContain(words);
    const rows = await town.source.query('SELECT hash FROM ledger_entry WHERE subjectId = ?', [hazard.id]);
    for (const { hash } of rows) expect(text).toContain(hash);
  });

  it('are one workbook of the same: contents, hazards, steps, records, ledger', async () => {
    const { status, bytes } = await get('partySecretary', 'pack.xlsx');
    expect(status).toBe(200);
    const sheets = unpackSheets(bytes).map((xml) => Buffer.from(xml, 'latin1').toString());
    expect(sheets).toHaveLength(6);
    const { rows } = await readTable(Buffer.from(bytes));
    expect(rows.slice(4)).toEqual([
      ['检查', 1],
      ['隐患和文书', 1],
      ['履职记录', 2],
      ['台账链', 7],
    ]);
    const sheet = (n: number) => sheets[n - 1]!;
    expect(sheet(2)).toContain(visit.number);
    expect(sheet(3)).toContain(hazard.number);
    expect(sheet(4)).toContain('复查合格');
    expect(sheet(5)).toContain('组织村两委学习');
    expect(sheet(6)).toContain('核对办法');
  });

  it('say the same when made again at the same moment', async () => {
    town.clock.set(new Date());
    for (const path of ['pack.pdf', 'pack.xlsx']) {
      const [first, second] = [await get('safetyStation', path), await get('safetyStation', path)];
      if (path === 'pack.xlsx') expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
      else expect((await readPdf(first.bytes)).text).toBe((await readPdf(second.bytes)).text);
    }
  });

  it('tell an enterprise nothing of others, and write nothing anywhere', async () => {
    const entries = async () => Number((await town.source.query('SELECT COUNT(*) AS n FROM ledger_entry'))[0].n);
    const before = await entries();
    const { status, bytes } = await get('enterpriseHead', 'pack.pdf');
    expect(status).toBe(200);
    const { text } = await readPdf(bytes);
    expect(text).toContain('昌盛建材厂（示例）');
    expect(text).not.toContain('组织村两委学习');
    expect(await entries()).toBe(before);
  });

  it('tell a village’s team of an enterprise what lies in the village, and of nothing wider', async () => {
    const words = '全乡排查发现的同类问题';
    const wider = await desk.report('safetyStation', desk.handedOver({ areaCode: TOWNSHIP, description: words }));
    expect((await town.as.villageCadre.get(`/api/hazards/${wider.id}`)).status).toBe(404);
    const unit = `&unit=${desk.enterprise.id}`;
    const paper = await get('villageCadre', 'pack.pdf', unit);
    expect(paper.status).toBe(200);
    expect((await readPdf(paper.bytes)).text).not.toContain(wider.number);
    const file = unpackSheets(new Uint8Array((await get('villageCadre', 'pack.xlsx', unit)).bytes));
    const all = file.map((xml) => Buffer.from(xml, 'latin1').toString()).join();
    expect(all).toContain(hazard.number);
    expect(all).not.toContain(wider.number);
    expect(all).not.toContain(words);
    const whole = await get('safetyStation', 'pack.pdf', unit);
    expect((await readPdf(whole.bytes)).text).toContain(wider.number);
  });
});
