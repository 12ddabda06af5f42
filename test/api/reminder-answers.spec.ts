import { addDays, dateOf } from '@zerentian/shared/calendar';
import { lastAct } from '../support/acts';
import { forEachTest } from '../support/for-spec';
import { hazardSpec } from '../support/hazard-desk';
import { type ActorName } from '../support/township';

/** A 催办 is answered by whoever answers for the post that it went to: once, and in that post. */
const { town, desk } = hazardSpec(forEachTest);

const HOUR = 3600_000;
const today = () => dateOf(new Date());
const headPost = () => town.id('post:changsheng');
const PROGRESS = { answer: 'in-progress' };

async function pressed(): Promise<{ hazardId: string; id: string }> {
  const hazard = await desk.report('villageCadre', desk.handedOver());
  const { status, body } = await town.as.safetyDeputy.post(`/api/hazards/${hazard.id}/reminders`, { text: '请抓紧' });
  expect(status).toBe(201);
  return { hazardId: hazard.id, id: body.id };
}
const answer = (actor: ActorName, { id }: { id: string }, more = {}) =>
  town.as[actor].post(`/api/reminders/${id}/answer`, { ...PROGRESS, ...more });

async function endHead(): Promise<void> {
  const sql = 'SELECT tenureId FROM tenure WHERE postId = ? AND supersededAt IS NULL AND endsOn IS NULL';
  const [{ tenureId }] = await town.source.query(sql, [headPost()]);
  expect((await town.as.administrator.post(`/api/tenures/${tenureId}/end`, { until: today() })).status).toBe(200);
}
async function appoint(actor: ActorName, postId: string, from: string): Promise<void> {
  const tenure = { personId: desk.personOf(actor), postId, kind: 'concurrent', from };
  expect((await town.as.administrator.post('/api/tenures', tenure)).status).toBe(201);
}
/** What the reminder's view tells somebody about answering it. */
async function mayAnswer(actor: ActorName, { hazardId, id }: { hazardId: string; id: string }): Promise<string | null> {
  const { reminders } = await desk.detail(actor, { id: hazardId });
  return reminders.find((it) => it.id === id)?.mayAnswer ?? null;
}

test('a former holder does not use up a reminder that came after them, whatever day they claim', async () => {
  await endHead();
  await appoint('villageSecretary', headPost(), today());
  const reminder = await pressed();
  const occurredAt = new Date(Date.now() - 26 * HOUR).toISOString();
  expect(await answer('enterpriseHead', reminder, { occurredAt })).toMatchObject({
    status: 403,
    body: { code: 'forbidden' },
  });
  expect(await answer('villageSecretary', reminder)).toMatchObject({ status: 200, body: PROGRESS });
});

test('a reminder goes over to the new holder with the post, and is no longer that of whoever it named', async () => {
  const reminder = await pressed();
  expect(await mayAnswer('enterpriseHead', reminder)).toBe(headPost());
  await endHead();
  await appoint('villageSecretary', headPost(), today());
  expect(await answer('enterpriseHead', reminder)).toMatchObject({ status: 403 });
  expect(await mayAnswer('villageSecretary', reminder)).toBe(headPost());
  expect(await answer('villageSecretary', reminder)).toMatchObject({ status: 200 });
  expect(await mayAnswer('villageSecretary', reminder)).toBeNull();
});

test('what was answered within the tenure counts, though it is delivered after', async () => {
  town.clock.set(new Date(Date.now() - 48 * HOUR));
  const reminder = await pressed();
  town.clock.set(null);
  await endHead();
  const occurredAt = new Date(Date.now() - 40 * HOUR).toISOString();
  expect(await answer('enterpriseHead', reminder, { occurredAt })).toMatchObject({
    status: 200,
    body: { answeredAt: occurredAt },
  });
});

test('no answer is older than its reminder', async () => {
  const reminder = await pressed();
  const occurredAt = new Date(Date.now() - 40 * HOUR).toISOString();
  const { body } = await answer('enterpriseHead', reminder, { occurredAt });
  expect(body.answeredAt).toBe(body.sentAt);
});

test('whoever holds two posts answers in the one that was pressed, unasked', async () => {
  const other = town.id('post:safety-station-member');
  await appoint('enterpriseHead', other, addDays(today(), -900));
  const { posts } = (await town.as.enterpriseHead.get('/api/me')).body;
  expect(posts.map((it: { id: string }) => it.id)).toEqual([other, headPost()]);
  const reminder = await pressed();
  expect(await mayAnswer('enterpriseHead', reminder)).toBe(headPost());
  expect(await answer('enterpriseHead', reminder, { actingPostId: other })).toMatchObject({
    status: 403,
    body: { code: 'forbidden' },
  });
  expect(await answer('enterpriseHead', reminder)).toMatchObject({ status: 200 });
  expect(await lastAct(town, reminder.id)).toMatchObject({ act: 'answer-reminder', postId: headPost() });
});

test('a vacant post’s reminder is the superior’s, in the superior’s post, until somebody holds it', async () => {
  await endHead();
  const reminder = await pressed();
  const station = town.id('post:safety-station-head');
  expect(await mayAnswer('safetyStation', reminder)).toBe(station);
  for (const actor of ['safetyStationMember', 'safetyDeputy', 'villageCadre'] as const) {
    expect([actor, await mayAnswer(actor, reminder)]).toEqual([actor, null]);
    expect(await answer(actor, reminder)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  }
  expect(await answer('safetyStation', reminder)).toMatchObject({ status: 200 });
  expect(await lastAct(town, reminder.id)).toMatchObject({ postId: station });

  const next = await pressed();
  await appoint('villageSecretary', headPost(), today());
  expect(await mayAnswer('safetyStation', next)).toBeNull();
  expect(await answer('safetyStation', next)).toMatchObject({ status: 403 });
  expect(await answer('villageSecretary', next)).toMatchObject({ status: 200 });
});

test('a difficulty asks the sender while the unit has the matter, and only tells later on', async () => {
  const difficulty = { answer: 'difficulty', text: '需要停电', need: 'department' };
  const reminder = await pressed();
  expect(await answer('enterpriseHead', reminder, difficulty)).toMatchObject({ status: 200 });
  expect(await desk.detail('safetyDeputy', { id: reminder.hazardId })).toMatchObject({
    askedPostId: town.id('post:safety-deputy'),
  });
  const later = await pressed();
  const hazard = { id: later.hazardId };
  await desk.step('enterpriseHead', hazard, 'submit', { text: '改好了' });
  expect(await answer('enterpriseHead', later, difficulty)).toMatchObject({ status: 200 });
  expect(await desk.detail('safetyDeputy', hazard)).toMatchObject({ state: 'submitted', askedPostId: null });
});

test('a difficulty that a former holder delivers after the new one has begun is told, and asks nobody', async () => {
  town.clock.set(new Date(Date.now() - 48 * HOUR));
  const reminder = await pressed();
  town.clock.set(null);
  await endHead();
  await appoint('villageSecretary', headPost(), today());
  const hazard = { id: reminder.hazardId };
  expect(await desk.step('villageSecretary', hazard, 'start')).toMatchObject({ status: 200 });
  const occurredAt = new Date(Date.now() - 40 * HOUR).toISOString();
  const difficulty = { answer: 'difficulty', text: '当时缺人手', occurredAt };
  expect(await answer('enterpriseHead', reminder, difficulty)).toMatchObject({ status: 200 });
  expect(await desk.detail('safetyDeputy', hazard)).toMatchObject({
    askedPostId: null,
    holder: { personId: desk.personOf('villageSecretary') },
  });
});
