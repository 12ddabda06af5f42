import { addDays, dateOf } from '@zerentian/shared/calendar';
import type { TodayView } from '@zerentian/shared/today/today.contract';
import { signedIn, type TestActor } from '../support/actors';
import { OTHER_VILLAGE, SECOND_VILLAGE, startTownship, type Township, VILLAGE } from '../support/township';

/** One record does for several posts only where they are one: 一肩挑 in one village; an enterprise head’s for that enterprise alone. */
let town: Township;
beforeEach(async () => {
  town = await startTownship();
});
afterEach(() => town?.close());

const due = async (actor: TestActor) => {
  const { items } = (await actor.get<TodayView>('/api/today?limit=100')).body;
  return items.filter((item) => item.kind === 'duty').map((item) => item.postId);
};
const report = async (actor: TestActor, actingPostId: string) => {
  const body = { kind: 'duty-report', text: '本季度述职', actingPostId };
  expect((await actor.post('/api/duty-records', body)).status).toBe(201);
};
const appoint = async (personId: string, postId: string) => {
  const today = dateOf(town.clock.now());
  const sql = 'SELECT tenureId FROM tenure WHERE postId = ? AND supersededAt IS NULL AND endsOn IS NULL';
  for (const { tenureId } of await town.source.query(sql, [postId])) {
    const ended = await town.as.administrator.post(`/api/tenures/${tenureId}/end`, { until: addDays(today, -9) });
    expect(ended.status).toBe(200);
  }
  const body = { personId, postId, kind: 'concurrent', from: addDays(today, -9) };
  expect((await town.as.administrator.post('/api/tenures', body)).status).toBe(201);
};
const village = (kind: string, area: string) => town.id(`post:village-${kind}:${area}`);
const headOf = async (unit: string): Promise<string> => {
  const sql = "SELECT id FROM post WHERE unitId = ? AND kindKey = 'enterprise-head'";
  return (await town.source.query(sql, [town.id(`unit:${unit}`)]))[0].id;
};

test('一肩挑: one report does for both posts of the village, and not for another village', async () => {
  const actor = town.as.villageSecretary;
  const [secretary, elsewhere] = [village('secretary', VILLAGE), village('secretary', OTHER_VILLAGE)];
  await appoint(actor.personId, elsewhere);
  expect((await due(actor)).sort()).toEqual([expect.any(String), elsewhere].sort());
  expect(await due(actor)).toHaveLength(2);
  await report(actor, secretary);
  expect(await due(actor)).toEqual([elsewhere]);
  await report(actor, elsewhere);
  expect(await due(actor)).toEqual([]);
});

test('the same the other way round: the report of the other village leaves this one due', async () => {
  const actor = town.as.villageDirector;
  const elsewhere = village('director', OTHER_VILLAGE);
  await appoint(actor.personId, elsewhere);
  await report(actor, elsewhere);
  expect(await due(actor)).toEqual([village('director', SECOND_VILLAGE)]);
});

test('a predecessor’s report counts for the post', async () => {
  const post = village('director', SECOND_VILLAGE);
  await report(town.as.villageDirector, post);
  const successor = await signedIn(town, town.id('person:冯晓燕'));
  await town.source.query('UPDATE tenure SET personId = ? WHERE postId = ? AND endsOn IS NULL', [
    successor.personId,
    post,
  ]);
  expect(await due(successor)).toEqual([]);
});

test.each([
  ['two villages', 'jiayou', 'jiayou2'],
  ['one village', 'jiayou', 'nongjia'],
])('a head of two enterprises in %s reports for each', async (_, one, other) => {
  const actor = await signedIn(town, town.id('person:葛建伟'));
  const posts = [await headOf(one), await headOf(other)];
  if (other === 'nongjia') await appoint(actor.personId, posts[1] as string);
  expect(await due(actor)).toEqual(expect.arrayContaining(posts));
  await report(actor, posts[0] as string);
  const left = await due(actor);
  expect(left).toContain(posts[1]);
  expect(left).not.toContain(posts[0]);
});

test('an enterprise’s report is none of the village that it lies in, nor the village’s one of the enterprise', async () => {
  const actor = town.as.villageSecretary;
  const [shop, secretary] = [await headOf('nongjia'), village('secretary', VILLAGE)];
  await appoint(actor.personId, shop);
  expect(await due(actor)).toHaveLength(2);
  await report(actor, shop);
  const [left, ...others] = await due(actor);
  expect([left === shop, others]).toEqual([false, []]);
  await town.source.query('DELETE FROM duty_record WHERE postId = ?', [shop]);
  await report(actor, secretary);
  expect(await due(actor)).toEqual([shop]);
});
