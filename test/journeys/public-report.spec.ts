import { plainCode } from '@zerentian/shared/public-reports/public-code';
import type { PublicPointRow } from '@zerentian/shared/public-reports/public-point.contract';
import { jpegWithExif } from '../support/pictures';
import { VILLAGE } from '../support/township';
import { chooseUnit, hazardId, openHazard, photosThere, takeStep } from './support/pages';
import { type Device, type Stage, stage } from './support/phone';

jest.setTimeout(240_000);

/** 群众举报 followed to its end: by somebody without an account, who scanned a code on a wall. */
let set: Stage;
let code: string;
let factoryCode: string;
beforeAll(async () => {
  set = await stage();
  await set.town.as.safetyStation.post('/api/public-points', {});
  const { body } = await set.town.as.safetyStation.get(`/api/public-points?area=${VILLAGE}&limit=100`);
  const codeOf = (unitId: string) => body.items.find((it: PublicPointRow) => it.unitId === unitId).code;
  code = codeOf(set.town.id(`unit:${VILLAGE}`));
  factoryCode = codeOf(set.town.id('unit:changsheng'));
}, 60_000);
afterAll(() => set.close());

const LINE = '成型车间外的排水沟没有盖板，夜里有人踩空';
/** What can be read on the page on top; those below it stay in the document, hidden. */
const shown = (device: Device) => device.page.locator('main:visible').textContent();
const follow = (device: Device, followCode: string) =>
  device.open(`public-reports/open/follow/index?code=${followCode}`);

it('goes from the poster’s code to “没有整改好”, to a second look, to “真的整改好了”', async () => {
  const villager = await set.stranger(`/p/${code}`);
  await villager.sees('有危险，先打电话');
  const [danger, field] = await Promise.all([
    villager.page.locator('.danger').boundingBox(),
    villager.page.locator('#description').boundingBox(),
  ]);
  expect(danger!.y).toBeLessThan(field!.y);
  for (const number of ['119', '120', '110', '0349-0000004']) await villager.sees(number);
  await villager.write('description', LINE);
  await villager.write('spot', '厂门西边二十米');
  await villager.photograph('photoIds', await jpegWithExif(1200, 900));
  await villager.visible('留姓名电话', { exact: true }).click();
  await villager.press('提交举报');
  await villager.sees('请填姓名');
  await villager.write('reporter', '村民丙（示例）');
  await villager.write('phone', '13800009003');
  await villager.press('提交举报');
  await villager.sees('已收到，请记下查询码');
  const followCode = plainCode((await villager.page.locator('#follow-code').textContent()) ?? '');
  expect(followCode).toMatch(/^[2-9A-HJ-NP-Z]{12}$/);
  await villager.press('看办到哪一步');
  await villager.sees('安监站已经收到，还没有核实。');

  const station = await set.actor('safetyStation', 'desk');
  await station.sees(LINE);
  await station.press('筛查举报');
  await station.sees('村民丙（示例）');
  await photosThere(station, '.photos', 1);
  await station.press('转为隐患');
  await chooseUnit(station, 'unitId', '昌盛建材厂');
  await station.visible('现场交办', { exact: true }).click();
  await station.press('转为隐患，现场交办');
  await station.sees('隐患详情');
  await station.sees('来源：群众举报');
  const id = hazardId(station);
  expect(await shown(station)).not.toMatch(/13800009003|村民丙/);
  await follow(villager, followCode);
  await villager.sees('已交有关单位整改');

  const owner = await set.actor('enterpriseHead');
  await openHazard(owner, id);
  expect(await shown(owner)).not.toMatch(/13800009003|村民丙/);
  await takeStep(owner, '提交整改', () => owner.write('text', '盖板已装好'));
  await owner.sees('待复查');
  const closing = async () => {
    await openHazard(station, id);
    await takeStep(station, '复查合格', async () => {
      await station.choose('companionPersonId', '张建国');
    });
    await station.sees('复查合格');
    await takeStep(station, '销号');
    await station.sees('已销号');
  };
  await closing();

  await follow(villager, followCode);
  await villager.sees('是不是真的改好了，请您说一声');
  await villager.visible('没有整改好', { exact: true }).click();
  await villager.write('text', '只盖了一半');
  await villager.press('提交反馈');
  await villager.sees('您反馈没有整改好，安监站会再去看。');

  await station.open('today/index');
  await station.sees('举报人反馈没有整改好，待核查');
  await openHazard(station, id);
  await takeStep(station, '重新启动', () => station.write('text', '抽查属实，只盖了一半'));
  await station.sees('重新启动');
  await takeStep(station, '交办');
  await follow(villager, followCode);
  await villager.sees('已交有关单位整改');
  await openHazard(owner, id);
  await takeStep(owner, '提交整改', () => owner.write('text', '全部盖好并固定'));
  await owner.sees('待复查');
  await closing();

  await follow(villager, followCode);
  await villager.visible('真的整改好了', { exact: true }).click();
  await villager.press('提交反馈');
  await villager.sees('已经办结。谢谢您的反馈。');
  const { body } = await set.town.as.safetyStation.get('/api/public-reports?limit=5');
  expect(body.items[0]).toMatchObject({ stage: 'confirmed', hazardId: id });
  await station.open('public-reports/desk/list/index');
  await station.sees('没有等着处理的举报');
  await station.press('全部');
  await station.visible(LINE).click();
  await station.sees('反馈已整改好');
  await station.sees('举报人的反馈');
});

it('takes an anonymous one with a photo at an enterprise; what nothing is made of is explained to whoever told it', async () => {
  const passerBy = await set.stranger(`/p/${factoryCode}`);
  await passerBy.sees('昌盛建材厂（示例）');
  await passerBy.photograph('photoIds', await jpegWithExif(1200, 900));
  await passerBy.write('description', '厂门口夜里很吵');
  await passerBy.press('提交举报');
  await passerBy.sees('已收到，请记下查询码');
  const followCode = plainCode((await passerBy.page.locator('#follow-code').textContent()) ?? '');

  const station = await set.actor('safetyStation');
  await station.sees('厂门口夜里很吵');
  await station.press('筛查举报');
  await station.sees('匿名举报，没有留姓名和电话。');
  await photosThere(station, '.photos', 1);
  await station.choose('reason', '转其他部门办理');
  await station.press('向举报人说明');
  await station.sees('有一处需要改一下');
  await station.write('text', '已转县生态环境分局，由他们答复');
  await station.press('向举报人说明');
  await station.sees('对举报人的答复');
  await station.open('today/index');
  await station.sees('等我办的');
  expect(await station.page.locator('.today-item:visible', { hasText: '厂门口夜里很吵' }).count()).toBe(0);

  await follow(passerBy, followCode);
  await passerBy.sees('转其他部门办理：已转县生态环境分局，由他们答复');
  expect(await passerBy.page.getByText('是不是真的整改好了').count()).toBe(0);
  const { body } = await set.town.as.enterpriseHead.get('/api/public-reports');
  expect(JSON.stringify(body)).not.toContain('厂门口夜里很吵');
});

it('says so where a code is none, was renewed, or the follow code is wrong', async () => {
  const stranger = await set.stranger('/p/%3Cscript%3E');
  await stranger.sees('没有认出二维码');
  await stranger.sees('119');
  await stranger.press('已经举报过，查办到哪一步');
  await stranger.write('followCode', 'ABCD-0000');
  await stranger.press('查办到哪一步');
  await stranger.sees('请再核对一遍');

  const { body } = await set.town.as.safetyStation.get('/api/public-points?area=140621200204&limit=100');
  const { pointId, code: old } = body.items.find((it: PublicPointRow) => it.kind === 'village');
  await set.town.as.safetyStation.post(`/api/public-points/${pointId}/renew`, { text: '被撕' });
  const late = await set.stranger(`/p/${old}`);
  await late.sees('这个二维码已经换成新的');
  await late.sees('119');
});
