import type { Page } from '@zerentian/shared/fields';
import type { HazardView } from '@zerentian/shared/hazards/hazard.contract';
import type { Answer } from '../support/client';
import { hazardSpec } from '../support/hazard-desk';

const { town, desk } = hazardSpec();

describe('steps that the state or the person does not allow', () => {
  it('are refused by name, and nothing changes', async () => {
    const hazard = await desk.report('villageCadre', desk.handedOver());
    const before = await desk.detail('safetyStation', hazard);
    expect(await desk.step('safetyStation', hazard, 'close')).toMatchObject({
      status: 409,
      body: { code: 'step_not_allowed' },
    });
    expect(await desk.step('otherVillageCadre', hazard, 'verify')).toMatchObject({ status: 403 });
    expect(await desk.step('enterpriseHead', { id: '0193b5a0-0000-7000-8000-00000000dead' }, 'start')).toMatchObject({
      status: 404,
    });
    expect(await desk.detail('safetyStation', hazard)).toEqual(before);
  });

  it('include a re-check in the company of whoever rectified', async () => {
    const hazard = await desk.report('villageCadre', desk.handedOver());
    await desk.step('enterpriseHead', hazard, 'submit', { text: '改好了' });
    const companionPersonId = desk.personOf('enterpriseHead');
    expect(await desk.step('safetyStation', hazard, 'verify', { companionPersonId })).toMatchObject({
      status: 403,
      body: { code: 'same_person' },
    });
  });
});

describe('what I reported', () => {
  it('is found by whoever reported it, also where their posts see no further', async () => {
    const line = '路边电线杆倾斜';
    const mine = await desk.report('enterpriseHead', { areaCode: desk.enterprise.areaCode, description: line });
    const ids = async (query: string) =>
      (await town.as.enterpriseHead.get<Page<HazardView>>(`/api/hazards?${query}`)).body.items.map((it) => it.id);
    expect(await ids('limit=100')).not.toContain(mine.id);
    expect(await ids('reported=true')).toEqual([mine.id]);
    expect((await town.as.villageSecretary.get('/api/hazards?reported=true')).body.items).toEqual([]);
  });
});

describe('whom a re-check may name', () => {
  it('is offered to each side as the rule has it, and everyone offered is accepted', async () => {
    for (const actor of ['safetyStation', 'villageCadre'] as const) {
      const hazard = await desk.report('villageCadre', desk.handedOver());
      await desk.step('enterpriseHead', hazard, 'submit', { text: '改好了' });
      const { companions } = await desk.detail(actor, hazard);
      expect(companions.length).toBeGreaterThan(0);
      expect(companions.map((it) => it.personId)).not.toContain(desk.personOf(actor));
      const [{ personId: companionPersonId } = { personId: null }] = companions.slice(-1);
      const answer = await desk.step(actor, hazard, 'verify', { companionPersonId });
      expect([actor, answer.status]).toEqual([actor, 200]);
    }
  });

  it('is anybody of either side for what the collective owns', async () => {
    const hazard = await desk.report('villageDirector', {
      description: '文化室屋顶漏雨',
      unitId: desk.village.id,
      ownership: 'collective',
    });
    await desk.step('safetyStation', hazard, 'assess', {
      responsibleUnitId: desk.village.id,
      level: 'general',
      ownership: 'collective',
    });
    await desk.step('safetyDeputy', hazard, 'approve');
    await desk.step('villageDirector', hazard, 'submit', { text: '修好了' });
    const { companions } = await desk.detail('safetyStation', hazard);
    for (const { personId } of companions) expect(personId).not.toBe(desk.personOf('villageDirector'));
    const leader = companions.find((it) => it.personId === desk.personOf('villageLeader'));
    const named = leader ?? companions[0];
    expect(await desk.step('safetyStation', hazard, 'verify', { companionPersonId: named?.personId })).toMatchObject({
      status: 200,
    });
  });
});

describe('催办 and 有困难', () => {
  it('is sent by the 包村领导 to its own cadres, who are of the same rank on paper', async () => {
    const hazard = await desk.report('villageCadre', desk.handedOver());
    await desk.step('enterpriseHead', hazard, 'submit', { text: '已清走' });
    expect((await desk.detail('villageLeader', hazard)).mayRemind).toBe(true);
    const path = `/api/hazards/${hazard.id}/reminders`;
    expect(await town.as.villageLeader.post(path, { text: '请去复查' })).toMatchObject({ status: 201 });
  });

  it('presses once per matter and day, downwards only, and a difficulty moves the clock to the sender', async () => {
    const hazard = await desk.report('villageCadre', desk.handedOver());
    expect(await town.as.enterpriseHead.post(`/api/hazards/${hazard.id}/reminders`, {})).toMatchObject({ status: 403 });
    const sent = await town.as.safetyDeputy.post(`/api/hazards/${hazard.id}/reminders`, { text: '请抓紧' });
    expect(sent).toMatchObject({
      status: 201,
      body: { from: { personId: desk.personOf('safetyDeputy') }, to: { personId: desk.personOf('enterpriseHead') } },
    });
    const again = await town.as.partySecretary.post(`/api/hazards/${hazard.id}/reminders`, {});
    expect(again).toMatchObject({ status: 409, body: { code: 'already_reminded' } });
    const answer = (body: object) => town.as.enterpriseHead.post(`/api/reminders/${sent.body.id}/answer`, body);
    expect(await answer({ answer: 'difficulty' })).toMatchObject({ status: 422, body: { errors: [{ path: 'text' }] } });
    expect(await answer({ answer: 'difficulty', text: '需要供电所停电', need: 'department' })).toMatchObject({
      status: 200,
    });
    const after = await desk.detail('safetyDeputy', hazard);
    expect(after).toMatchObject({ state: 'assigned', holder: { personId: desk.personOf('safetyDeputy') } });
    expect(after.steps.map((it) => it.step)).toContain('answer-coordination');
    const answered = await desk.step('safetyDeputy', hazard, 'answer-coordination', { text: '周五上午停电' });
    expect(answered).toMatchObject({ status: 200, body: { holder: { personId: desk.personOf('enterpriseHead') } } });
  });
});

describe('安监站', () => {
  it('answers through its head, however its staff were entered', async () => {
    const station = (await town.as.safetyStation.get('/api/me')).body.posts[0];
    const staff = { id: '00000000-0000-7000-8000-000000000001', kind: 'safety-station-member', unitId: station.unitId };
    const made = await town.as.administrator.post('/api/posts', {
      ...staff,
      title: '安监员',
      areaCode: station.areaCode,
    });
    expect(made.status).toBe(201);
    const hazard = await desk.report('villageDirector', { description: '护栏松动' });
    expect(hazard.holder?.personId).toBe(desk.personOf('safetyStation'));
  });
});

describe('who sees what', () => {
  it('is decided by posts: their village, their enterprise, the township; a stranger finds nothing', async () => {
    const hazard = await desk.report('villageCadre', desk.handedOver());
    for (const actor of [
      'partySecretary',
      'safetyStation',
      'villageCadre',
      'enterpriseHead',
      'county',
      'discipline',
    ] as const) {
      expect((await desk.detail(actor, hazard)).id).toBe(hazard.id);
    }
    for (const actor of ['otherVillageCadre', 'administrator'] as const) {
      expect(await town.as[actor].get(`/api/hazards/${hazard.id}`)).toMatchObject({ status: 404 });
      const { items } = (await town.as[actor].get('/api/hazards?limit=100')).body;
      expect(items.map((it: HazardView) => it.id)).not.toContain(hazard.id);
    }
  });

  it('comes in pages that neither repeat nor leave out', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body }: Answer<Page<HazardView>> = await town.as.safetyStation.get(
        `/api/hazards?limit=3${cursor ? `&cursor=${cursor}` : ''}`,
      );
      seen.push(...body.items.map((it: HazardView) => it.id));
      cursor = body.nextCursor;
    }
    const whole = (await town.as.safetyStation.get('/api/hazards?limit=100')).body.items.map((it: HazardView) => it.id);
    expect(seen).toEqual(whole);
    expect(new Set(seen).size).toBe(seen.length);
    expect(await town.as.safetyStation.get('/api/hazards?cursor=nonsense')).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'cursor' }] },
    });
  });
});

describe('bad input', () => {
  it.each([
    ['an unknown area', { description: '甲', areaCode: '140621200299' }, 'unknown_area', 'areaCode'],
    [
      'an unknown unit',
      { description: '甲', unitId: '0193b5a0-0000-7000-8000-00000000dead' },
      'unknown_unit',
      'unitId',
    ],
    ['a wrong type', { description: 7 }, 'invalid_input', 'description'],
    ['nothing at all', {}, 'invalid_input', 'description'],
    ['10,000 characters', { description: '字'.repeat(10_000) }, 'invalid_input', 'description'],
    ['control characters', { description: 'a\u0007b' }, 'invalid_input', 'description'],
    ['a field nobody knows', { description: '甲', colour: 'red' }, 'invalid_input', 'colour'],
    ['a deadline in 1900', { description: '甲', deadline: '1900-01-01' }, 'invalid_input', 'deadline'],
    ['a deadline in 9999', { description: '甲', deadline: '9999-12-31' }, 'invalid_input', 'deadline'],
    ['a date that is none', { description: '甲', deadline: '2026-02-30' }, 'invalid_input', 'deadline'],
    ['an unknown photo', { photoIds: ['0193b5a0-0000-7000-8000-00000000dead'] }, 'unknown_reference', 'photoIds.0'],
  ])('%s is named beside its field, and nothing is written', async (_words, body, code, path) => {
    const count = async () => (await town.source.query('SELECT COUNT(*) AS n FROM hazard'))[0].n;
    const before = await count();
    const answer = await town.as.villageCadre.post('/api/hazards', { areaCode: desk.enterprise.areaCode, ...body });
    expect(answer).toMatchObject({ status: 422, body: { code } });
    expect(answer.body.errors.map((it: { path: string }) => it.path)).toContain(path);
    expect(await count()).toEqual(before);
  });

  it('keeps emoji and 𠮷 as they are', async () => {
    const description = '𠮷祥超市🔥门口“占道”';
    const hazard = await desk.report('villageCadre', { description, areaCode: desk.enterprise.areaCode });
    expect((await desk.detail('villageCadre', hazard)).description).toBe(description);
  });

  it('refuses an id that is taken, and answers a repeated key once', async () => {
    const first = await desk.report('villageCadre', desk.handedOver());
    expect(await town.as.villageCadre.post('/api/hazards', desk.handedOver({ id: first.id }))).toMatchObject({
      status: 409,
      body: { code: 'id_taken' },
    });
    const key = 'phone-7-report-1';
    const racing = await Promise.all(
      [1, 2, 3, 4].map(() => town.as.villageCadre.post('/api/hazards', desk.handedOver(), { key })),
    );
    expect(racing.map((it) => it.status)).toEqual([201, 201, 201, 201]);
    expect(new Set(racing.map((it) => it.body.id)).size).toBe(1);
    const other = await town.as.villageCadre.post('/api/hazards', desk.handedOver({ description: '别的事' }), { key });
    expect(other).toMatchObject({ status: 409, body: { code: 'idempotency_key_reused' } });
  });

  it('judges a late delivery at the time of the act, and doubts a phone whose clock is wrong by a year', async () => {
    const yesterday = new Date(Date.now() - 26 * 3600_000).toISOString();
    expect((await desk.report('villageCadre', desk.handedOver({ occurredAt: yesterday }))).occurredAt).toBe(yesterday);
    const nextYear = new Date(Date.now() + 365 * 86400_000).toISOString();
    const doubted = await desk.report('villageCadre', desk.handedOver({ occurredAt: nextYear }));
    expect(doubted.occurredAt).toBe(doubted.receivedAt);
    expect((await desk.detail('villageCadre', doubted)).events[0]?.facts).toContainEqual({
      label: '时间',
      value: '手机时间不可信，已按服务器的记录校正',
    });
  });
});
