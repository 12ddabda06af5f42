import { addDays, dateOf } from '@zerentian/shared/calendar';
import type { HazardView } from '@zerentian/shared/hazards/hazard.contract';
import { hazardSpec } from '../support/hazard-desk';
import { VILLAGE } from '../support/township';

/** 延期: asked before it is too late, decided by whoever assigned. */
const { town, desk } = hazardSpec();

const today = () => dateOf(new Date());
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
const asked = (until: string) => ({ until, text: '配件还在路上' });
const handed = (days: number) => desk.report('villageCadre', desk.handedOver({ deadline: addDays(today(), days) }));
const ask = (hazard: HazardView, until: string, more = {}) =>
  desk.step('enterpriseHead', hazard, 'ask-extension', { ...asked(until), ...more });

it('is asked by the unit alone, for a later day within a year', async () => {
  const hazard = await handed(3);
  expect(await desk.step('villageCadre', hazard, 'ask-extension', asked(addDays(today(), 9)))).toMatchObject({
    status: 403,
  });
  for (const days of [2, 3, 400])
    expect([days, await ask(hazard, addDays(today(), days))]).toMatchObject([
      days,
      { status: 422, body: { errors: [{ path: 'until' }] } },
    ]);
  expect(await ask(hazard, addDays(today(), 9), { text: undefined })).toMatchObject({ status: 422 });
  expect(await ask(hazard, addDays(today(), 9))).toMatchObject({
    status: 200,
    body: {
      state: 'extension-asked',
      deadline: addDays(today(), 3),
      askedUntil: addDays(today(), 9),
      holder: { personId: desk.personOf('villageCadre') },
    },
  });
});

it('is granted by the assigner: until the day asked for, or an earlier one, never a later', async () => {
  const hazard = await handed(3);
  await ask(hazard, addDays(today(), 9));
  for (const actor of ['enterpriseHead', 'safetyStation', 'safetyDeputy'] as const)
    expect(await desk.step(actor, hazard, 'grant-extension')).toMatchObject({ status: 403 });
  for (const days of [3, 10])
    expect(
      await desk.step('villageCadre', hazard, 'grant-extension', { deadline: addDays(today(), days) }),
    ).toMatchObject({ status: 422, body: { errors: [{ path: 'deadline' }] } });
  const deadline = addDays(today(), 7);
  expect(await desk.step('villageCadre', hazard, 'grant-extension', { deadline })).toMatchObject({
    status: 200,
    body: { state: 'rectifying', deadline, askedUntil: null, holder: { personId: desk.personOf('enterpriseHead') } },
  });
  const { events } = await desk.detail('enterpriseHead', hazard);
  expect(events.map((it) => it.step)).toEqual(['report', 'ask-extension', 'grant-extension']);
  expect(events[1]?.facts).toContainEqual({ label: '申请延到', value: addDays(today(), 9) });
  expect(events[2]?.facts).toContainEqual({ label: '整改期限', value: deadline });
});

it('refused leaves the deadline as it was; the next may be asked', async () => {
  const hazard = await handed(3);
  await ask(hazard, addDays(today(), 9));
  expect(await desk.step('villageCadre', hazard, 'refuse-extension')).toMatchObject({ status: 422 });
  expect(await desk.step('villageCadre', hazard, 'refuse-extension', { text: '配件县里有货' })).toMatchObject({
    status: 200,
    body: { state: 'rectifying', deadline: addDays(today(), 3), askedUntil: null },
  });
  expect(await ask(hazard, addDays(today(), 5))).toMatchObject({ status: 200 });
});

it('is withdrawn by submitting meanwhile', async () => {
  const hazard = await handed(3);
  await ask(hazard, addDays(today(), 9));
  expect(await desk.step('enterpriseHead', hazard, 'submit', { text: '改好了' })).toMatchObject({
    status: 200,
    body: { state: 'submitted', askedUntil: null },
  });
});

it('is refused once the deadline has passed, by the day on which it was asked', async () => {
  town.clock.set(daysAgo(5));
  const hazard = await desk.report('villageCadre', desk.handedOver({ deadline: dateOf(daysAgo(2)) }));
  town.clock.set(null);
  const until = addDays(today(), 9);
  expect(await ask(hazard, until)).toMatchObject({ status: 409, body: { code: 'extension_too_late' } });
  expect(await ask(hazard, until, { occurredAt: daysAgo(1).toISOString() })).toMatchObject({ status: 409 });
  expect(await ask(hazard, until, { occurredAt: daysAgo(2).toISOString() })).toMatchObject({ status: 200 });
});

it('a request for help is answered also while more time is asked for', async () => {
  const hazard = await handed(3);
  await desk.step('enterpriseHead', hazard, 'request-coordination', { need: 'money', text: '差两千元' });
  await ask(hazard, addDays(today(), 9));
  expect(await desk.step('safetyDeputy', hazard, 'answer-coordination', { text: '已协调' })).toMatchObject({
    status: 200,
    body: { state: 'extension-asked', askedPostId: null, holder: { personId: desk.personOf('villageCadre') } },
  });
});

it('is not decided by whoever asked, nor by the unit that has to put it right', async () => {
  const own = { path: 'assigned', areaCode: VILLAGE, unitId: town.id('unit:safety'), description: '站内灭火器失效' };
  const hazard = await desk.report('safetyStation', { ...own, deadline: addDays(today(), 3) });
  const until = addDays(today(), 9);
  expect(await desk.step('safetyStation', hazard, 'ask-extension', asked(until))).toMatchObject({ status: 200 });
  for (const step of ['grant-extension', 'refuse-extension'])
    expect([step, await desk.step('safetyStation', hazard, step, { text: '自己批' })]).toMatchObject([
      step,
      { status: 403, body: { code: 'same_person' } },
    ]);
  expect(await desk.step('safetyDeputy', hazard, 'grant-extension')).toMatchObject({
    status: 200,
    body: { state: 'rectifying', deadline: until },
  });
});
