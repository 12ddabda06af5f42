import { addDays, dateOf } from '@zerentian/shared/calendar';
import type { HazardDetail } from '@zerentian/shared/hazards/hazard.contract';
import { NOT_A_CLUE } from '@zerentian/shared/supervision-notices/supervision-notice.contract';
import { jpegWithExif } from '../support/pictures';
import type { ActorName } from '../support/township';
import { Days } from './support/days';
import { CLAUSE, LINE, reportSuspicion, submitPlan, takeMeasures } from './support/major';
import { hazardId, history, openHazard, photosThere, stages, takeCheckedStep, takeStep } from './support/pages';
import { type Device, type Stage, stage } from './support/phone';
import { explain, markSeen, markUnderstood, openFromList, openFromToday, paperText } from './support/supervision';

jest.setTimeout(240_000);

/** The whole of it ends before today. */
const DAYS = 43;
/** The county’s limit, as a day of the journey. */
const LIMIT = 24;

const JUDGED = '山应急〔2026〕12号';
const LISTED = '山安委〔2026〕31号';
const WRITTEN_OFF = '山应急〔2026〕58号';
const NOTICES = 'supervision-notices/index';

let set: Stage;
let days: Days;
let photo: Buffer;
let id: string;
let owner: Device;
let station: Device;
let deputy: Device;
let discipline: Device;

beforeAll(async () => {
  [set, photo] = await Promise.all([stage(), jpegWithExif(1200, 900)]);
  days = new Days(set.town, addDays(dateOf(new Date()), -DAYS));
}, 60_000);
afterAll(() => set.close());

const read = async () => (await set.town.as.safetyStation.get<HazardDetail>(`/api/hazards/${id}`)).body;
const nameOf = async (actor: ActorName): Promise<string> => (await set.town.as[actor].get('/api/me')).body.person.name;
const page = () => `hazards/detail/index?id=${id}`;

/** 疑似重大, from the cadre’s photo to the county’s 核销: every decision is the county’s, the township only puts its papers on record. */
describe('重大, from suspicion to 核销', () => {
  it('is reported as suspected, and the page says until when the county must be told', async () => {
    const cadre = await set.actor('villageCadre');
    await reportSuspicion(cadre, photo);
    await cadre.sees(/须在.*前上报县级/);
    id = hazardId(cadre);
    expect(await stages(cadre)).toEqual(['✓上报', '现在报县', '判定', '挂牌', '方案', '整改', '复查', '核销']);
    await cadre.picture('major-1-suspected');
  });

  it('is met with first measures by the enterprise, before anybody has judged', async () => {
    owner = await set.actor('enterpriseHead');
    await openHazard(owner, id);
    await takeMeasures(owner, '二车间已停机断电，人员撤到厂门口');
    await owner.sees('二车间已停机断电，人员撤到厂门口');
    expect(await read()).toMatchObject({ state: 'reported', level: 'suspected-major' });
  });

  it('is told to 分管 and 乡长 as the county’s hour passes', async () => {
    await days.pass(1);
    deputy = await set.actor('safetyDeputy');
    const leader = await set.actor('townshipHead');
    for (const above of [deputy, leader]) await above.sees(/应于.*前上报县级，至今未报/);
    await openHazard(deputy, id);
    await deputy.sees('逾期，已提示分管负责人');
    await deputy.sees('逾期，已提示主要负责人');
  });

  it('lies with 安监站 until 乡纪委 gets a 监督提示, which counts nowhere', async () => {
    await days.pass(15);
    discipline = await set.actor('discipline');
    expect(await discipline.readsOn(NOTICES, '没有您要看的监督提示')).not.toContain(LINE);
    const board = async () => (await set.town.as.partySecretary.get('/api/dashboards')).body;
    const before = await board();
    await days.pass(16);
    expect({ ...(await board()), asOf: before.asOf }).toEqual(before);
    await openFromToday(discipline, LINE, '去看监督提示');
    await discipline.sees(/^疑似重大隐患上报县级/);
    await discipline.sees(await nameOf('safetyStation'));
    await discipline.picture('major-5-supervision');
    await markSeen(discipline);
  });

  it('is explained by whom the 监督提示 names; of it nobody below or outside learns', async () => {
    station = await set.actor('safetyStation', 'desk');
    await openFromToday(station, LINE, '去说明情况');
    await explain(station, '站里等专家现场看过才敢报，拖过了时限');
    const others = [
      await set.actor('safetyStationMember'),
      await set.actor('enterpriseHead'),
      await set.actor('county'),
    ];
    for (const other of others) {
      expect(await other.readsOn(page(), '办理经过')).not.toContain('监督提示');
      expect(await other.readsOn('today/index', '等我办的')).not.toContain('监督提示');
      expect(await other.readsOn(NOTICES, '没有您要看的监督提示')).not.toContain(LINE);
    }
    expect(await station.readsOn('duty-records/summary/index', '我的工作小结')).not.toContain('监督提示');
  });

  it('and is marked by 乡纪委 as understood; its paper says all of it, and what it is not', async () => {
    await openFromList(discipline, LINE);
    await discipline.sees('站里等专家现场看过才敢报');
    await markUnderstood(discipline, '已与站长谈话，当日上报县级');
    const paper = await paperText(discipline);
    for (const words of [LINE, '站里等专家现场看过才敢报', '已与站长谈话', NOT_A_CLUE]) expect(paper).toContain(words);
  });

  it('goes to the county with the facts as they are on record, and without any judgement by the township', async () => {
    await days.pass(18);
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
      await station.write('deadline', days.date(LIMIT));
      await station.choose('leaderPostId', await nameOf('townshipHead'));
    });
    await station.sees('等责任单位提交整改方案（五落实）');
    expect(await read()).toMatchObject({
      state: 'assigned',
      level: 'major',
      deadline: days.date(LIMIT),
      county: { judgementNumber: JUDGED, listingNumber: LISTED },
      leader: { name: await nameOf('townshipHead') },
    });
  });

  it('waits for the plan: with four of five it is none', async () => {
    await days.pass(19);
    await owner.comesBack(page(), await nameOf('enterpriseHead'));
    await owner.sees('五项齐了才能开始整改');
    expect(await owner.page.getByRole('button', { name: '开始整改' }).filter({ visible: true }).count()).toBe(0);
    await submitPlan(owner);
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
    await days.pass(LIMIT - 1);
    await openHazard(owner, id);
    await takeStep(owner, '申请延期', async () => {
      await owner.write('until', days.date(LIMIT + 15));
      await owner.write('text', '供货商说要晚两周');
    });
    await owner.sees('责任单位申请延期，等交办人答复');
    await deputy.comesBack(page(), await nameOf('safetyDeputy'));
    await deputy.sees('供货商说要晚两周');
    await takeStep(deputy, '不同意延期', () => deputy.write('text', '换一家供货，期限不变'));
    await deputy.sees('责任单位正在整改');
    expect(await read()).toMatchObject({ state: 'rectifying', deadline: days.date(LIMIT), askedUntil: null });
  });

  it('passes the limit, and rung by rung those above the enterprise learn of it, never 乡纪委', async () => {
    await days.pass(LIMIT + 3);
    await owner.open('today/index');
    await owner.sees('逾期 3 天');
    await owner.sees('请尽快办理');
    await (await set.actor('villageLeader')).sees(/已逾期 3 天.*请督促/);
    await days.pass(LIMIT + 15);
    await (await set.actor('townshipHead')).sees(/已逾期 10 天.*请督促/);
    await station.comesBack('today/index', await nameOf('safetyStation'));
    await station.sees('移送执法建议');
    await openHazard(station, id);
    await station.picture('major-6-late');
    const { items } = (await set.town.as.discipline.get('/api/supervision-notices')).body;
    expect(items).toHaveLength(1);
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
    await photosThere(station, '.before-after', 2);
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
      '逾期，已提示分管负责人',
      '逾期，已提示主要负责人',
      '逾期，已提示责任人',
      '上报县级',
      '登记县级判定',
      '登记挂牌督办',
      '提交整改方案（五落实）',
      '开始整改',
      '跟踪督办',
      '申请延期',
      '不同意延期',
      '逾期，已提示责任人',
      '逾期，已提示包村领导',
      '逾期，已提示分管负责人',
      '逾期，已提示主要负责人',
      '逾期，已提示安监站（上报县级、移送执法建议）',
      '提交整改',
      '退回重改',
      '提交整改',
      '复查合格',
      '上报县级',
      '登记县级核销',
    ]);
  });
});
