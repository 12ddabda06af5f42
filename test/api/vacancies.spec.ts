import { dateOf } from '@zerentian/shared/calendar';
import type { HazardView } from '@zerentian/shared/hazards/hazard.contract';
import type { TodayItem } from '@zerentian/shared/today/today.contract';
import { forEachTest } from '../support/for-spec';
import { hazardSpec } from '../support/hazard-desk';
import { type ActorName, VILLAGE } from '../support/township';

/** A matter with a vacant post lies with its superior, marked 岗位空缺, until somebody holds the post. */
const { town, desk } = hazardSpec(forEachTest);

const mine = async (actor: ActorName, more = ''): Promise<HazardView[]> =>
  (await town.as[actor].get(`/api/hazards?mine=true&limit=100${more}`)).body.items;
const idsOf = async (actor: ActorName) => (await mine(actor)).map((it) => it.id);
const today = async (actor: ActorName, query = '') => (await town.as[actor].get(`/api/today${query}`)).body;
const itemOf = async (actor: ActorName, hazard: { id: string }, kind = 'hazard'): Promise<TodayItem | undefined> =>
  (await today(actor)).items.find((it: TodayItem) => it.hazardId === hazard.id && it.kind === kind);

async function vacate(actor: ActorName): Promise<void> {
  const rows: { tenureId: string }[] = await town.source.query(
    'SELECT tenureId FROM tenure WHERE personId = ? AND supersededAt IS NULL AND endsOn IS NULL',
    [town.as[actor].personId],
  );
  for (const { tenureId } of rows) {
    const until = { until: dateOf(town.clock.now()) };
    expect((await town.as.administrator.post(`/api/tenures/${tenureId}/end`, until)).status).toBe(200);
  }
}

test('an enterprise without a head: its superior has it in 今日 and in the own list, nobody else does', async () => {
  const hazard = await desk.report('villageCadre', desk.handedOver());
  expect(await idsOf('safetyStation')).not.toContain(hazard.id);
  expect(await itemOf('enterpriseHead', hazard)).toMatchObject({ vacantPost: null });
  await vacate('enterpriseHead');
  const held = (await mine('safetyStation')).find((it) => it.id === hazard.id);
  expect(held?.holder).toMatchObject({
    vacant: true,
    personId: desk.personOf('safetyStation'),
    post: expect.stringContaining('岗位空缺'),
  });
  expect(await itemOf('safetyStation', hazard)).toMatchObject({
    postId: town.id('post:safety-station-head'),
    vacantPost: expect.stringContaining('昌盛建材厂'),
    subtitle: expect.stringContaining('岗位空缺'),
    since: held?.holder?.since,
    dueOn: hazard.deadline,
  });
  for (const actor of ['safetyDeputy', 'villageCadre', 'safetyStationMember', 'partySecretary'] as const) {
    expect([actor, await idsOf(actor)]).toEqual([actor, expect.not.arrayContaining([hazard.id])]);
    expect([actor, await itemOf(actor, hazard)]).toEqual([actor, undefined]);
  }
});

test('two vacant posts above each other: the next one who is there', async () => {
  const hazard = await desk.report('villageCadre', desk.handedOver());
  await vacate('enterpriseHead');
  await vacate('safetyStation');
  expect(await idsOf('safetyDeputy')).toContain(hazard.id);
  expect(await itemOf('safetyDeputy', hazard)).toMatchObject({ vacantPost: expect.any(String) });
});

test('a stand-in takes it over, and it is the superior’s no more', async () => {
  const hazard = await desk.report('villageCadre', { areaCode: VILLAGE, description: '拿不准' });
  await vacate('safetyStation');
  expect(await idsOf('safetyDeputy')).toContain(hazard.id);
  const caretaker = {
    personId: desk.personOf('safetyStationMember'),
    postId: town.id('post:safety-station-head'),
    kind: 'caretaker',
    from: dateOf(town.clock.now()),
  };
  expect((await town.as.officeDirector.post('/api/tenures', caretaker)).status).toBe(201);
  expect(await idsOf('safetyDeputy')).not.toContain(hazard.id);
  expect(await itemOf('safetyStationMember', hazard)).toMatchObject({ step: '初判', vacantPost: null });
});

test('a 催办 to a vacant post is the superior’s to answer', async () => {
  const hazard = await desk.report('villageCadre', desk.handedOver());
  await vacate('enterpriseHead');
  const sent = await town.as.safetyDeputy.post(`/api/hazards/${hazard.id}/reminders`, { text: '请抓紧' });
  expect(sent.status).toBe(201);
  const item = await itemOf('safetyStation', hazard, 'reminder');
  expect(item).toMatchObject({ reminderId: sent.body.id, postId: town.id('post:safety-station-head') });
  expect(item?.vacantPost).toContain('昌盛建材厂');
  const answer = { answer: 'in-progress' };
  expect((await town.as.safetyStation.post(`/api/reminders/${sent.body.id}/answer`, answer)).status).toBe(200);
  expect(await itemOf('safetyStation', hazard, 'reminder')).toBeUndefined();
});

test('pages hold each matter once, whether held or stood in for', async () => {
  for (let i = 0; i < 3; i += 1) {
    await desk.report('villageCadre', desk.handedOver());
    await desk.report('villageCadre', { areaCode: VILLAGE, description: `拿不准 ${i}` });
  }
  await vacate('enterpriseHead');
  const whole: TodayItem[] = (await today('safetyStation', '?limit=100')).items;
  const paged: TodayItem[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page = await today('safetyStation', `?limit=2${cursor && `&cursor=${cursor}`}`);
    paged.push(...page.items);
    cursor = page.nextCursor;
  }
  expect(paged).toEqual(whole);
  const keys = whole.map((it) => `${it.kind} ${it.reminderId ?? it.hazardId ?? it.duty?.key} ${it.postId}`);
  expect(new Set(keys).size).toBe(keys.length);
  expect(whole.filter((it) => it.vacantPost !== null).length).toBeGreaterThanOrEqual(3);
  const listed: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const { body }: { body: { items: HazardView[]; nextCursor: string | null } } = await town.as.safetyStation.get(
      `/api/hazards?mine=true&limit=2${cursor && `&cursor=${cursor}`}`,
    );
    listed.push(...body.items.map((it) => it.id));
    cursor = body.nextCursor;
  }
  expect(listed).toEqual(await idsOf('safetyStation'));
  const held = whole.filter((it) => it.kind === 'hazard' && it.hazardId !== null).map((it) => it.hazardId);
  expect(listed).toEqual(expect.arrayContaining(held));
});

test('more than fifty matters are all there', async () => {
  const many = Array.from({ length: 55 }, (_, i) => ({ areaCode: VILLAGE, description: `第 ${i} 件` }));
  const ids: string[] = [];
  for (const body of many) ids.push((await desk.report('villageCadre', body)).id);
  const found: (string | null)[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page = await today('safetyStation', `?limit=50${cursor && `&cursor=${cursor}`}`);
    found.push(...page.items.map((it: TodayItem) => it.hazardId));
    cursor = page.nextCursor;
  }
  expect(found).toEqual(expect.arrayContaining(ids));
});
