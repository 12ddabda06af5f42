import { randomUUID } from 'node:crypto';
import { addDays, dateOf } from '@zerentian/shared/calendar';
import type { HazardView, StepAnswer } from '@zerentian/shared/hazards/hazard.contract';
import type { Answer } from '../support/client';
import { forEachTest } from '../support/for-spec';
import { hazardSpec } from '../support/hazard-desk';
import type { ActorName } from '../support/township';

/** What the phone's outbox delivers after the matter has moved on: kept as a note, never lost, and nothing done by it. */
const { town, desk } = hazardSpec(forEachTest);

const KEEP = { ifLate: 'keep' };
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
/** What the contract of a step asks for beside words. */
const PLAN: Record<string, object> = {
  'submit-plan': {
    responsibility: '孟庆昌',
    measures: '清理',
    funds: '自筹',
    timeLimit: '三天',
    contingency: '撤人',
  },
};
const SUBMIT = { text: '已清走纸箱' };

async function vacate(postId: string, until: string): Promise<void> {
  const rows: { tenureId: string }[] = await town.source.query(
    'SELECT tenureId FROM tenure WHERE postId = ? AND supersededAt IS NULL AND endsOn IS NULL',
    [postId],
  );
  for (const { tenureId } of rows)
    expect((await town.as.administrator.post(`/api/tenures/${tenureId}/end`, { until })).status).toBe(200);
}

async function closed(): Promise<HazardView> {
  const hazard = await desk.report('villageCadre', desk.handedOver());
  await desk.step('enterpriseHead', hazard, 'submit', SUBMIT);
  await desk.step('safetyStation', hazard, 'verify', { companionPersonId: desk.personOf('villageCadre') });
  expect(await desk.step('safetyStation', hazard, 'close')).toMatchObject({ status: 200 });
  return hazard;
}

const noteOf = async (actor: ActorName, hazard: HazardView) =>
  (await desk.detail(actor, hazard)).events.filter((it) => it.late);

it('the hazard was closed meanwhile: refused without keep, with it a note', async () => {
  const hazard = await closed();
  expect(await desk.step('villageCadre', hazard, 'return', { text: '没清干净' })).toMatchObject({
    status: 409,
  });
  const answer: Answer<StepAnswer> = await desk.step('villageCadre', hazard, 'return', {
    text: '没清干净',
    companionPersonId: desk.personOf('safetyStation'),
    ...KEEP,
  });
  expect(answer).toMatchObject({
    status: 200,
    body: { state: 'closed', kept: { code: 'step_not_allowed', words: expect.stringContaining('没有丢失') } },
  });
  expect(await noteOf('safetyStation', hazard)).toMatchObject([
    {
      step: 'note',
      text: '没清干净',
      from: null,
      to: null,
      actor: { personId: desk.personOf('villageCadre') },
      facts: [{ label: '想办的事', value: '退回重改' }],
    },
  ]);
  const ledger = (await town.as.partySecretary.get('/api/ledger?area=140621200&limit=500')).body.items;
  const last = ledger.filter((it: { subjectId: string }) => it.subjectId === hazard.id).at(-1);
  expect(last.act).toBe('hazard-note');
});

it('the hazard was handed to another unit meanwhile: the former one’s words are kept', async () => {
  town.clock.set(daysAgo(3));
  const hazard = await desk.report('villageCadre', desk.handedOver());
  town.clock.set(null);
  await desk.step('enterpriseHead', hazard, 'submit', SUBMIT);
  await desk.step('safetyStation', hazard, 'verify', { companionPersonId: desk.personOf('villageCadre') });
  await desk.step('safetyStation', hazard, 'reopen', { text: '又出现' });
  const responsibleUnitId = town.id('unit:safety');
  expect(await desk.step('safetyStation', hazard, 'assign', { responsibleUnitId })).toMatchObject({ status: 200 });
  const late = { ...SUBMIT, occurredAt: daysAgo(2).toISOString() };
  expect(await desk.step('enterpriseHead', hazard, 'submit', late)).toMatchObject({ status: 403 });
  expect(await desk.step('enterpriseHead', hazard, 'submit', { ...late, ...KEEP })).toMatchObject({
    status: 200,
    body: { state: 'assigned', responsibleUnitId, kept: { code: 'forbidden' } },
  });
  expect(await noteOf('safetyStation', hazard)).toHaveLength(1);
});

it('the post ended: whoever held it on the day claimed is heard, also after the thirty days', async () => {
  town.clock.set(daysAgo(60));
  const hazard = await desk.report('villageCadre', desk.handedOver({ deadline: undefined }));
  town.clock.set(null);
  await vacate(town.id('post:changsheng'), addDays(dateOf(new Date()), -40));
  const late = { ...SUBMIT, occurredAt: daysAgo(50).toISOString() };
  expect(await desk.step('enterpriseHead', hazard, 'submit', late)).toMatchObject({ status: 403 });
  expect(await desk.step('enterpriseHead', hazard, 'submit', { ...late, ...KEEP })).toMatchObject({
    status: 200,
    body: { state: 'assigned', kept: { code: 'forbidden' } },
  });
  const after = { ...SUBMIT, ...KEEP, occurredAt: daysAgo(20).toISOString() };
  expect(await desk.step('enterpriseHead', hazard, 'submit', after)).toMatchObject({ status: 403 });
});

it('the token expired while offline: refused, and once signed in again done a single time', async () => {
  const hazard = await desk.report('villageCadre', desk.handedOver());
  const key = randomUUID();
  const path = `/api/hazards/${hazard.id}/submit`;
  const send = (headers: Record<string, string>) =>
    fetch(`${town.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key, ...headers },
      body: JSON.stringify({ ...SUBMIT, ...KEEP }),
    });
  expect((await send({ authorization: 'Bearer zrt-gone' })).status).toBe(401);
  const authorization = `Bearer ${town.as.enterpriseHead.token}`;
  const first = (await (await send({ authorization })).json()) as StepAnswer;
  expect(first).toMatchObject({ state: 'submitted', kept: null });
  expect(await (await send({ authorization })).json()).toEqual(first);
  expect((await desk.detail('safetyStation', hazard)).events.map((it) => it.step)).toEqual(['report', 'submit']);
});

it('what is still open is done, however late; what never was open is refused, not kept', async () => {
  town.clock.set(daysAgo(3));
  const hazard = await desk.report('villageCadre', desk.handedOver());
  town.clock.set(null);
  // Nothing has happened since: neither re-checked nor closed before it was put right, by nobody.
  for (const [actor, step] of [
    ['villageCadre', 'return'],
    ['safetyStation', 'close'],
    ['safetyStation', 'spot-check'],
    ['enterpriseHead', 'submit-plan'],
  ] as const)
    expect(await desk.step(actor, hazard, step, { ...SUBMIT, ...PLAN[step], ...KEEP })).toMatchObject({ status: 409 });
  expect(await noteOf('safetyStation', hazard)).toEqual([]);

  const occurredAt = daysAgo(2).toISOString();
  expect(await desk.step('enterpriseHead', hazard, 'submit', { ...SUBMIT, ...KEEP, occurredAt })).toMatchObject({
    status: 200,
    body: { state: 'submitted', kept: null },
  });
  const events = (await desk.detail('safetyStation', hazard)).events;
  expect(events.at(-1)).toMatchObject({ step: 'submit', occurredAt, late: false });
  // The head may not judge the own work, now or at any time before.
  const verdict = await desk.step('enterpriseHead', hazard, 'verify', KEEP);
  expect([verdict.status, await noteOf('safetyStation', hazard)]).toEqual([403, []]);
});

it('is kept once, however often it is sent, and only from whoever had to do with the matter', async () => {
  const hazard = await closed();
  const body = { text: '又堆上了', ...KEEP };
  expect(await desk.step('otherVillageCadre', hazard, 'return', body)).toMatchObject({ status: 403 });
  expect(await desk.step('discipline', hazard, 'close', KEEP)).toMatchObject({ status: 403 });
  expect(await desk.step('safetyStation', hazard, 'regrade', { ...body, level: 'nonsense' })).toMatchObject({
    status: 422,
  });
  const key = randomUUID();
  const send = () => town.as.villageCadre.post(`/api/hazards/${hazard.id}/return`, body, { key });
  const first = await send();
  expect(first).toMatchObject({ status: 200, body: { kept: expect.any(Object) } });
  expect((await send()).body).toEqual(first.body);
  expect(await noteOf('safetyStation', hazard)).toHaveLength(1);
});

it('whoever has left reads of the matter what they knew, not what became of it', async () => {
  town.clock.set(daysAgo(60));
  const hazard = await desk.report('villageCadre', desk.handedOver({ deadline: undefined }));
  town.clock.set(null);
  await vacate(town.id('post:changsheng'), addDays(dateOf(new Date()), -40));
  const raised = { level: 'suspected-major', standardClause: '示例条款第三条', text: '复核' };
  expect(await desk.step('safetyStation', hazard, 'regrade', raised)).toMatchObject({ status: 200 });
  expect((await town.as.enterpriseHead.get(`/api/hazards/${hazard.id}`)).status).toBe(404);
  const late = { ...SUBMIT, ...KEEP, occurredAt: daysAgo(50).toISOString() };
  const answer = await desk.step('enterpriseHead', hazard, 'submit', late);
  expect(answer).toMatchObject({
    status: 200,
    body: { state: 'assigned', level: 'general', kept: expect.any(Object) },
  });
  expect(JSON.stringify(answer.body)).not.toContain('示例条款');
});
