import { setTimeout as sleep } from 'node:timers/promises';
import type { InspectionDetail, InspectionView } from '@zerentian/shared/inspections/inspection.contract';
import { download, readPdf } from '../support/pdf-text';
import { countEffort } from './support/effort';
import { openHazard } from './support/pages';
import { type Device, type Stage, stage } from './support/phone';

jest.setTimeout(180_000);

let set: Stage;
beforeAll(async () => {
  set = await stage();
}, 60_000);
afterAll(() => set.close());

/** Writes with the finger: two strokes, each a touch of the screen. @returns how often the screen was touched */
async function sign(device: Device): Promise<number> {
  const box = await device.page.locator('#signaturePhotoId:visible').boundingBox();
  if (!box) throw new Error('there is no field to sign in');
  const { mouse } = device.page;
  const strokes: [number, number][][] = [
    [
      [0.2, 0.3],
      [0.4, 0.7],
      [0.5, 0.3],
    ],
    [
      [0.55, 0.5],
      [0.8, 0.5],
      [0.7, 0.8],
    ],
  ];
  for (const [first, ...rest] of strokes) {
    await mouse.move(box.x + box.width * first![0], box.y + box.height * first![1]);
    await mouse.down();
    for (const [x, y] of rest) await mouse.move(box.x + box.width * x, box.y + box.height * y, { steps: 5 });
    await mouse.up();
  }
  await device.page.getByText('擦掉重签').waitFor();
  return strokes.length;
}

async function delivered(unitName: string): Promise<InspectionDetail> {
  const { body } = await set.town.as.villageCadre.get('/api/inspections?mine=true');
  const found = body.items.find((it: InspectionView) => it.unitName.includes(unitName));
  return (await set.town.as.villageCadre.get(`/api/inspections/${found.id}`)).body;
}

/** The words of a visit arrive first, its pictures behind them. */
async function photosArrived(): Promise<void> {
  const sql = 'SELECT COUNT(*) AS missing FROM photo WHERE storedAt IS NULL';
  for (let tries = 0; tries < 100; tries++) {
    const [{ missing }] = await set.town.source.query(sql);
    if (Number(missing) === 0) return;
    await sleep(100);
  }
  throw new Error('the pictures do not arrive');
}

describe('an inspection of ten items on a phone', () => {
  it('from 开始检查 to 送出 takes at most 12 taps, the signature among them', async () => {
    const cadre = await set.actor('villageCadre');
    await cadre.open('inspections/list/index');
    await cadre.sees('开始检查');
    const effort = await countEffort(cadre.page);
    await cadre.press('开始检查');
    await cadre.page.locator('.visit-unit:visible', { hasText: '昌盛建材厂' }).click();
    await cadre.press('10 项都合格');
    await cadre.press('都看过，都合格，去签字');
    await cadre.sees('合格 10 项，不合格 0 项');
    await sign(cadre);
    const before = await effort();
    await cadre.press('送出检查记录');
    const { taps, lines } = { ...before, taps: before.taps + 1 };
    await cadre.sees('已送达');
    expect({ taps, lines }).toEqual({ taps: expect.any(Number), lines: 0 });
    expect(taps).toBeLessThanOrEqual(12);
    const visit = await delivered('昌盛建材厂');
    expect(visit).toMatchObject({ counts: { total: 10, passed: 10 }, inspectedName: '孟庆昌（示例）', refusal: null });
    expect(visit.signature).not.toBeNull();
  });

  it('item by item: a finding becomes a hazard by itself, its paper bears the hand of the one inspected', async () => {
    const cadre = await set.actor('villageCadre');
    await cadre.open('inspections/visit/index');
    await cadre.page.locator('.visit-unit:visible', { hasText: '利民超市' }).click();
    const items = cadre.page.locator('.visit-item:visible');
    const say = async (at: number, words: string) => items.nth(at).getByText(words, { exact: true }).click();
    await items.first().waitFor();
    expect(await items.count()).toBe(10);
    await say(0, '合格');
    await say(1, '不合格');
    await items.nth(1).locator('textarea').fill('后厨软管老化，没有卡箍');
    await say(2, '不涉及');
    await cadre.press('其余 7 项都合格');
    await cadre.press('都看过，都合格，去签字');
    await cadre.sees('合格 8 项，不合格 1 项，不涉及 1 项');
    await cadre.sees('后厨软管老化，没有卡箍');
    await sign(cadre);
    await cadre.press('送出检查记录');
    await cadre.sees('已送达');
    await cadre.sees(/隐患 140621200-\d+-\d+：已交办/);
    const visit = await delivered('利民超市');
    const { hazard } = visit.items.find((item) => item.hazard !== null)!;
    await openHazard(cadre, hazard!.id);
    await cadre.sees(`检查编号 ${visit.number}`);
    await cadre.press('看这次检查');
    await cadre.sees('合格 8');
    await photosArrived();
    const answer = await download(set.town, set.town.as.villageCadre.token, `/api/inspections/${visit.id}/paper`);
    expect((await readPdf(answer.bytes)).text).toContain('后厨软管老化，没有卡箍');
    expect(Buffer.from(answer.bytes).includes('/Subtype /Image')).toBe(true);
  });

  it('a draft outlives the page, and who does not sign is written down with a witness', async () => {
    const cadre = await set.actor('villageCadre');
    await cadre.open('inspections/visit/index');
    await cadre.page.locator('.visit-unit:visible', { hasText: '福临农家饭店' }).click();
    await cadre.page.locator('.visit-item:visible').first().getByText('合格', { exact: true }).click();
    await cadre.page.reload();
    await cadre.sees('已恢复没有送出的检查：福临农家饭店');
    await cadre.press('其余 9 项都合格');
    await cadre.press('都看过，都合格，去签字');
    await cadre.press('送出检查记录');
    await cadre.sees('请被检查方签字');
    await cadre.press('对方没有签字');
    await cadre.write('refusal', '负责人不在场');
    await cadre.write('witness', '网格员示例');
    await cadre.press('送出检查记录');
    await cadre.sees('没有签字：负责人不在场');
    expect((await delivered('福临农家饭店')).refusal).toEqual({ reason: '负责人不在场', witness: '网格员示例' });
  });
});

describe('a campaign at a desk', () => {
  it('is planned by trade, started, visited from its list, and finished with a report', async () => {
    const station = await set.actor('safetyStation', 'desk');
    await station.open('campaigns/plan/index');
    await station.write('title', '冬季餐饮用气整治');
    await station.page.locator('#trades:visible').getByText('餐饮商贸').click();
    await station.sees('已选 3 家');
    await station.press('保存方案');
    await station.sees('已计划');
    await station.press('开始行动');
    await station.sees('已检查 0 / 3 家');
    await station.press('去检查');
    await station.press('10 项都合格');
    await station.press('都看过，都合格，去签字');
    await sign(station);
    await station.press('送出检查记录');
    await station.sees('已送达');
    const { body } = await set.town.as.safetyStation.get('/api/campaigns');
    await station.open(`campaigns/detail/index?id=${body.items[0].id}`);
    await station.sees('已检查 1 / 3 家');
    await station.press('结束行动，写总结');
    await station.sees('工作总结');
    await station.page.locator('#report:visible').fill('一、检查情况\n示例总结');
    await station.press('结束行动');
    await station.sees('已结束');
  });
});
