import { dateOf } from '@zerentian/shared/calendar';
import type { DashboardView } from '@zerentian/shared/dashboards/dashboard.contract';
import type { HazardView } from '@zerentian/shared/hazards/hazard.contract';
import { type HazardDesk, hazardDesk } from '../support/hazard-desk';
import { type ActorName, startTownship, TOWNSHIP, type Township, VILLAGE } from '../support/township';

let town: Township;
let desk: HazardDesk;

beforeAll(async () => {
  town = await startTownship();
  desk = await hazardDesk(town);
});
afterEach(() => town.clock.set(null));
afterAll(() => town.close());

async function board(actor: ActorName, area = TOWNSHIP): Promise<DashboardView> {
  const answer = await town.as[actor].get(`/api/dashboards/${area}`);
  expect(answer.status).toBe(200);
  return answer.body;
}

async function listed(actor: ActorName, query: string): Promise<HazardView[]> {
  return (await town.as[actor].get(`/api/hazards?limit=100&${query}`)).body.items;
}

const daysLater = (days: number) => town.clock.set(new Date(Date.now() + days * 86_400_000));

describe('看板', () => {
  it('is for those whose posts reach over the area', async () => {
    expect(await town.as.enterpriseHead.get(`/api/dashboards/${TOWNSHIP}`)).toMatchObject({ status: 403 });
    expect(await town.as.villageSecretary.get(`/api/dashboards/${TOWNSHIP}`)).toMatchObject({ status: 403 });
    expect(await town.as.administrator.get(`/api/dashboards/${TOWNSHIP}`)).toMatchObject({ status: 403 });
    expect(await town.as.partySecretary.get('/api/dashboards/nowhere')).toMatchObject({ status: 422 });
    expect((await board('villageSecretary', VILLAGE)).rows).toHaveLength(1);
    expect((await board('partySecretary')).rows).toHaveLength(12);
    expect((await board('county', '140621')).rows.map((row) => row.areaCode)).toContain(TOWNSHIP);
  });

  it('moves when something is reported and closed, names the holder, and agrees with the lists', async () => {
    const before = await board('partySecretary');
    const hazard = await desk.report('villageCadre', desk.handedOver({ deadline: dateOf(new Date()) }));
    const reported = await board('partySecretary');
    expect(reported.totals.open).toBe(before.totals.open + 1);
    const row = reported.rows.find((it) => it.areaCode === desk.enterprise.areaCode);
    expect(row?.holders.map((it) => it.personId)).toContain(desk.personOf('enterpriseHead'));
    expect(reported.trend.at(-1)?.reported).toBe((before.trend.at(-1)?.reported ?? 0) + 1);

    daysLater(3);
    const late = await board('partySecretary');
    expect(late.totals.overdue).toBe(reported.totals.overdue + 1);
    expect(await listed('partySecretary', 'overdue=true')).toHaveLength(late.totals.overdue);
    town.clock.set(null);

    await desk.step('enterpriseHead', hazard, 'submit', { text: '已清走' });
    await desk.step('safetyStation', hazard, 'verify', { companionPersonId: desk.personOf('villageCadre') });
    await desk.step('safetyStation', hazard, 'close');
    const closed = await board('partySecretary');
    expect(closed.totals).toMatchObject({
      open: before.totals.open,
      closedThisMonth: before.totals.closedThisMonth + 1,
    });
  });

  it('shows for every row just what the list with its filter shows', async () => {
    await desk.report('villageCadre', { description: '拿不准', areaCode: VILLAGE });
    const major = { level: 'suspected-major', standardClause: '判定标准第五条', unitId: desk.enterprise.id };
    await desk.report('villageCadre', { description: '疑似重大', ...major });
    for (const row of (await board('partySecretary')).rows) {
      const open = await listed('partySecretary', `area=${row.areaCode}&open=true`);
      expect(open).toHaveLength(row.open);
      expect(open.filter((it) => it.level === 'suspected-major')).toHaveLength(row.suspectedMajor);
      expect(row.holders.reduce((sum, holder) => sum + holder.open, 0)).toBe(row.open);
    }
  });

  it('asks about villages without a record this month, and stops asking once there is one', async () => {
    const before = await board('partySecretary');
    expect(before.rows.find((row) => row.areaCode === VILLAGE)?.recordsThisMonth).toBe(0);
    const record = { kind: 'inspection', areaCode: VILLAGE, text: '检查两家企业' };
    expect((await town.as.villageCadre.post('/api/duty-records', record)).status).toBe(201);
    const after = await board('partySecretary');
    expect(after.totals.withoutRecord).toBe(before.totals.withoutRecord - 1);
    expect(after.rows.find((row) => row.areaCode === VILLAGE)?.recordsThisMonth).toBe(1);
  });
});
