import type { HazardDetail, HazardView } from '@zerentian/shared/hazards/hazard.contract';
import { startTownship, type Township } from '../support/township';

let town: Township;
/** The enterprise of `enterpriseHead`, in `villageCadre`'s village; and the village unit of `villageDirector`. */
let enterprise: { id: string; areaCode: string };
let village: { id: string; areaCode: string };

beforeAll(async () => {
  town = await startTownship();
  const unitOf = async (actor: 'enterpriseHead' | 'villageDirector') => {
    const { posts } = (await town.as[actor].get('/api/me')).body;
    return { id: posts[0].unitId, areaCode: posts[0].areaCode };
  };
  enterprise = await unitOf('enterpriseHead');
  village = await unitOf('villageDirector');
});
afterAll(() => town.close());

const handedOver = (changes: object = {}) => ({ path: 'assigned', unitId: enterprise.id, description: '配电箱前堆放纸箱', ...changes });

async function report(actor: keyof Township['as'], body: object): Promise<HazardView> {
  const answer = await town.as[actor].post('/api/hazards', body);
  expect(answer).toMatchObject({ status: 201 });
  return answer.body;
}

async function step(actor: keyof Township['as'], hazard: { id: string }, name: string, body: object = {}) {
  return town.as[actor].post(`/api/hazards/${hazard.id}/${name}`, body);
}

async function detail(actor: keyof Township['as'], hazard: { id: string }): Promise<HazardDetail> {
  const answer = await town.as[actor].get(`/api/hazards/${hazard.id}`);
  expect(answer.status).toBe(200);
  return answer.body;
}

async function personOf(actor: keyof Township['as']): Promise<string> {
  return (await town.as[actor].get('/api/me')).body.person.id;
}

describe('路径 B 现场交办', () => {
  it('is refused to those who may not assign, and outside their villages', async () => {
    expect(await town.as.enterpriseHead.post('/api/hazards', handedOver())).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect(await town.as.otherVillageCadre.post('/api/hazards', handedOver())).toMatchObject({ status: 403, body: { code: 'outside_scope' } });
    expect(await town.as.administrator.post('/api/hazards', handedOver())).toMatchObject({ status: 403 });
  });

  it('goes from the cadre to the unit, to a re-check by two, to 安监站, and each step is in the ledger', async () => {
    const hazard = await report('villageCadre', handedOver());
    expect(hazard).toMatchObject({ state: 'assigned', level: 'general', responsibleUnitId: enterprise.id, areaCode: enterprise.areaCode });
    expect(hazard.deadline).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(hazard.holder).toMatchObject({ personId: await personOf('enterpriseHead'), vacant: false });
    expect(hazard.assistingUnitName).toContain('村');

    const refused = await step('villageCadre', hazard, 'submit', { text: '我替他改' });
    expect(refused).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect(await step('enterpriseHead', hazard, 'start')).toMatchObject({ status: 200, body: { state: 'rectifying' } });
    const submitted = await step('enterpriseHead', hazard, 'submit', { text: '已清走纸箱，划了黄线' });
    expect(submitted).toMatchObject({ status: 200, body: { state: 'submitted', holder: { personId: await personOf('villageCadre') } } });

    const alone = await step('safetyStation', hazard, 'verify', { text: '合格' });
    expect(alone).toMatchObject({ status: 422, body: { code: 'recheck_needs_two', errors: [{ path: 'companionPersonId' }] } });
    const companionPersonId = await personOf('villageCadre');
    expect(await step('safetyStation', hazard, 'verify', { companionPersonId })).toMatchObject({ status: 200, body: { state: 'verified' } });
    expect(await step('safetyStation', hazard, 'close')).toMatchObject({ status: 200, body: { state: 'closed', holder: null } });

    const { events, steps } = await detail('partySecretary', hazard);
    expect(events.map((event) => event.step)).toEqual(['report', 'start', 'submit', 'verify', 'close']);
    expect(events[3]).toMatchObject({ companion: { personId: companionPersonId }, actor: { personId: await personOf('safetyStation') } });
    expect(steps).toEqual([]);
    const ledger = await town.as.partySecretary.get(`/api/ledger?area=${enterprise.areaCode.slice(0, 9)}&limit=500`);
    const acts = ledger.body.items.filter((entry: { subjectId: string }) => entry.subjectId === hazard.id);
    expect(acts.map((entry: { act: string }) => entry.act)).toEqual(events.map((event) => `hazard-${event.step}`));
  });

  it('comes back to the unit with reasons when the re-check finds it undone', async () => {
    const hazard = await report('villageCadre', handedOver());
    await step('enterpriseHead', hazard, 'submit', { text: '改好了' });
    const companionPersonId = await personOf('villageCadre');
    expect(await step('safetyStation', hazard, 'return', { companionPersonId })).toMatchObject({ status: 422, body: { errors: [{ path: 'text' }] } });
    const returned = await step('safetyStation', hazard, 'return', { companionPersonId, text: '黄线内仍有杂物' });
    expect(returned).toMatchObject({ status: 200, body: { state: 'returned', holder: { personId: await personOf('enterpriseHead') } } });
    expect((await detail('enterpriseHead', hazard)).events.at(-1)).toMatchObject({ text: '黄线内仍有杂物' });
  });

  it('never lets a 疑似重大 be handed over on the spot', async () => {
    const refused = await town.as.villageCadre.post('/api/hazards', handedOver({ level: 'suspected-major', standardClause: '判定标准第三条' }));
    expect(refused).toMatchObject({ status: 422, body: { code: 'major_needs_assessment' } });
  });

  it('never makes a village responsible for what is not the collective’s', async () => {
    const refused = await town.as.safetyStation.post('/api/hazards', handedOver({ unitId: village.id }));
    expect(refused).toMatchObject({ status: 422, body: { code: 'village_not_responsible' } });
  });
});

describe('路径 A 即查即改', () => {
  it('is one record: found, put right, closed; 安监站 may sample and reopen it', async () => {
    const hazard = await report('villageCadre', { path: 'fixed', unitId: enterprise.id, description: '灭火器被挡', remedy: '当场移开' });
    expect(hazard).toMatchObject({ state: 'closed', path: 'fixed', holder: null });
    expect(await step('villageCadre', hazard, 'reopen', { text: '又挡上了' })).toMatchObject({ status: 403 });
    const reopened = await step('safetyStation', hazard, 'reopen', { text: '抽查发现又被挡住' });
    expect(reopened).toMatchObject({ status: 200, body: { state: 'reopened' } });
    const assigned = await step('safetyStation', hazard, 'assign', { responsibleUnitId: enterprise.id });
    expect(assigned).toMatchObject({ status: 200, body: { state: 'assigned', responsibleUnitId: enterprise.id } });
  });

  it('needs one line or one photo of what was done', async () => {
    const refused = await town.as.villageCadre.post('/api/hazards', { path: 'fixed', unitId: enterprise.id, description: '灭火器被挡' });
    expect(refused).toMatchObject({ status: 422, body: { code: 'invalid_input', errors: [{ path: 'remedy' }] } });
  });
});

describe('路径 C 上报研判', () => {
  it('goes from a village director through 初判 and 签批 to the village itself, for what the collective owns', async () => {
    const hazard = await report('villageDirector', { description: '文化活动室屋顶漏雨，电线受潮', ownership: 'collective' });
    expect(hazard).toMatchObject({ state: 'reported', areaCode: village.areaCode, holder: { personId: await personOf('safetyStation') } });
    const assessment = { level: 'general', responsibleUnitId: village.id, ownership: 'collective', text: '一般隐患' };
    expect(await step('safetyDeputy', hazard, 'assess', assessment)).toMatchObject({ status: 403 });
    expect(await step('safetyStation', hazard, 'assess', assessment)).toMatchObject({ status: 200, body: { state: 'graded', holder: { personId: await personOf('safetyDeputy') } } });
    const approved = await step('safetyDeputy', hazard, 'approve', { text: '同意' });
    expect(approved).toMatchObject({ status: 200, body: { state: 'assigned', responsibleUnitId: village.id, assistingUnitName: null } });
    expect(await step('villageDirector', hazard, 'submit', { text: '已换瓦，线路重新敷设' })).toMatchObject({ status: 200, body: { state: 'submitted' } });
    const own = await step('villageDirector', hazard, 'verify');
    expect(own).toMatchObject({ status: 403 });
    expect(await step('safetyStation', hazard, 'verify')).toMatchObject({ status: 200, body: { state: 'verified' } });
    expect(await step('safetyStation', hazard, 'close')).toMatchObject({ status: 200, body: { state: 'closed' } });
  });

  it('may be rejected with a reason, and sent back by 分管 to be judged again', async () => {
    const rejected = await report('villageDirector', { description: '路边有落叶' });
    expect(await step('safetyStation', rejected, 'reject')).toMatchObject({ status: 422 });
    expect(await step('safetyStation', rejected, 'reject', { text: '不属于安全隐患' })).toMatchObject({ status: 200, body: { state: 'rejected', holder: null } });
    const again = await report('villageDirector', { description: '护栏松动' });
    await step('safetyStation', again, 'assess', { level: 'general' });
    expect(await step('safetyDeputy', again, 'approve')).toMatchObject({ status: 422, body: { errors: [{ path: 'responsibleUnitId' }] } });
    expect(await step('safetyDeputy', again, 'return-assessment', { text: '请写明责任单位' })).toMatchObject({ status: 200, body: { state: 'reported' } });
  });

  it('holds a 疑似重大 until its five fields are filled and the county’s number is recorded', async () => {
    const hazard = await report('villageCadre', { unitId: enterprise.id, description: '储罐区无围堰', level: 'suspected-major', standardClause: '判定标准第五条' });
    await step('safetyStation', hazard, 'assess', { level: 'suspected-major', standardClause: '判定标准第五条', responsibleUnitId: enterprise.id });
    await step('safetyDeputy', hazard, 'approve');
    for (const name of ['start', 'submit']) {
      expect(await step('enterpriseHead', hazard, name, { text: '开始' })).toMatchObject({ status: 409, body: { code: 'major_fields_missing' } });
    }
    const five = { responsibility: '企业主要负责人', measures: '砌筑围堰', funds: '3 万元', timeLimit: '30 日', contingency: '停用储罐' };
    await step('safetyStation', hazard, 'record-major', five);
    expect(await step('enterpriseHead', hazard, 'start')).toMatchObject({ status: 409 });
    expect(await step('safetyStation', hazard, 'record-major', { countyNumber: '山应急〔2026〕12号' })).toMatchObject({ status: 200, body: { major: { ...five } } });
    expect(await step('enterpriseHead', hazard, 'start')).toMatchObject({ status: 200, body: { state: 'rectifying' } });
  });
});

describe('steps that the state or the person does not allow', () => {
  it('are refused by name, and nothing changes', async () => {
    const hazard = await report('villageCadre', handedOver());
    const before = await detail('safetyStation', hazard);
    expect(await step('safetyStation', hazard, 'close')).toMatchObject({ status: 409, body: { code: 'step_not_allowed' } });
    expect(await step('otherVillageCadre', hazard, 'verify')).toMatchObject({ status: 403 });
    expect(await step('enterpriseHead', { id: '0193b5a0-0000-7000-8000-00000000dead' }, 'start')).toMatchObject({ status: 404 });
    expect(await detail('safetyStation', hazard)).toEqual(before);
  });

  it('include a re-check in the company of whoever rectified', async () => {
    const hazard = await report('villageCadre', handedOver());
    await step('enterpriseHead', hazard, 'submit', { text: '改好了' });
    const companionPersonId = await personOf('enterpriseHead');
    expect(await step('safetyStation', hazard, 'verify', { companionPersonId })).toMatchObject({ status: 403, body: { code: 'same_person' } });
  });
});

describe('催办 and 有困难', () => {
  it('presses once per matter and day, downwards only, and a difficulty moves the clock to the sender', async () => {
    const hazard = await report('villageCadre', handedOver());
    expect(await town.as.enterpriseHead.post(`/api/hazards/${hazard.id}/reminders`, {})).toMatchObject({ status: 403 });
    const sent = await town.as.safetyDeputy.post(`/api/hazards/${hazard.id}/reminders`, { text: '请抓紧' });
    expect(sent).toMatchObject({ status: 201, body: { from: { personId: await personOf('safetyDeputy') }, to: { personId: await personOf('enterpriseHead') } } });
    const again = await town.as.partySecretary.post(`/api/hazards/${hazard.id}/reminders`, {});
    expect(again).toMatchObject({ status: 409, body: { code: 'already_reminded' } });
    const answer = (body: object) => town.as.enterpriseHead.post(`/api/reminders/${sent.body.id}/answer`, body);
    expect(await answer({ answer: 'difficulty' })).toMatchObject({ status: 422, body: { errors: [{ path: 'text' }] } });
    expect(await answer({ answer: 'difficulty', text: '需要供电所停电', need: 'department' })).toMatchObject({ status: 200 });
    const after = await detail('safetyDeputy', hazard);
    expect(after).toMatchObject({ state: 'assigned', holder: { personId: await personOf('safetyDeputy') } });
    expect(after.steps.map((it) => it.step)).toContain('answer-coordination');
    const answered = await step('safetyDeputy', hazard, 'answer-coordination', { text: '周五上午停电' });
    expect(answered).toMatchObject({ status: 200, body: { holder: { personId: await personOf('enterpriseHead') } } });
  });
});

describe('who sees what', () => {
  it('is decided by posts: their village, their enterprise, the township; a stranger finds nothing', async () => {
    const hazard = await report('villageCadre', handedOver());
    for (const actor of ['partySecretary', 'safetyStation', 'villageCadre', 'enterpriseHead', 'county', 'discipline'] as const) {
      expect((await detail(actor, hazard)).id).toBe(hazard.id);
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
      const { body } = await town.as.safetyStation.get(`/api/hazards?limit=3${cursor ? `&cursor=${cursor}` : ''}`);
      seen.push(...body.items.map((it: HazardView) => it.id));
      cursor = body.nextCursor;
    }
    const whole = (await town.as.safetyStation.get('/api/hazards?limit=100')).body.items.map((it: HazardView) => it.id);
    expect(seen).toEqual(whole);
    expect(new Set(seen).size).toBe(seen.length);
    expect(await town.as.safetyStation.get('/api/hazards?cursor=nonsense')).toMatchObject({ status: 422, body: { errors: [{ path: 'cursor' }] } });
  });
});

describe('bad input', () => {
  it.each([
    ['an unknown area', { description: '甲', areaCode: '140621200299' }, 'unknown_area', 'areaCode'],
    ['an unknown unit', { description: '甲', unitId: '0193b5a0-0000-7000-8000-00000000dead' }, 'unknown_unit', 'unitId'],
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
    const answer = await town.as.villageCadre.post('/api/hazards', { areaCode: enterprise.areaCode, ...body });
    expect(answer).toMatchObject({ status: 422, body: { code } });
    expect(answer.body.errors.map((it: { path: string }) => it.path)).toContain(path);
    expect(await count()).toEqual(before);
  });

  it('keeps emoji and 𠮷 as they are', async () => {
    const description = '𠮷祥超市🔥门口“占道”';
    const hazard = await report('villageCadre', { description, areaCode: enterprise.areaCode });
    expect((await detail('villageCadre', hazard)).description).toBe(description);
  });

  it('refuses an id that is taken, and answers a repeated key once', async () => {
    const first = await report('villageCadre', handedOver());
    expect(await town.as.villageCadre.post('/api/hazards', handedOver({ id: first.id }))).toMatchObject({ status: 409, body: { code: 'id_taken' } });
    const key = 'phone-7-report-1';
    const racing = await Promise.all([1, 2, 3, 4].map(() => town.as.villageCadre.post('/api/hazards', handedOver(), { key })));
    expect(racing.map((it) => it.status)).toEqual([201, 201, 201, 201]);
    expect(new Set(racing.map((it) => it.body.id)).size).toBe(1);
    const other = await town.as.villageCadre.post('/api/hazards', handedOver({ description: '别的事' }), { key });
    expect(other).toMatchObject({ status: 409, body: { code: 'idempotency_key_reused' } });
  });

  it('judges a late delivery at the time of the act, and doubts a phone whose clock is wrong by a year', async () => {
    const yesterday = new Date(Date.now() - 26 * 3600_000).toISOString();
    expect((await report('villageCadre', handedOver({ occurredAt: yesterday }))).occurredAt).toBe(yesterday);
    const nextYear = new Date(Date.now() + 365 * 86400_000).toISOString();
    const doubted = await report('villageCadre', handedOver({ occurredAt: nextYear }));
    expect(doubted.occurredAt).toBe(doubted.receivedAt);
    expect((await detail('villageCadre', doubted)).events[0]?.facts).toContainEqual({ label: '时间', value: '手机时间不可信，按收到时间计' });
  });
});
