import { Holders } from '@zerentian/server/posts/holders.service';
import { addDays, dateOf, startOf } from '@zerentian/shared/calendar';
import type { TodayView } from '@zerentian/shared/today/today.contract';
import { hazardSpec } from '../support/hazard-desk';
import type { ActorName } from '../support/township';

/** As server/data/rules.json has it. */
const REOPEN_DAYS = 180;

/** Who may end, assign, help with, accompany and reopen. */
const { town, desk } = hazardSpec();

const HOUR = 3600_000;
const daysAgo = (days: number) => new Date(Date.now() - days * 24 * HOUR);
const today = () => dateOf(new Date());

/** Somebody gets a further post from a day in the past on. */
async function alsoIn(actor: ActorName, postId: string, from: string): Promise<void> {
  const tenure = { personId: desk.personOf(actor), postId, kind: 'concurrent', from };
  expect((await town.as.administrator.post('/api/tenures', tenure)).status).toBe(201);
}

describe('即查即改, reopened', () => {
  it('lies with 安监站, and whoever reported it assigns it to nobody', async () => {
    const hazard = await desk.report('enterpriseHead', {
      path: 'fixed',
      unitId: desk.enterprise.id,
      description: '灭火器被挡',
      remedy: '当场移开',
    });
    expect(hazard.assignerPostId).toBeNull();
    expect(await desk.step('safetyStation', hazard, 'reopen', { text: '抽查发现又被挡住' })).toMatchObject({
      status: 200,
      body: { state: 'reopened', holder: { personId: desk.personOf('safetyStation') } },
    });
    expect((await desk.detail('enterpriseHead', hazard)).steps).toEqual([]);
    const assignment = { responsibleUnitId: desk.enterprise.id };
    expect(await desk.step('enterpriseHead', hazard, 'assign', assignment)).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    });
    expect(await desk.step('safetyStation', hazard, 'assign', assignment)).toMatchObject({
      status: 200,
      body: { assignerPostId: town.id('post:safety-station-head') },
    });
  });
});

describe('请求协调', () => {
  const request = { need: 'department', text: '需要供电所停电' };

  it('goes to 分管安全, from the unit as from the cadres', async () => {
    for (const actor of ['enterpriseHead', 'villageCadre', 'villageLeader'] as const) {
      const hazard = await desk.report('villageCadre', desk.handedOver());
      expect(await desk.step(actor, hazard, 'request-coordination', request)).toMatchObject({
        status: 200,
        body: { askedPostId: town.id('post:safety-deputy'), holder: { personId: desk.personOf('safetyDeputy') } },
      });
    }
  });

  it.each([
    ['safetyDeputy', 'townshipHead'],
    ['townshipHead', 'partySecretary'],
  ] as const)('by %s as the one who assigned it goes to the superior, %s', async (asker, superior) => {
    const hazard = await desk.report(asker, desk.handedOver());
    expect(await desk.step(asker, hazard, 'request-coordination', request)).toMatchObject({
      status: 200,
      body: { holder: { personId: desk.personOf(superior) } },
    });
    expect(await desk.step(asker, hazard, 'answer-coordination', { text: '我自己答复' })).toMatchObject({
      status: 403,
    });
    expect(await desk.step(superior, hazard, 'answer-coordination', { text: '已协调供电所' })).toMatchObject({
      status: 200,
      body: { askedPostId: null, holder: { personId: desk.personOf('enterpriseHead') } },
    });
  });

  it('is refused to whoever has nobody above, and the matter stays where it is', async () => {
    const hazard = await desk.report('partySecretary', desk.handedOver());
    expect(await desk.step('partySecretary', hazard, 'request-coordination', request)).toMatchObject({
      status: 409,
      body: { code: 'step_not_allowed', detail: expect.stringContaining('上级') },
    });
    expect(await desk.detail('partySecretary', hazard)).toMatchObject({
      askedPostId: null,
      holder: { personId: desk.personOf('enterpriseHead') },
    });
  });

  it('goes up by trade: above a station of a trade stands the 分管 who has that trade', async () => {
    const holders = town.nest.get(Holders, { strict: false });
    for (const [station, deputy] of [
      ['post:clinic-head', 'post:deputy-social'],
      ['post:safety-deputy', 'post:township-head'],
    ] as const)
      expect(await holders.superiorOf(town.id(station), new Date())).toBe(town.id(deputy));
    expect(await holders.superiorOf(town.id('post:party-secretary'), new Date())).toBeNull();
  });

  it('never comes back to the same person in another post', async () => {
    const actingPostId = town.id('post:village-leader:140621200200');
    await alsoIn('safetyDeputy', actingPostId, dateOf(daysAgo(30)));
    const hazard = await desk.report('villageCadre', desk.handedOver());
    expect(await desk.step('safetyDeputy', hazard, 'request-coordination', { ...request, actingPostId })).toMatchObject(
      { status: 200, body: { holder: { personId: desk.personOf('townshipHead') } } },
    );
  });
});

describe('a companion at the re-check', () => {
  it('of an enterprise is one of the station and one of the village’s team, 包村领导 included', async () => {
    const submitted = async () => {
      const hazard = await desk.report('villageCadre', desk.handedOver());
      await desk.step('enterpriseHead', hazard, 'submit', { text: '改好了' });
      return hazard;
    };
    const verify = async (actor: ActorName, companion: ActorName) =>
      desk.step(actor, await submitted(), 'verify', { companionPersonId: desk.personOf(companion) });
    expect(await verify('safetyStation', 'villageLeader')).toMatchObject({ status: 200 });
    expect(await verify('villageLeader', 'safetyStationMember')).toMatchObject({ status: 200 });
    for (const [actor, companion] of [
      ['villageCadre', 'villageLeader'],
      ['safetyStation', 'safetyStationMember'],
    ] as const) {
      expect(await verify(actor, companion)).toMatchObject({ status: 422, body: { code: 'recheck_needs_two' } });
    }
  });

  it('elsewhere is whoever of either goes along: all that are offered are taken', async () => {
    const hazard = await desk.report('villageDirector', { description: '活动室漏雨', ownership: 'collective' });
    const assessment = { level: 'general', responsibleUnitId: desk.village.id, ownership: 'collective' };
    await desk.step('safetyStation', hazard, 'assess', assessment);
    await desk.step('safetyDeputy', hazard, 'approve');
    const text = { text: '已换瓦' };
    await desk.step('villageDirector', hazard, 'submit', text);
    const { companions } = await desk.detail('villageCadre', hazard);
    expect(companions.map((it) => it.post)).toContainEqual(expect.stringContaining('包村领导'));
    for (const { personId } of companions) {
      expect(await desk.step('villageCadre', hazard, 'return', { ...text, companionPersonId: personId })).toMatchObject(
        {
          status: 200,
        },
      );
      await desk.step('villageDirector', hazard, 'submit', text);
    }
  });
});

describe('重新启动', () => {
  const fixed = (closed: Date) => {
    town.clock.set(closed);
    const body = { path: 'fixed', unitId: desk.enterprise.id, description: '灭火器被挡', remedy: '当场移开' };
    return desk.report('villageCadre', body).finally(() => town.clock.set(null));
  };
  const closedOn = (days: number) => new Date(startOf(addDays(today(), -days)).getTime() + 9 * HOUR);
  const reopen = (hazard: { id: string }, more = {}) =>
    desk.step('safetyStation', hazard, 'reopen', { text: '又出现', ...more });

  it('is for half a year after closing, the last day included', async () => {
    expect(await reopen(await fixed(closedOn(REOPEN_DAYS)))).toMatchObject({
      status: 200,
      body: { state: 'reopened' },
    });
  });

  it('is refused by name afterwards, and not offered', async () => {
    const hazard = await fixed(closedOn(REOPEN_DAYS + 1));
    expect((await desk.detail('safetyStation', hazard)).steps.map((it) => it.step)).toEqual(['spot-check']);
    expect(await reopen(hazard)).toMatchObject({
      status: 409,
      body: { code: 'reopen_too_late', detail: expect.stringContaining('180 天') },
    });
    expect(await desk.detail('safetyStation', hazard)).toMatchObject({ state: 'closed' });
  });

  it('is judged on the day on which it was done, however late it arrives', async () => {
    const hazard = await fixed(closedOn(REOPEN_DAYS + 1));
    expect(await reopen(hazard, { occurredAt: daysAgo(1).toISOString() })).toMatchObject({ status: 200 });
  });
});

describe('what is told of a matter', () => {
  it('never ends in half a character', async () => {
    const description = `a${'𠮷'.repeat(120)}`;
    const hazard = await desk.report('villageCadre', desk.handedOver({ description }));
    await town.as.safetyDeputy.post(`/api/hazards/${hazard.id}/reminders`, {});
    await desk.step('enterpriseHead', hazard, 'submit', { text: '改好了' });
    const told = async (actor: ActorName) => {
      const { notices }: TodayView = (await town.as[actor].get('/api/today')).body;
      return notices.filter((it) => it.hazardId === hazard.id).map((it) => it.text);
    };
    const texts = [
      ...(await told('safetyStation')),
      ...(await told('enterpriseHead')),
      ...(await told('villageCadre')),
    ];
    expect(texts).toHaveLength(4);
    for (const text of texts) expect(text).toMatch(/：a𠮷+$/u);
  });

  it('names in the history who held it on the day of each act, whoever came later', async () => {
    town.clock.set(daysAgo(10));
    const hazard = await desk.report('villageCadre', desk.handedOver());
    town.clock.set(null);
    await succeedHead('villageSecretary');
    await desk.step('villageSecretary', hazard, 'start');
    const { events, holder } = await desk.detail('safetyStation', hazard);
    expect(events.map((it) => [it.step, it.holder?.personId])).toEqual([
      ['report', desk.personOf('enterpriseHead')],
      ['start', desk.personOf('villageSecretary')],
    ]);
    expect(holder?.personId).toBe(desk.personOf('villageSecretary'));
  });
});

/** The enterprise has another head from today on. */
async function succeedHead(actor: ActorName): Promise<void> {
  const [old] = (await town.as.enterpriseHead.get('/api/me')).body.posts;
  const { tenureId } = (
    await town.source.query(
      'SELECT tenureId FROM tenure WHERE postId = ? AND supersededAt IS NULL AND endsOn IS NULL',
      [old.id],
    )
  )[0];
  expect((await town.as.administrator.post(`/api/tenures/${tenureId}/end`, { until: today() })).status).toBe(200);
  const tenure = { personId: desk.personOf(actor), postId: old.id, kind: 'concurrent', from: today() };
  expect((await town.as.administrator.post('/api/tenures', tenure)).status).toBe(201);
}
