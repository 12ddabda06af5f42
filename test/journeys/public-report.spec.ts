import { plainCode } from '@zerentian/shared/public-reports/public-code';
import type { PublicPointRow } from '@zerentian/shared/public-reports/public-point.contract';
import { jpegWithExif } from '../support/pictures';
import { VILLAGE } from '../support/township';
import { chooseUnit, hazardId, openHazard, takeStep } from './support/pages';
import { type Device, type Stage, stage } from './support/phone';

jest.setTimeout(240_000);

/** 群众举报 followed to its end: by somebody without an account, who scanned a code on a wall. */
let set: Stage;
let code: string;
beforeAll(async () => {
  set = await stage();
  await set.town.as.safetyStation.post('/api/public-points', {});
  const { body } = await set.town.as.safetyStation.get(`/api/public-points?area=${VILLAGE}&limit=100`);
  code = body.items.find((it: PublicPointRow) => it.kind === 'village').code;
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
