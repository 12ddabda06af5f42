import { addDays, dateOf } from '@zerentian/shared/calendar';
import { forEachTest } from '../support/for-spec';
import { hazardSpec } from '../support/hazard-desk';
import { type ActorName, VILLAGE } from '../support/township';

/** What a former holder may still deliver, and who acts for a post that nobody holds. */
const { town, desk } = hazardSpec(forEachTest);

const today = () => dateOf(new Date());
const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 3600_000);
const occurred = (days: number) => ({ occurredAt: daysAgo(days).toISOString() });

/** Nobody holds the post any more, from `until` on. */
async function vacate(postId: string, until = today()): Promise<void> {
  const rows: { tenureId: string }[] = await town.source.query(
    'SELECT tenureId FROM tenure WHERE postId = ? AND supersededAt IS NULL AND endsOn IS NULL',
    [postId],
  );
  expect(rows).not.toEqual([]);
  for (const { tenureId } of rows)
    expect((await town.as.administrator.post(`/api/tenures/${tenureId}/end`, { until })).status).toBe(200);
}
describe('a former holder', () => {
  it('takes no step on what arrived only after the tenure, whatever day is claimed', async () => {
    const actingPostId = town.id('post:safety-station-head');
    await vacate(actingPostId, addDays(today(), -3));
    const hazard = await desk.report('villageCadre', { areaCode: VILLAGE, description: '护栏松动', ...occurred(6) });
    const rejection = { text: '不属于隐患', ...occurred(5) };
    expect(await desk.step('safetyStation', hazard, 'reject', { ...rejection, actingPostId })).toMatchObject({
      status: 403,
      body: { code: 'post_not_held' },
    });
    expect(await desk.step('safetyStation', hazard, 'reject', rejection)).toMatchObject({ status: 403 });
    expect(await desk.detail('safetyDeputy', hazard)).toMatchObject({ state: 'reported' });
  });

  it('still delivers what was done within it, upon what had arrived by then', async () => {
    town.clock.set(daysAgo(6));
    const hazard = await desk.report('villageCadre', { areaCode: VILLAGE, description: '护栏松动' });
    town.clock.set(null);
    await vacate(town.id('post:safety-station-head'), addDays(today(), -3));
    const late = occurred(5);
    expect(await desk.step('safetyStation', hazard, 'reject', { text: '不属于隐患', ...late })).toMatchObject({
      status: 200,
      body: { state: 'rejected' },
    });
    const { events } = await desk.detail('safetyDeputy', hazard);
    expect(events.at(-1)?.occurredAt).toBe(late.occurredAt);
  });

  it('delivers a chain of own acts with the times at which each happened', async () => {
    const fixed = { path: 'fixed', unitId: desk.enterprise.id, description: '灭火器被挡', remedy: '当场移开' };
    await vacate(town.id('post:safety-station-head'), addDays(today(), -3));
    const hazard = await desk.report('safetyStation', { ...fixed, ...occurred(6) });
    const again = { text: '又被挡住', ...occurred(5) };
    expect(await desk.step('safetyStation', hazard, 'reopen', again)).toMatchObject({ status: 200 });
    const { events } = await desk.detail('safetyDeputy', hazard);
    expect(events.at(-1)?.occurredAt).toBe(again.occurredAt);
  });

  it('presses nobody: a reminder is sent when it arrives', async () => {
    town.clock.set(daysAgo(6));
    const hazard = await desk.report('villageCadre', desk.handedOver());
    town.clock.set(null);
    const path = `/api/hazards/${hazard.id}/reminders`;
    const actingPostId = town.id('post:safety-deputy');
    await vacate(actingPostId, addDays(today(), -3));
    expect(await town.as.safetyDeputy.post(path, { actingPostId, ...occurred(5) })).toMatchObject({
      status: 403,
      body: { code: 'post_not_held' },
    });
    expect(await town.as.townshipHead.post(path, occurred(5))).toMatchObject({ status: 201, body: { date: today() } });
  });

  it('does not answer a reminder that came after the tenure, though it claims an earlier day', async () => {
    town.clock.set(daysAgo(6));
    const hazard = await desk.report('villageCadre', desk.handedOver());
    town.clock.set(null);
    const sent = await town.as.townshipHead.post(`/api/hazards/${hazard.id}/reminders`, occurred(5));
    await vacate(town.id('post:changsheng'), today());
    const answer = { answer: 'in-progress', ...occurred(4) };
    expect(await town.as.enterpriseHead.post(`/api/reminders/${sent.body.id}/answer`, answer)).toMatchObject({
      status: 403,
    });
  });
});

describe('a vacant post', () => {
  const stepsOf = async (actor: ActorName, hazard: { id: string }) =>
    (await desk.detail(actor, hazard)).steps.map((it) => it.step);
  /** The next step of a matter as the actor's 今日 names it. */
  const nextStep = async (actor: ActorName, { id }: { id: string }) => {
    const { items } = (await town.as[actor].get('/api/today?limit=100')).body;
    return items.find((it: { hazardId: string | null }) => it.hazardId === id)?.step;
  };
  const request = { need: 'department', text: '需要供电所停电' };

  it('asked for help answers through its superior', async () => {
    const hazard = await desk.report('villageCadre', desk.handedOver());
    await vacate(town.id('post:safety-deputy'));
    expect(await desk.step('enterpriseHead', hazard, 'request-coordination', request)).toMatchObject({
      status: 200,
      body: { holder: { vacant: true, personId: desk.personOf('townshipHead') } },
    });
    expect(await stepsOf('townshipHead', hazard)).toEqual(['watch', 'answer-coordination']);
    expect(await nextStep('townshipHead', hazard)).toBe('答复协调');
    const answer = { text: '已协调供电所' };
    expect(await desk.step('partySecretary', hazard, 'answer-coordination', answer)).toMatchObject({ status: 403 });
    expect(await desk.step('townshipHead', hazard, 'answer-coordination', answer)).toMatchObject({
      status: 200,
      body: { askedPostId: null, holder: { personId: desk.personOf('enterpriseHead') } },
    });
  });

  it('of 安监站 and of 分管 judges, approves and closes through whoever answers for it', async () => {
    const hazard = await desk.report('villageCadre', { unitId: desk.enterprise.id, description: '护栏松动' });
    await vacate(town.id('post:safety-station-head'));
    expect(await stepsOf('safetyDeputy', hazard)).toEqual(expect.arrayContaining(['assess', 'reject']));
    expect(await stepsOf('townshipHead', hazard)).toEqual(['watch']);
    const assessment = { level: 'general', responsibleUnitId: desk.enterprise.id };
    expect(await desk.step('safetyDeputy', hazard, 'assess', assessment)).toMatchObject({ status: 200 });
    await vacate(town.id('post:safety-deputy'));
    expect(await stepsOf('townshipHead', hazard)).toEqual(expect.arrayContaining(['return-assessment', 'approve']));
    expect(await nextStep('townshipHead', hazard)).toBe('签批交办');
    expect(await desk.step('partySecretary', hazard, 'approve')).toMatchObject({ status: 403 });
    expect(await desk.step('townshipHead', hazard, 'approve')).toMatchObject({
      status: 200,
      body: { state: 'assigned', assignerPostId: town.id('post:township-head') },
    });
  });

  it('that assigned it closes through its superior', async () => {
    const hazard = await desk.report('safetyDeputy', desk.handedOver());
    await desk.step('enterpriseHead', hazard, 'submit', { text: '改好了' });
    await desk.step('safetyStation', hazard, 'verify', { companionPersonId: desk.personOf('villageCadre') });
    await vacate(town.id('post:safety-deputy'));
    expect(await stepsOf('townshipHead', hazard)).toEqual(['close']);
    expect(await desk.step('townshipHead', hazard, 'close')).toMatchObject({ status: 200, body: { state: 'closed' } });
  });

  it('is nobody else’s any more once it is held again', async () => {
    const hazard = await desk.report('villageCadre', { areaCode: VILLAGE, description: '护栏松动' });
    const postId = town.id('post:safety-station-head');
    await vacate(postId);
    const caretaker = { personId: desk.personOf('safetyStationMember'), postId, kind: 'caretaker', from: today() };
    expect((await town.as.officeDirector.post('/api/tenures', caretaker)).status).toBe(201);
    expect(await stepsOf('safetyDeputy', hazard)).not.toContain('reject');
    expect(await desk.step('safetyDeputy', hazard, 'reject', { text: '不属于隐患' })).toMatchObject({ status: 403 });
  });

  it('of an enterprise submits through nobody: no office puts right what an enterprise must', async () => {
    const hazard = await desk.report('villageCadre', desk.handedOver());
    await vacate(town.id('post:changsheng'));
    expect(await desk.detail('safetyStation', hazard)).toMatchObject({
      holder: { vacant: true, personId: desk.personOf('safetyStation') },
    });
    expect(await stepsOf('safetyStation', hazard)).not.toContain('submit');
    expect(await desk.step('safetyStation', hazard, 'submit', { text: '改好了' })).toMatchObject({ status: 403 });
  });
});
