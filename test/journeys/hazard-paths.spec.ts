import { jpegWithExif } from '../support/pictures';
import { VILLAGE } from '../support/township';
import { type Device, type Stage, stage } from './support/phone';

jest.setTimeout(180_000);

let set: Stage;
beforeAll(async () => {
  set = await stage();
}, 60_000);
afterAll(() => set.close());

/** The id in the address of the hazard's page that is open. */
function hazardId(device: Device): string {
  return /id=([0-9a-f-]{36})/.exec(device.page.url())?.[1] ?? '';
}

async function openHazard(device: Device, id: string): Promise<void> {
  await device.open(`hazards/detail/index?id=${id}`);
  await device.sees('隐患详情');
}

async function takeStep(
  device: Device,
  name: string,
  fill: () => Promise<void> = async () => undefined,
): Promise<void> {
  await device.press(name);
  await fill();
  await device.page.locator('#take-step:visible').click();
}

async function chooseUnit(device: Device, field: string, name: string): Promise<void> {
  await device.page.locator(`#${field}:visible`).click();
  await device.write('unit-search', name);
  await device.page.locator('.unit-option:visible', { hasText: name }).first().click();
}

describe('路径 B: handed over on the spot', () => {
  it('goes from the cadre’s photo to 销号, and the secretary sees the numbers move and the names', async () => {
    const secretary = await set.actor('partySecretary', 'desk');
    const before = (await set.town.as.partySecretary.get('/api/dashboards/140621200')).body.totals;

    const cadre = await set.actor('villageCadre');
    await cadre.press('上报隐患');
    await cadre.write('description', '配电箱前堆放纸箱，箱门打不开');
    await cadre.photograph('photoIds', await jpegWithExif(1200, 900));
    await chooseUnit(cadre, 'unitId', '昌盛建材厂');
    await cadre.visible('现场交办', { exact: true }).click();
    await cadre.press(/^交/);
    await cadre.sees('隐患详情');
    await cadre.sees('已交办');
    const id = hazardId(cadre);

    await secretary.open('dashboards/index');
    await secretary.sees('孟庆昌（示例）');
    expect((await set.town.as.partySecretary.get('/api/dashboards/140621200')).body.totals.open).toBe(before.open + 1);

    const owner = await set.actor('enterpriseHead');
    await owner.sees('配电箱前堆放纸箱，箱门打不开');
    await openHazard(owner, id);
    await takeStep(owner, '提交整改', () => owner.write('text', '纸箱已清走，箱前划了黄线'));
    await owner.sees('待复查');

    const station = await set.actor('safetyStation', 'desk');
    await openHazard(station, id);
    await takeStep(station, '复查合格', async () => {
      await station.choose('companionPersonId', '张建国（示例）');
    });
    await station.sees('复查合格');
    await takeStep(station, '销号');
    await station.sees('已销号');
    await station.sees('张建国（示例）');

    await secretary.open('accountability/index');
    for (const line of ['主体责任', '属地', '行业', '综合监管', '领导']) await secretary.sees(line);
    const after = (await set.town.as.partySecretary.get('/api/dashboards/140621200')).body.totals;
    expect(after).toMatchObject({ open: before.open, closedThisMonth: before.closedThisMonth + 1 });
  });
});

describe('路径 A: put right on the spot', () => {
  it('takes three taps and a line', async () => {
    const cadre = await set.actor('villageCadre');
    await cadre.press('上报隐患');
    await cadre.write('description', '灭火器被货架挡住');
    await cadre.choose('areaCode', '吴马营村');
    await cadre.visible('即查即改', { exact: true }).click();
    await cadre.write('remedy', '当场移开货架');
    await cadre.page.locator('#submit-hazard:visible').click();
    await cadre.sees('隐患详情');
    await cadre.sees('已销号');
    const { body } = await set.town.as.safetyStation.get(`/api/hazards/${hazardId(cadre)}`);
    expect(body).toMatchObject({ state: 'closed', path: 'fixed', areaCode: VILLAGE });
  });
});

describe('路径 C: referred by a village director', () => {
  it('goes through 初判 and 签批 to the village itself, for what the collective owns', async () => {
    const director = await set.actor('villageDirector');
    await director.press('上报隐患');
    await director.write('description', '文化活动室屋顶漏雨，电线受潮');
    await director.page.locator('#submit-hazard:visible').click();
    await director.sees('隐患详情');
    await director.sees('已上报');
    const id = hazardId(director);

    const station = await set.actor('safetyStation', 'desk');
    await openHazard(station, id);
    await takeStep(station, '初判', async () => {
      await chooseUnit(station, 'responsibleUnitId', '屯港村');
      await station.write('text', '一般隐患，集体房屋，由村整改');
    });
    await station.sees('已定级');

    const deputy = await set.actor('safetyDeputy');
    await deputy.sees('文化活动室屋顶漏雨，电线受潮');
    await openHazard(deputy, id);
    await takeStep(deputy, '签批交办');
    await deputy.sees('已交办');

    await openHazard(director, id);
    await takeStep(director, '提交整改', () => director.write('text', '已换瓦，线路重新敷设'));
    await director.sees('待复查');
    await openHazard(station, id);
    await takeStep(station, '复查合格');
    await station.sees('复查合格');
    const { body } = await set.town.as.partySecretary.get(`/api/hazards/${id}`);
    expect(body).toMatchObject({ state: 'verified', responsibleUnitName: expect.stringContaining('屯港村') });
  });
});
