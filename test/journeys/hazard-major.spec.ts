import { addDays, dateOf } from '@zerentian/shared/calendar';
import type { HazardDetail } from '@zerentian/shared/hazards/hazard.contract';
import { jpegWithExif } from '../support/pictures';
import {
  chooseUnit,
  fillStep,
  hazardId,
  history,
  openHazard,
  stages,
  takeCheckedStep,
  takeStep,
} from './support/pages';
import { type Device, type Stage, stage } from './support/phone';

jest.setTimeout(240_000);

const LINE = '除尘管道积灰，车间里有人动火';
const CLAUSE = '工贸企业重大事故隐患判定标准 第十一条';
const JUDGED = '山应急〔2026〕12号';
const LISTED = '山安委〔2026〕31号';
const WRITTEN_OFF = '山应急〔2026〕58号';

let set: Stage;
let photo: Buffer;
let id: string;
let owner: Device;
let station: Device;
let deputy: Device;

beforeAll(async () => {
  [set, photo] = await Promise.all([stage(), jpegWithExif(1200, 900)]);
}, 60_000);
afterAll(() => set.close());

const read = async () => (await set.town.as.safetyStation.get<HazardDetail>(`/api/hazards/${id}`)).body;
const nameOf = async (actor: 'villageCadre' | 'safetyStation' | 'townshipHead'): Promise<string> =>
  (await set.town.as[actor].get('/api/me')).body.person.name;
const inDays = (days: number) => addDays(dateOf(new Date()), days);

/** 疑似重大, from the cadre’s photo to the county’s 核销: every decision is the county’s, the township only puts its papers on record. */
describe('重大, from suspicion to 核销', () => {
  it('is reported as suspected, and the page says until when the county must be told', async () => {
    const cadre = await set.actor('villageCadre');
    await cadre.press('上报隐患');
    await cadre.write('description', LINE);
    await cadre.photograph('photoIds', photo);
    await chooseUnit(cadre, 'unitId', '昌盛建材厂');
    await cadre.visible('上报研判', { exact: true }).click();
    await cadre.press(/^补充：/);
    await cadre.visible('疑似重大', { exact: true }).click();
    await cadre.write('standardClause', CLAUSE);
    await cadre.page.locator('#submit-hazard:visible').click();
    await cadre.sees('隐患详情');
    await cadre.sees(/须在.*前上报县级/);
    id = hazardId(cadre);
    expect(await stages(cadre)).toEqual(['✓上报', '现在报县', '判定', '挂牌', '方案', '整改', '复查', '核销']);
    await cadre.picture('major-1-suspected');
  });

  it('is met with first measures by the enterprise, before anybody has judged', async () => {
    owner = await set.actor('enterpriseHead');
    await openHazard(owner, id);
    await takeStep(owner, '采取先期措施', async () => {
      await owner.page.getByRole('checkbox', { name: '停止作业或使用' }).click();
      await owner.page.getByRole('checkbox', { name: '撤离人员' }).click();
      await owner.write('text', '二车间已停机断电，人员撤到厂门口');
    });
    await owner.sees('二车间已停机断电，人员撤到厂门口');
    expect(await read()).toMatchObject({ state: 'reported', level: 'suspected-major' });
  });

  it('goes to the county with the facts as they are on record, and without any judgement by the township', async () => {
    station = await set.actor('safetyStation', 'desk');
    await openHazard(station, id);
    for (const own of ['初判为重大', '认定重大', '挂牌督办', '核销'])
      expect(await station.page.getByRole('button', { name: own, exact: true }).count()).toBe(0);
    await takeCheckedStep(station, /^上报县级$/, ['停止作业或使用', CLAUSE, '1 张'], async () => {
      await station.write('reportNumber', '吴政安〔2026〕7号');
    });
    await station.sees('已上报县级，等县级判定是不是重大');
    expect(await read()).toMatchObject({
      state: 'with-county',
      county: { purpose: 'judgement', reportNumber: '吴政安〔2026〕7号' },
      countyDueAt: null,
    });
    await station.picture('major-2-with-county');
  });

  it('is judged and listed by the county, with number, limit and 包保领导', async () => {
    await takeCheckedStep(station, '登记县级判定', [JUDGED], async () => {
      await station.write('countyNumber', JUDGED);
      await station.photograph('photoIds', photo);
      await station.sees('已存手机');
    });
    await station.sees('县级已判定为重大，等县级挂牌督办');
    await takeCheckedStep(station, '登记挂牌督办', [LISTED, await nameOf('townshipHead')], async () => {
      await station.write('countyNumber', LISTED);
      await station.write('deadline', inDays(20));
      await station.choose('leaderPostId', await nameOf('townshipHead'));
    });
    await station.sees('等责任单位提交整改方案（五落实）');
    expect(await read()).toMatchObject({
      state: 'assigned',
      level: 'major',
      deadline: inDays(20),
      county: { judgementNumber: JUDGED, listingNumber: LISTED },
      leader: { name: await nameOf('townshipHead') },
    });
  });

  it('waits for the plan: with four of five it is none', async () => {
    await openHazard(owner, id);
    await owner.sees('五项齐了才能开始整改');
    expect(await owner.page.getByRole('button', { name: '开始整改' }).filter({ visible: true }).count()).toBe(0);
    await fillStep(owner, '提交整改方案', async () => {
      await owner.write('responsibility', '厂长孟某负总责，车间主任落实');
      await owner.write('measures', '更换除尘管道，改好前停用二车间');
      await owner.write('funds', '8 万元，自筹，已到账');
      await owner.write('timeLimit', '十五天内装好试车');
    });
    await owner.sees('有一处需要改一下');
    await owner.write('contingency', '冒烟立即断电撤人，拨 119');
    await owner.page.locator('#take-step:visible').click();
    await owner.sees('厂长孟某负总责，车间主任落实');
    await takeStep(owner, '开始整改');
    await owner.sees('责任单位正在整改');
    expect(await stages(owner)).toEqual(['✓上报', '✓报县', '✓判定', '✓挂牌', '✓方案', '现在整改', '复查', '核销']);
  });

  it('is followed up by the 包保领导', async () => {
    const leader = await set.actor('townshipHead');
    await openHazard(leader, id);
    await takeStep(leader, '跟踪督办', () => leader.write('text', '到厂里看了，管道已订货'));
    await leader.sees('跟踪督办 1 次');
    await leader.sees('到厂里看了，管道已订货');
  });

  it('gets no more time: the refusal says why, and the limit stays', async () => {
    await openHazard(owner, id);
    await takeStep(owner, '申请延期', async () => {
      await owner.write('until', inDays(40));
      await owner.write('text', '供货商说要晚两周');
    });
    await owner.sees('责任单位申请延期，等交办人答复');
    deputy = await set.actor('safetyDeputy');
    await openHazard(deputy, id);
    await deputy.sees('供货商说要晚两周');
    await takeStep(deputy, '不同意延期', () => deputy.write('text', '换一家供货，期限不变'));
    await deputy.sees('责任单位正在整改');
    expect(await read()).toMatchObject({ state: 'rectifying', deadline: inDays(20), askedUntil: null });
  });

  it('is sent back once, with the reason, and found in order the second time, before and after side by side', async () => {
    await openHazard(owner, id);
    await takeStep(owner, /^提交整改$/, () => owner.write('text', '管道已换'));
    await owner.sees('已整改，等别人复查');
    await openHazard(station, id);
    const companion = await nameOf('villageCadre');
    await takeStep(station, '退回重改', async () => {
      await station.write('text', '法兰处还漏灰，动火审批没有上墙');
      await station.choose('companionPersonId', companion);
    });
    await station.sees('复查没有通过，等责任单位重改');
    await openHazard(owner, id);
    await owner.sees('法兰处还漏灰，动火审批没有上墙');
    await takeStep(owner, /^提交整改$/, async () => {
      await owner.write('text', '法兰已密封，动火审批已上墙');
      await owner.photograph('photoIds', photo);
      await owner.sees('已存手机');
    });
    await openHazard(station, id);
    await station.sees('整改前（1 张）');
    await station.sees('整改后（1 张）');
    await station.picture('major-3-before-after');
    await takeStep(station, /^复查合格$/, () => station.choose('companionPersonId', companion));
    await station.sees('复查合格，等县级验收核销');
    expect(
      await station.page.getByRole('button', { name: '销号', exact: true }).filter({ visible: true }).count(),
    ).toBe(0);
  });

  it('is written off by the county, and only then closed', async () => {
    await takeCheckedStep(station, /^上报县级$/, ['整改完成，报请验收核销']);
    await station.sees('已报县级验收，等县级核销');
    const county = await set.actor('county', 'desk');
    await openHazard(county, id);
    await takeCheckedStep(county, '登记县级核销', [WRITTEN_OFF], () => county.write('countyNumber', WRITTEN_OFF));
    await county.sees('已销号，了结');
    await county.sees(WRITTEN_OFF);
    expect(await read()).toMatchObject({ state: 'closed', level: 'major', county: { writeOffNumber: WRITTEN_OFF } });
    await county.picture('major-4-written-off');
  });

  it('leaves a history that tells every step by its name', async () => {
    await openHazard(station, id);
    const told = (await history(station)).map(([what]) => what.replace(/ → .*/, '')).reverse();
    expect(told).toEqual([
      '上报',
      '采取先期措施',
      '上报县级',
      '登记县级判定',
      '登记挂牌督办',
      '提交整改方案（五落实）',
      '开始整改',
      '跟踪督办',
      '申请延期',
      '不同意延期',
      '提交整改',
      '退回重改',
      '提交整改',
      '复查合格',
      '上报县级',
      '登记县级核销',
    ]);
  });
});
