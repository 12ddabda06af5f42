import { addDays, dateOf } from '@zerentian/shared/calendar';
import { type HazardDesk, hazardDesk } from '../support/hazard-desk';
import { startTownship, type Township, VILLAGE } from '../support/township';

/** What a former holder may still deliver, and who acts for a post that nobody holds. */
let town: Township;
let desk: HazardDesk;
beforeEach(async () => {
  town = await startTownship();
  desk = await hazardDesk(town);
});
afterEach(() => town?.close());

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
