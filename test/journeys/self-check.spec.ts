import { buffer } from 'node:stream/consumers';
import { readTable } from '@zerentian/server/platform/excel/read-table';
import { workbook } from '@zerentian/server/platform/excel/workbook';
import type { OutCell } from '@zerentian/server/platform/excel/workbook.xml';
import { addDays, dateOf } from '@zerentian/shared/calendar';
import type { SelfCheckCounts } from '@zerentian/shared/self-checks/self-check.contract';
import { jpegWithExif } from '../support/pictures';
import { type Device, type Stage, stage } from './support/phone';

jest.setTimeout(180_000);

let set: Stage;
beforeAll(async () => {
  set = await stage();
}, 60_000);
afterAll(() => set.close());

const HEAD = ['隐患编码', '存在问题', '排查时间', '治理状态', '销号时间', '填报人'];

function province(rows: OutCell[][]): Promise<Buffer> {
  const columns = HEAD.map((title) => ({ title, width: 16 }));
  return buffer(workbook([{ name: '台账', columns, rows }], new Date()));
}

async function choose(device: Device, file: Buffer): Promise<void> {
  const chooser = device.page.waitForEvent('filechooser');
  await device.page.locator('#choose-table:visible').click();
  await (await chooser).setFiles({ name: '省平台导出.xlsx', mimeType: 'application/octet-stream', buffer: file });
}

const ownCounts = async (): Promise<SelfCheckCounts> => {
  const { body } = await set.town.as.safetyStation.get('/api/self-checks/counts?limit=100');
  return body.items.find(({ unitId }: SelfCheckCounts) => unitId === set.town.id('unit:changsheng'));
};

describe('an enterprise’s own list', () => {
  it('goes from a line and a photo to closed, by the enterprise alone, and the township sees numbers', async () => {
    const owner = await set.actor('enterpriseHead');
    await owner.visible('企业自查').click();
    await owner.sees('没有未整改的');
    await owner.press('记一条自查');
    await owner.write('text', '二车间灭火器压力不足');
    await owner.page.locator('#submit-self-check:visible').click();
    await owner.sees('自查详情');
    await owner.sees('未整改');
    await owner.write('remedy', '已换新的，贴了检查卡');
    await owner.photograph('afterPhotoIds', await jpegWithExif(800, 600));
    await owner.page.locator('#fix-self-check:visible').click();
    await owner.sees('已整改');
    await owner.sees('已换新的，贴了检查卡');
    expect(await ownCounts()).toMatchObject({ found: 1, fixed: 1, open: 0 });
    await owner.press('又出问题了，重新打开');
    await owner.write('text', '新换的又漏压');
    await owner.page.locator('#reopen:visible').click();
    await owner.sees('已重新打开');
    expect(await ownCounts()).toMatchObject({ found: 1, fixed: 0, open: 1 });
    await owner.write('remedy', '换了另一家的，压力正常');
    await owner.page.locator('#fix-self-check:visible').click();
    await owner.sees('换了另一家的，压力正常');

    const station = await set.actor('safetyStation', 'desk');
    expect(await station.readsOn('self-checks/list/index', '这是企业自己的清单')).not.toContain('二车间灭火器压力不足');
    const entryId = /id=([0-9a-f-]{36})/.exec(owner.page.url())?.[1];
    expect(await set.town.as.safetyStation.get(`/api/self-checks/${entryId}`)).toMatchObject({ status: 404 });
    expect(await set.town.as.enterpriseHead.get(`/api/self-checks/${entryId}`)).toMatchObject({ status: 200 });
    await station.open('today/index');
    await station.visible('企业自查').click();
    await station.sees('昌盛建材厂（示例）');
    expect(await station.page.getByText('二车间灭火器压力不足').count()).toBe(0);
    const row = station.page.locator('.counts-row:visible', { hasText: '昌盛建材厂（示例）' });
    expect(await row.locator('.counts-row__count').allTextContents()).toEqual([
      '查出 1',
      '改好 1',
      '未整改 0',
      '超过 30 天 0',
      '已上报 0',
    ]);
  });

  it('takes over the province’s list from Excel: what is wrong is named, what is there is skipped', async () => {
    const owner = await set.actor('enterpriseHead', 'desk');
    const day = addDays(dateOf(new Date()), -3);
    const good: OutCell[][] = [
      ['ST-1', '护栏松动', { date: day }, '已闭环', { date: day }, '某人'],
      ['ST-2', '配电箱无盖', day.replaceAll('-', '/'), '治理中', null, '某人'],
    ];
    await owner.open('self-checks/import/index');
    await choose(owner, await province([...good, ['ST-3', '没有日期', null, null, null, null]]));
    await owner.sees('共 1 处，改好以前一行也不导入');
    await owner.sees('第 4 行');
    await owner.sees('不能空着');
    await choose(owner, await province(good));
    await owner.sees('新的 2 条');
    await owner.sees('不读的列：填报人');
    await owner.page.locator('#enter-table:visible').click();
    await owner.sees('导入 2 条，跳过 0 条');
    await choose(owner, await province(good));
    await owner.sees('没有新的，不用导入');
    await owner.open('self-checks/list/index');
    await owner.sees('配电箱无盖');
    await owner.press('已整改');
    await owner.sees('护栏松动');

    const download = owner.page.waitForEvent('download');
    await owner.press('台账 Excel');
    const file = await download;
    const { rows } = await readTable(await buffer(await file.createReadStream()));
    expect(rows.map((cells) => cells[1])).toEqual(expect.arrayContaining(['护栏松动', '配电箱无盖']));
    expect(file.suggestedFilename()).toMatch(/^自查台账-.*\.xlsx$/);
  });

  it('lets 疑似重大 come up at once, where its way can be followed', async () => {
    const owner = await set.actor('enterpriseHead');
    await owner.open('self-checks/entry/index');
    await owner.write('text', '行车钢丝绳断丝超标');
    await owner.press(/^补充/);
    await owner.visible('疑似重大', { exact: true }).click();
    await owner.write('standardClause', '工贸判定标准第三条（示例）');
    await owner.page.locator('#submit-self-check:visible').click();
    await owner.sees('已经上报');
    await owner.page.locator('#open-hazard:visible').click();
    await owner.sees('隐患详情');
    await owner.sees('行车钢丝绳断丝超标');

    const station = await set.actor('safetyStation', 'desk');
    await station.sees('行车钢丝绳断丝超标');
    await station.press('上报县级');
    await station.sees(/须在.*前上报县级/);
    expect(await station.page.locator('main:visible').textContent()).toContain('来源企业自查');
    expect(await ownCounts()).toMatchObject({ referred: 1 });
    await owner.open('self-checks/list/index');
    await owner.press('已上报');
    await owner.sees('行车钢丝绳断丝超标');
  });
});

describe('迎检材料', () => {
  it('are counted first and then made, with the enterprise’s own rights', async () => {
    const owner = await set.actor('enterpriseHead', 'desk');
    await owner.visible('迎检材料').click();
    await owner.sees('里面有什么');
    await owner.sees('昌盛建材厂（示例）');
    const download = owner.page.waitForEvent('download');
    await owner.page.locator('#make-xlsx:visible').click();
    const file = await download;
    const { rows } = await readTable(await buffer(await file.createReadStream()));
    expect(rows[1]).toEqual(['单位', '昌盛建材厂（示例）']);
  });
});
