import { HazardSampling } from '@zerentian/server/hazards/hazard-sampling.service';
import { dateOf } from '@zerentian/shared/calendar';
import type { HazardView } from '@zerentian/shared/hazards/hazard.contract';
import { forEachTest } from '../support/for-spec';
import { hazardSpec } from '../support/hazard-desk';
import type { ActorName } from '../support/township';

/** 乡级重点督办, 抽查, and what is seen of place and time. */
const { town, desk } = hazardSpec(forEachTest);

const stepsOf = async (actor: ActorName, hazard: HazardView) =>
  (await desk.detail(actor, hazard)).steps.map((it) => it.step);
const ids = async (actor: ActorName, query: string): Promise<string[]> =>
  (await town.as[actor].get(`/api/hazards?${query}&limit=100`)).body.items.map((it: HazardView) => it.id);

describe('乡级重点督办', () => {
  it('is put on and taken off by 分管 or a leader, and followed by whom they name', async () => {
    const hazard = await desk.report('villageCadre', desk.handedOver());
    const words = { text: '群众反映强烈' };
    for (const actor of ['villageCadre', 'safetyStation', 'enterpriseHead'] as const)
      expect(await desk.step(actor, hazard, 'watch', words)).toMatchObject({ status: 403 });
    const leaderPostId = town.id('post:village-cadre:140621200200');
    expect(await desk.step('townshipHead', hazard, 'watch', { ...words, leaderPostId })).toMatchObject({
      status: 422,
      body: { code: 'unknown_reference' },
    });
    expect(await desk.step('safetyDeputy', hazard, 'follow-up', words)).toMatchObject({ status: 403 });
    expect(
      await desk.step('townshipHead', hazard, 'watch', { ...words, leaderPostId: town.id('post:safety-deputy') }),
    ).toMatchObject({
      status: 200,
      body: { watched: true, state: 'assigned', leader: { personId: desk.personOf('safetyDeputy') } },
    });
    expect(await ids('partySecretary', 'watched=true')).toContain(hazard.id);
    expect(await desk.step('townshipHead', hazard, 'watch', words)).toMatchObject({ status: 409 });
    expect(await desk.step('safetyDeputy', hazard, 'follow-up', { text: '已到现场督促' })).toMatchObject({
      status: 200,
    });
    expect(await desk.step('safetyDeputy', hazard, 'unwatch', { text: '已落实' })).toMatchObject({
      status: 200,
      body: { watched: false, leader: null },
    });
    const { events } = await desk.detail('partySecretary', hazard);
    expect(events.map((it) => it.step)).toEqual(['report', 'watch', 'follow-up', 'unwatch']);
    expect(await ids('partySecretary', 'watched=true')).not.toContain(hazard.id);
  });

  it('without a name is followed by whoever put it on', async () => {
    const hazard = await desk.report('villageCadre', desk.handedOver());
    expect(await desk.step('townshipHead', hazard, 'watch', { text: '盯住' })).toMatchObject({
      status: 200,
      body: { leader: { personId: desk.personOf('townshipHead') } },
    });
  });
});

describe('抽查', () => {
  const fixed = async (actor: ActorName, isDrawn = true): Promise<HazardView> => {
    const sampling = town.nest.get(HazardSampling, { strict: false });
    const lot = jest.spyOn(sampling, 'isDrawn').mockReturnValue(isDrawn);
    const body = { path: 'fixed', unitId: desk.enterprise.id, description: '灭火器被挡', remedy: '当场移开' };
    return desk.report(actor, body).finally(() => lot.mockRestore());
  };
  const today = async (actor: ActorName, { id }: HazardView) => {
    const { items } = (await town.as[actor].get('/api/today?limit=100')).body;
    return items.find((it: { hazardId: string | null }) => it.hazardId === id)?.step;
  };

  it('is for 安监站: what was drawn stands in its 今日 until somebody has looked', async () => {
    const hazard = await fixed('villageCadre');
    expect(hazard).toMatchObject({ sampled: true, spotCheckedAt: null });
    expect(await ids('safetyStation', 'toSample=true')).toEqual([hazard.id]);
    expect(await today('safetyStation', hazard)).toBe('抽查');
    expect(await today('villageCadre', hazard)).toBeUndefined();
    expect(await desk.step('villageCadre', hazard, 'spot-check')).toMatchObject({ status: 403 });
    expect(await desk.step('safetyStation', hazard, 'spot-check', { text: '属实' })).toMatchObject({
      status: 200,
      body: { state: 'closed', spotCheckedAt: expect.any(String) },
    });
    expect(await ids('safetyStation', 'toSample=true')).toEqual([]);
    expect(await today('safetyStation', hazard)).toBeUndefined();
    expect(await desk.step('safetyStation', hazard, 'spot-check')).toMatchObject({ status: 409 });
  });

  it('is nobody’s of what they put right themselves', async () => {
    const hazard = await fixed('safetyStation');
    expect(await stepsOf('safetyStation', hazard)).not.toContain('spot-check');
    expect(await desk.step('safetyStation', hazard, 'spot-check')).toMatchObject({
      status: 403,
      body: { code: 'same_person' },
    });
    expect(await desk.step('safetyStationMember', hazard, 'spot-check')).toMatchObject({ status: 200 });
  });

  it('may be of anything put right at once, drawn or not; a new start counts as having looked', async () => {
    const hazard = await fixed('villageCadre', false);
    expect(hazard.sampled).toBe(false);
    expect(await stepsOf('safetyStation', hazard)).toEqual(['spot-check', 'reopen']);
    expect(await desk.step('safetyStation', hazard, 'reopen', { text: '又被挡住' })).toMatchObject({
      status: 200,
      body: { state: 'reopened', spotCheckedAt: expect.any(String) },
    });
  });
});

it('says how far from the place a re-check was', async () => {
  const place = { latitude: 39.5, longitude: 112.8, system: 'gcj02' };
  const hazard = await desk.report('villageCadre', desk.handedOver({ place }));
  await desk.step('enterpriseHead', hazard, 'submit', { text: '改好了' });
  const near = { ...place, latitude: 39.5009 };
  const together = { companionPersonId: desk.personOf('villageCadre') };
  await desk.step('safetyStation', hazard, 'verify', { ...together, place: near });
  const { events } = await desk.detail('safetyStation', hazard);
  expect(events.at(-1)?.facts).toContainEqual({ label: '所在位置', value: '距隐患地点约 100 米' });
});

it('tells how long it lay with somebody to that person, 分管安全 and 乡长 alone', async () => {
  town.clock.set(new Date(Date.now() - 3 * 3600_000));
  const hazard = await desk.report('villageCadre', desk.handedOver());
  town.clock.set(null);
  await desk.step('enterpriseHead', hazard, 'submit', { text: '改好了' });
  const minutes = async (actor: ActorName) => (await desk.detail(actor, hazard)).events.map((it) => it.heldMinutes);
  for (const actor of ['enterpriseHead', 'safetyDeputy', 'townshipHead'] as const)
    expect([actor, await minutes(actor)]).toEqual([actor, [null, 180]]);
  for (const actor of ['villageCadre', 'safetyStation', 'discipline', 'partySecretary'] as const)
    expect([actor, await minutes(actor)]).toEqual([actor, [null, null]]);
});

it('with the head of 安监站 vacant its stand-in does what only 安监站 may, wherever the matter lies', async () => {
  const hazard = await desk.report('villageCadre', desk.handedOver());
  const regrade = { level: 'suspected-major', standardClause: '第五条', text: '比想的严重' };
  expect(await desk.step('safetyDeputy', hazard, 'regrade', regrade)).toMatchObject({ status: 403 });
  const postId = town.id('post:safety-station-head');
  const rows: { tenureId: string }[] = await town.source.query(
    'SELECT tenureId FROM tenure WHERE postId = ? AND supersededAt IS NULL AND endsOn IS NULL',
    [postId],
  );
  for (const { tenureId } of rows)
    await town.as.administrator.post(`/api/tenures/${tenureId}/end`, { until: dateOf(new Date()) });
  expect(await desk.step('townshipHead', hazard, 'regrade', regrade)).toMatchObject({ status: 403 });
  expect(await desk.step('safetyDeputy', hazard, 'regrade', regrade)).toMatchObject({
    status: 200,
    body: { level: 'suspected-major' },
  });
});
