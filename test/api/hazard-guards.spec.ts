import { addDays, dateOf } from '@zerentian/shared/calendar';
import { hazardSpec } from '../support/hazard-desk';

/** What somebody may try with steps that are allowed one by one. */
const { town, desk } = hazardSpec();

const today = dateOf(new Date());
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

async function unitNamed(part: string): Promise<string> {
  const { items } = (await town.as.partySecretary.get('/api/units?limit=100')).body;
  return items.find((unit: { name: string }) => unit.name.includes(part)).id;
}

it('no act happens before the one that it follows', async () => {
  const hazard = await desk.report('villageCadre', desk.handedOver());
  const early = await desk.step('enterpriseHead', hazard, 'submit', { text: '改好了', occurredAt: daysAgo(10) });
  expect(early).toMatchObject({ status: 200 });
  const { events, holder } = await desk.detail('villageCadre', hazard);
  expect(events[1]?.occurredAt).toBe(events[0]?.occurredAt);
  expect(holder?.since).toBe(events[0]?.occurredAt);
});

it('a reminder counts for the day on which it arrives, whatever day it claims', async () => {
  const hazard = await desk.report('villageCadre', desk.handedOver());
  const path = `/api/hazards/${hazard.id}/reminders`;
  expect(await town.as.partySecretary.post(path, { occurredAt: daysAgo(3) })).toMatchObject({
    status: 201,
    body: { date: today },
  });
  expect(await town.as.partySecretary.post(path, { occurredAt: daysAgo(5) })).toMatchObject({ status: 409 });
});

it('a text that no database keeps as it is, or that shows nothing, is refused', async () => {
  for (const description of ['a\ud800b', '\u200b\u200b', '\ufeff']) {
    const answer = await town.as.villageCadre.post('/api/hazards', { description, areaCode: desk.enterprise.areaCode });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'description' }] } });
  }
});

it('nothing is handed to a unit that nobody heads', async () => {
  const unitId = await unitNamed('党政综合办');
  const answer = await town.as.safetyStation.post('/api/hazards', desk.handedOver({ unitId, areaCode: undefined }));
  expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'unitId' }] } });
});

it('nothing is handed to a unit of another place', async () => {
  const hazard = await desk.report('villageDirector', { description: '护栏松动' });
  const assessment = { level: 'general', responsibleUnitId: desk.enterprise.id };
  expect(await desk.step('safetyStation', hazard, 'assess', assessment)).toMatchObject({
    status: 422,
    body: { errors: [{ path: 'responsibleUnitId' }] },
  });
});

it('whoever holds a matter can read it, whatever its trade', async () => {
  const unitId = await unitNamed('市场监督管理');
  const hazard = await desk.report('safetyStation', desk.handedOver({ unitId, trade: 'forestry' }));
  expect(hazard.holder?.personId).toBe(desk.personOf('tradeStation'));
  expect((await desk.detail('tradeStation', hazard)).steps.map((it) => it.step)).toContain('submit');
  const mine = (await town.as.tradeStation.get('/api/hazards?mine=true&limit=100')).body.items;
  expect(mine.map((it: { id: string }) => it.id)).toContain(hazard.id);
});

it('stations do not remind the 包村领导, and nobody reminds himself', async () => {
  const hazard = await desk.report('villageLeader', desk.handedOver());
  await desk.step('enterpriseHead', hazard, 'submit', { text: '改好了' });
  const path = `/api/hazards/${hazard.id}/reminders`;
  for (const actor of ['safetyStation', 'safetyStationMember', 'villageLeader'] as const) {
    expect((await desk.detail(actor, hazard)).mayRemind).toBe(false);
    expect(await town.as[actor].post(path, {})).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  }
  expect(await town.as.safetyDeputy.post(path, {})).toMatchObject({ status: 201 });
});

it('a difficulty is heard even after the matter has moved on', async () => {
  const hazard = await desk.report('villageDirector', { description: '路灯杆倾斜' });
  const { body } = await town.as.safetyDeputy.post(`/api/hazards/${hazard.id}/reminders`, {});
  await desk.step('safetyStation', hazard, 'assess', {
    level: 'general',
    responsibleUnitId: desk.village.id,
    ownership: 'collective',
  });
  await desk.step('safetyDeputy', hazard, 'approve');
  const answer = { answer: 'difficulty', text: '当时人手不够' };
  expect(await town.as.safetyStation.post(`/api/reminders/${body.id}/answer`, answer)).toMatchObject({
    status: 200,
    body: { answer: 'difficulty' },
  });
});

it('deadlines are checked wherever they are named', async () => {
  const hazard = await desk.report('villageCadre', desk.handedOver());
  await desk.step('enterpriseHead', hazard, 'submit', { text: '改好了' });
  const companionPersonId = desk.personOf('villageCadre');
  for (const deadline of ['2020-01-01', '9999-01-01']) {
    const answer = await desk.step('safetyStation', hazard, 'return', { companionPersonId, text: '未改好', deadline });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'deadline' }] } });
  }
  const given = { companionPersonId, text: '未改好', deadline: addDays(today, 3) };
  expect(await desk.step('safetyStation', hazard, 'return', given)).toMatchObject({
    status: 200,
    body: { deadline: given.deadline },
  });
});

it('who once rectified neither re-checks nor closes, not even after a new start', async () => {
  const hazard = await desk.report('villageCadre', desk.handedOver());
  await desk.step('enterpriseHead', hazard, 'submit', { text: '改好了' });
  const together = { companionPersonId: desk.personOf('villageCadre') };
  await desk.step('safetyStation', hazard, 'verify', together);
  await desk.step('safetyStation', hazard, 'reopen', { text: '又出现' });
  const { rectifierIds } = await desk.detail('safetyStation', hazard);
  expect(rectifierIds).toEqual([desk.personOf('enterpriseHead')]);
});

it('only those are offered as companions whom the server takes', async () => {
  const hazard = await desk.report('villageCadre', desk.handedOver());
  await desk.step('enterpriseHead', hazard, 'submit', { text: '改好了' });
  const offered = async (actor: 'villageCadre' | 'safetyStation') => (await desk.detail(actor, hazard)).companions;
  expect((await offered('safetyStation')).map((it) => it.personId)).toContain(desk.personOf('villageCadre'));
  const stations = await offered('villageCadre');
  expect(stations.map((it) => it.personId)).toContain(desk.personOf('safetyStation'));
  for (const { post } of stations) expect(post).not.toContain('包村');
});
