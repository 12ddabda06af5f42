import { addDays, dateOf } from '@zerentian/shared/calendar';
import type { HazardDetail } from '@zerentian/shared/hazards/hazard.contract';
import { hazardDesk } from '../support/hazard-desk';
import { openHazard, takeCheckedStep, takeStep } from './support/pages';
import { type Stage, stage } from './support/phone';

jest.setTimeout(180_000);

let set: Stage;
beforeAll(async () => {
  set = await stage();
}, 60_000);
afterAll(() => set.close());

describe('重复并案', () => {
  it('lets one go on and keeps both reporters and both histories', async () => {
    const desk = await hazardDesk(set.town);
    const { areaCode } = desk.enterprise;
    const first = await desk.report('villageCadre', desk.handedOver({ description: '厂门口电缆破皮' }));
    const second = await desk.report('villageSecretary', { areaCode, description: '建材厂门前的电线皮破了' });
    const station = await set.actor('safetyStation', 'desk');
    await openHazard(station, second.id);
    await takeCheckedStep(station, '重复并案', ['厂门口电缆破皮', '跟着选中的那一条走'], async () => {
      await station.page.locator('#intoId:visible').click();
      await station.write('into-search', first.number.slice(-4));
      await station.page.locator('.into-option:visible', { hasText: '厂门口电缆破皮' }).click();
      await station.write('text', '同一处电缆');
    });
    await station.sees('和另一条是同一件事，已并过去');
    await station.visible('这一条已并到另一条').click();
    await station.sees(`并入：${second.number}`);
    const { body } = await set.town.as.safetyStation.get<HazardDetail>(`/api/hazards/${first.id}`);
    expect(body.merged).toMatchObject([{ id: second.id, number: second.number }]);
    const told = await set.town.as.villageSecretary.get<HazardDetail>(`/api/hazards/${second.id}`);
    expect(told.body).toMatchObject({ state: 'merged', mergedIntoId: first.id });
  });
});

describe('延期', () => {
  it('is granted for less than was asked', async () => {
    const desk = await hazardDesk(set.town);
    const { id, deadline } = await desk.report('villageCadre', desk.handedOver({ description: '叉车没有年检' }));
    const owner = await set.actor('enterpriseHead');
    await openHazard(owner, id);
    const last = deadline ?? dateOf(new Date());
    await takeStep(owner, '申请延期', async () => {
      await owner.write('until', addDays(last, 20));
      await owner.write('text', '检验所排期到下月');
    });
    await owner.sees('延期待批');
    const cadre = await set.actor('villageCadre');
    await openHazard(cadre, id);
    await cadre.sees('检验所排期到下月');
    await takeStep(cadre, /^同意延期$/, () => cadre.write('deadline', addDays(last, 10)));
    await cadre.sees('整改中');
    const { body } = await set.town.as.villageCadre.get<HazardDetail>(`/api/hazards/${id}`);
    expect(body).toMatchObject({ state: 'rectifying', deadline: addDays(last, 10), askedUntil: null });
  });
});

describe('the list at a desk', () => {
  it('is gone through by the arrows, opens by Enter, and is found again as it was', async () => {
    const desk = await hazardDesk(set.town);
    const older = await desk.report('villageCadre', desk.handedOver({ description: '料仓护栏松动' }));
    await desk.report('villageCadre', desk.handedOver({ description: '料仓爬梯锈蚀' }));
    const station = await set.actor('safetyStation', 'desk');
    await station.open('hazards/list/index');
    await station.press('全部');
    await station.sees('料仓护栏松动');
    await station.page.keyboard.press('ArrowDown');
    await station.page.keyboard.press('ArrowDown');
    await station.page.keyboard.press('Enter');
    await station.sees('隐患详情');
    expect(station.page.url()).toContain(older.id);
    await station.page.goBack();
    await station.sees('料仓爬梯锈蚀');
    await station.page.waitForFunction("document.activeElement?.textContent === '料仓护栏松动'");
    expect(await station.page.getByRole('button', { name: '全部', pressed: true }).count()).toBe(1);
  });
});
