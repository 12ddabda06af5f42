import type { HazardView } from '@zerentian/shared/hazards/hazard.contract';
import type { TodayView } from '@zerentian/shared/today/today.contract';
import { hazardSpec } from '../support/hazard-desk';
import { type ActorName, VILLAGE } from '../support/township';

/** 并案: what two people reported goes on as one; both stay to be seen. */
const { town, desk } = hazardSpec();

const CLAUSE = { level: 'suspected-major', standardClause: '判定标准第五条' };
const reported = (actor: ActorName, more = {}) =>
  desk.report(actor, { areaCode: VILLAGE, description: '护栏松动', ...more });
const merge = (hazard: HazardView, intoId: string, actor: ActorName = 'safetyStation') =>
  desk.step(actor, hazard, 'merge', { intoId });
const told = async (actor: ActorName, hazard: HazardView) => {
  const { notices }: TodayView = (await town.as[actor].get('/api/today')).body;
  return notices.filter((it) => it.hazardId === hazard.id).map((it) => it.text);
};
const atField = (code: string) => ({ status: 422, body: { code, errors: [{ path: 'intoId' }] } });

it('is refused to others, into itself, into what is not there or done with', async () => {
  const [hazard, other] = [await reported('villageSecretary'), await reported('villageCadre')];
  expect(await merge(hazard, other.id, 'safetyDeputy')).toMatchObject({ status: 403 });
  expect(await merge(hazard, hazard.id)).toMatchObject(atField('invalid_input'));
  expect(await merge(hazard, desk.enterprise.id)).toMatchObject(atField('unknown_reference'));
  await desk.step('safetyStation', other, 'reject', { text: '不属于隐患' });
  expect(await merge(hazard, other.id)).toMatchObject(atField('invalid_input'));
});

it('never lets a suspicion disappear into something general', async () => {
  const [suspected, general] = [await reported('villageSecretary', CLAUSE), await reported('villageCadre')];
  expect(await merge(suspected, general.id)).toMatchObject(atField('invalid_input'));
  expect(await merge(general, suspected.id)).toMatchObject({ status: 200, body: { state: 'merged' } });
});

it('keeps both histories and both reporters, and tells both', async () => {
  const [second, first] = [await reported('villageSecretary'), await desk.report('villageCadre', desk.handedOver())];
  expect(await merge(second, first.id)).toMatchObject({
    status: 200,
    body: { state: 'merged', mergedIntoId: first.id, holder: null },
  });
  const into = await desk.detail('safetyStation', first);
  expect(into.merged).toMatchObject([
    { number: second.number, reporter: { personId: desk.personOf('villageSecretary') } },
  ]);
  expect(into.events.map((it) => it.step)).toEqual(['report', 'note']);
  expect(into.events[1]?.text).toContain(second.number);
  const { events, steps } = await desk.detail('villageSecretary', second);
  expect(events.map((it) => it.step)).toEqual(['report', 'merge']);
  expect(events[1]?.facts).toContainEqual({ label: '并入', value: first.number });
  expect(steps).toEqual([]);
  for (const actor of ['villageSecretary', 'villageCadre'] as const)
    expect(await told(actor, second)).toContainEqual(expect.stringContaining('重复并案'));
  const third = await reported('villageSecretary');
  expect(await merge(third, second.id)).toMatchObject({ status: 409, body: { code: 'already_merged' } });
});

it('the first reporter hears how it ended, also through a chain of merging', async () => {
  const [a, b, c] = [
    await reported('villageSecretary'),
    await reported('villageDirector', { areaCode: undefined }),
    await desk.report('villageCadre', desk.handedOver()),
  ];
  expect(await merge(a, b.id)).toMatchObject({ status: 200 });
  expect(await merge(b, c.id)).toMatchObject({ status: 200 });
  await desk.step('enterpriseHead', c, 'submit', { text: '改好了' });
  await desk.step('safetyStation', c, 'verify', { companionPersonId: desk.personOf('villageCadre') });
  expect(await desk.step('safetyStation', c, 'close')).toMatchObject({ status: 200 });
  for (const [actor, hazard] of [
    ['villageSecretary', a],
    ['villageDirector', b],
  ] as const)
    expect(await told(actor, hazard)).toContainEqual(expect.stringContaining(`${c.number}，该案已销号`));
});
