import { HazardEscalations } from '@zerentian/server/hazards/hazard-escalations.service';
import { RulesService } from '@zerentian/server/rules/rules.service';
import { addDays, dateOf, daysBetween, startOf } from '@zerentian/shared/calendar';
import type { HazardDetail, HazardView } from '@zerentian/shared/hazards/hazard.contract';
import { isTransferSuggested } from '@zerentian/shared/hazards/hazard.next';
import type { TodayItem } from '@zerentian/shared/today/today.contract';
import { actsOn } from '../support/acts';
import { startApp, type TestApp } from '../support/app';
import { forEachTest } from '../support/for-spec';
import { hazardSpec } from '../support/hazard-desk';
import { type ActorName, VACANT_VILLAGE } from '../support/township';
import { verify } from './ledger.support';

const { town, desk } = hazardSpec(forEachTest);
const DAY_MS = 24 * 3600_000;
/** Every rung has come by then, and the town is still as it was filled. */
const WEEKS_AGO = 27;

const day = (count: number) => dateOf(new Date(Date.now() - (WEEKS_AGO - count) * DAY_MS));
/** Ten in the morning of the day so many after the beginning. */
const on = (count: number, hour = 10) => town.clock.set(new Date(startOf(day(count)).getTime() + hour * 3600_000));
const sweep = (server: TestApp = town) => server.nest.get(HazardEscalations, { strict: false }).sweep();
const post = (key: string) => town.id(`post:${key}`);

interface Row {
  id: string;
  rung: string;
  toPostId: string;
  holderPostId: string;
  dueOn: string;
  toldAt: string | Date;
}

async function rungs(hazard: { id: string }): Promise<Row[]> {
  return town.source.query('SELECT * FROM escalation WHERE hazardId = ? ORDER BY toldAt, id', [hazard.id]);
}

/** Lets the days pass, the job twice on each: as by the clock, and as after a restart. */
async function pass(from: number, until: number): Promise<void> {
  for (let count = from; count <= until; count++) {
    for (const hour of [1, 13]) {
      on(count, hour);
      await sweep();
    }
  }
}

/** Which rung was told how many days late, in order. */
async function told(hazard: { id: string }): Promise<string[]> {
  const rows = await rungs(hazard);
  return rows.map((row) => {
    const at = row.toldAt instanceof Date ? row.toldAt : new Date(`${String(row.toldAt).replace(' ', 'T')}Z`);
    return `${row.rung} ${daysBetween(row.dueOn, dateOf(at))}`;
  });
}

const handedOver = () => desk.report('villageCadre', desk.handedOver({ deadline: day(1) }));
const noticesFor = (hazard: { id: string }, key: string): Promise<{ text: string }[]> =>
  town.source.query('SELECT text FROM notice WHERE hazardId = ? AND postId = ? AND text LIKE ?', [
    hazard.id,
    post(key),
    '%逾期%',
  ]);
const supervisions = (hazard: { id: string }) =>
  town.source.query('SELECT * FROM supervision_notice WHERE hazardId = ?', [hazard.id]);

describe('an enterprise that is late', () => {
  it('is told first, then those above, each once; then 安监站 that the county may take it', async () => {
    on(0);
    const hazard = await handedOver();
    await pass(0, 26);
    expect(await told(hazard)).toEqual(['holder 1', 'village-leader 3', 'deputy 5', 'leader 10', 'transfer 15']);
    const receivers = (await rungs(hazard)).map((row) => row.toPostId);
    expect(receivers.slice(2)).toEqual(['safety-deputy', 'township-head', 'safety-station-head'].map(post));
    expect(await noticesFor(hazard, 'safety-deputy')).toHaveLength(1);
    expect((await noticesFor(hazard, 'safety-station-head'))[0]?.text).toContain('移送执法建议');
    expect(await supervisions(hazard)).toEqual([]);
    for (const row of await rungs(hazard)) {
      const acts = await actsOn(town, row.id);
      expect(acts).toMatchObject([{ act: 'escalate', personId: null, changes: { rung: row.rung } }]);
    }
    expect((await verify(town)).findings).toEqual([]);
  });

  it('is then a matter of 安监站 in 今日, until it is put in order or goes to the county', async () => {
    on(0);
    const hazard = await handedOver();
    const mine = async (actor: ActorName = 'safetyStation') => {
      const { items } = (await town.as[actor].get(`/api/today?limit=100`)).body;
      return items.filter((it: TodayItem) => it.hazardId === hazard.id);
    };
    await pass(2, 15);
    expect(await mine()).toEqual([]);
    await pass(16, 17);
    const handOver = { kind: 'hazard', step: '上报县级', postId: post('safety-station-head'), dueOn: null };
    expect(await mine()).toMatchObject([{ ...handOver, subtitle: expect.stringContaining('移送执法') }]);
    for (const actor of ['safetyDeputy', 'villageCadre', 'tradeStation'] as const)
      expect(await mine(actor)).toEqual([]);
    await desk.report('villageCadre', { areaCode: desk.enterprise.areaCode, description: '墙裂了' });
    const { items }: { items: TodayItem[] } = (await town.as.safetyStation.get('/api/today?limit=100')).body;
    const titles = items.filter(({ kind }) => kind === 'hazard').map(({ title }) => title);
    expect(titles.indexOf('墙裂了')).toBeGreaterThan(titles.indexOf(hazard.description!));

    await desk.step('enterpriseHead', hazard, 'submit', { text: '已清理' });
    expect(await mine()).toMatchObject([{ kind: 'recheck' }]);
    const together = { companionPersonId: desk.personOf('villageCadre') };
    await desk.step('safetyStation', hazard, 'return', { ...together, text: '只清了一半' });
    expect(await mine()).toMatchObject([handOver]);
    const detail = await desk.detail('safetyStation', hazard);
    const late = { state: detail.state, holderDueOn: detail.holder!.dueOn };
    expect(isTransferSuggested(late, detail.escalations)).toBe(true);
    const transfer = { purpose: 'transfer', clause: '安全生产法第一百零二条', text: '逾期未改' };
    expect(await desk.step('safetyStation', hazard, 'report-to-county', transfer)).toMatchObject({ status: 200 });
    expect(await mine()).toEqual([]);
  });

  it('shows in the hazard’s detail, and no rung is told once it is submitted', async () => {
    on(0);
    const hazard = await handedOver();
    await pass(2, 4);
    on(5);
    await desk.step('enterpriseHead', hazard, 'submit', { text: '已清理' });
    await pass(5, 13);
    expect(await told(hazard)).toEqual(['holder 1', 'village-leader 3']);
    const detail = await desk.detail('villageCadre', hazard);
    expect(detail.escalations.map((it) => it.target)).toEqual(['village-leader', 'holder']);
    expect(detail.escalations[0]).toMatchObject({ dueOn: day(1), to: { post: expect.stringContaining('包村领导') } });
  });

  it('in a village without 包村领导 it goes to whoever answers for that post, once', async () => {
    on(0);
    const [unit] = await town.source.query("SELECT id FROM unit WHERE kind = 'enterprise' AND areaCode = ?", [
      VACANT_VILLAGE,
    ]);
    const hazard = await desk.report('safetyStation', desk.handedOver({ unitId: unit.id, deadline: day(8) }));
    await pass(8, 26);
    expect((await rungs(hazard)).map((row) => [row.rung, row.toPostId])).toEqual([
      ['holder', expect.anything()],
      ['village-leader', post('safety-deputy')],
      ['leader', post('township-head')],
      ['transfer', post('safety-station-head')],
    ]);
  });
});

describe('a post of the township that is late', () => {
  const referred = (body = {}) =>
    desk.report('villageCadre', { areaCode: desk.enterprise.areaCode, description: '墙裂了', ...body });
  const dueOf = (hazard: HazardView) => daysBetween(day(0), hazard.holder?.dueOn ?? '');

  it('安监站: 分管, 主要负责人, then 监督提示 that names who held it; no subordinate learns of it', async () => {
    on(0);
    const hazard = await referred();
    const due = dueOf(hazard);
    await pass(due, due + 16);
    expect(await told(hazard)).toEqual(['holder 1', 'deputy 5', 'leader 10']);
    expect(await supervisions(hazard)).toMatchObject([
      {
        step: '安监站初判',
        postId: post('safety-station-head'),
        personId: desk.personOf('safetyStation'),
        toPostId: post('discipline-secretary'),
        superiorPostId: post('safety-deputy'),
      },
    ]);
    const detail = await desk.detail('villageCadre', hazard);
    expect(JSON.stringify(detail)).not.toContain('监督提示');
    expect((await verify(town)).findings).toEqual([]);
  });

  it('分管, managed by the county: 乡长 is told, 乡纪委 is not; and the new holder begins anew', async () => {
    on(0);
    const hazard = await referred();
    await pass(0, dueOf(hazard) + 1);
    expect(await told(hazard)).toEqual(['holder 1']);
    await desk.step('safetyStation', hazard, 'assess', { level: 'general', responsibleUnitId: desk.enterprise.id });
    const { holder } = await desk.detail('safetyDeputy', hazard);
    const due = daysBetween(day(0), holder?.dueOn ?? '');
    await pass(due, 26);
    expect((await rungs(hazard)).map((row) => [row.rung, row.holderPostId])).toEqual([
      ['holder', post('safety-station-head')],
      ['holder', post('safety-deputy')],
      ['leader', post('safety-deputy')],
    ]);
    expect(await supervisions(hazard)).toEqual([]);
  });

  it('sees in 今日 until when it must act, and how late it is', async () => {
    on(0);
    const hazard = await referred();
    on(dueOf(hazard) + 2);
    const items: TodayItem[] = (await town.as.safetyStation.get('/api/today?limit=100')).body.items;
    const item = items.find((it) => it.hazardId === hazard.id);
    expect(item).toMatchObject({ dueOn: hazard.holder?.dueOn, overdueDays: 2 });
    const detail: HazardDetail = await desk.detail('safetyStation', hazard);
    expect(detail).toMatchObject({ overdueDays: 0, holder: { overdueDays: 2 } });
  });

  it('has its date by the calendar of the day on which it was made; a change of the rules moves none that stands', async () => {
    on(0);
    const rules = town.nest.get(RulesService, { strict: false });
    const before = (await referred()).holder?.dueOn as string;
    const off = { off: new Set([before]), work: new Set<string>() };
    const years = [before.slice(0, 4), addDays(before, 10).slice(0, 4)].map((year) => [Number(year), off] as const);
    const changed = jest.replaceProperty(rules, 'current', { ...rules.current, holidays: new Map(years) });
    const hazard = await referred();
    changed.restore();
    expect(hazard.holder?.dueOn && hazard.holder.dueOn > before).toBe(true);
    expect((await desk.detail('villageCadre', hazard)).holder?.dueOn).toBe(hazard.holder?.dueOn);
  });
});

it('疑似重大 that is not reported to the county in time: 分管 and 主要负责人 at once, each once; in the end 监督提示', async () => {
  on(0);
  const body = { areaCode: desk.enterprise.areaCode, level: 'suspected-major', standardClause: '示例第 1 条' };
  const hazard = await desk.report('villageCadre', { ...body, description: '粉尘积聚' });
  on(0, 23);
  await sweep();
  expect(await rungs(hazard)).toEqual([]);
  on(1, 11);
  await sweep();
  await sweep();
  const rows = await rungs(hazard);
  expect(rows.map((row) => [row.rung, row.toPostId]).sort()).toEqual([
    ['county-deputy', post('safety-deputy')],
    ['county-leader', post('township-head')],
  ]);
  await pass(2, 17);
  expect(await told(hazard)).toEqual(expect.arrayContaining(['county-deputy 0', 'county-leader 0', 'holder 1']));
  expect(await rungs(hazard)).toHaveLength(3);
  expect(await supervisions(hazard)).toMatchObject([
    { step: '疑似重大隐患上报县级', dueOn: day(1), personId: desk.personOf('safetyStation') },
  ]);
});

it('two servers at it at once, again and again: no rung is told twice, and none is left out', async () => {
  on(0);
  const hazards = [];
  for (let count = 0; count < 5; count++) hazards.push(await handedOver());
  const other = await startApp({}, town);
  for (let count = 2; count <= 17; count++) {
    on(count);
    other.clock.set(town.clock.now());
    await Promise.all([sweep(town), sweep(other), sweep(town), sweep(other)]);
  }
  for (const hazard of hazards) {
    expect(await told(hazard)).toEqual(['holder 1', 'village-leader 3', 'deputy 5', 'leader 10', 'transfer 15']);
    expect(await noticesFor(hazard, 'safety-deputy')).toHaveLength(1);
  }
  expect((await verify(town)).findings).toEqual([]);
  await other.close();
});
