import { RateLimiter } from '@zerentian/server/platform/auth/rate-limiter';
import { dateOf } from '@zerentian/shared/calendar';
import { uuidv7 } from 'uuidv7';
import { lastAct } from '../support/acts';
import { download, readPdf } from '../support/pdf-text';
import { jpegWithExif } from '../support/pictures';
import { publicSpec } from '../support/public-desk';
import { type ActorName, VILLAGE } from '../support/township';
import { verify } from './ledger.support';

const { town, desk } = publicSpec();
const station = () => town.as.safetyStation;
const accept = (id: string, body: object = {}) => station().post(`/api/public-reports/${id}/accept`, body);
const feedback = (code: string, body: object, key?: string) =>
  desk.post(`/api/public/reports/${code}/feedback`, body, key);

const printed = async (path: string) =>
  (await readPdf((await download(town, town.as.enterpriseHead.token, path)).bytes)).text;

beforeEach(() => {
  const limiter = town.nest.get(RateLimiter, { strict: false });
  for (const name of ['lookup-by-address', 'report-by-address', 'report-by-address-and-day'])
    limiter.set(`public-${name}` as never, { most: 10_000 });
});

it('a report becomes a hazard with its photos, is settled with it, and the reporter says that it is put right', async () => {
  const id = uuidv7();
  const photoId = await desk.photograph(id, await jpegWithExif(800, 600));
  const { followCode } = await desk.send({ id, photoIds: [photoId] });
  const { status, body } = await accept(id);
  expect([status, body.stage, body.steps]).toEqual([200, 'accepted', []]);
  const hazard = await desk.detail('safetyStation', { id: body.hazardId });
  expect(hazard).toMatchObject({
    state: 'reported',
    path: 'referred',
    areaCode: VILLAGE,
    photoIds: [photoId],
    spot: '村口',
  });
  expect(hazard.reporter?.personId).toBe(station().personId);
  expect(hazard.photos.map((it) => it.id)).toContain(photoId);
  expect(await desk.follow(followCode)).toMatchObject({
    stage: 'accepted',
    words: expect.stringContaining('正在研判'),
    mayAnswer: false,
  });
  expect(await feedback(followCode, { fixed: true })).toMatchObject({
    status: 409,
    body: { code: 'step_not_allowed' },
  });

  await desk.closeHazard(body.hazardId);
  const settled = await desk.follow(followCode);
  expect(settled).toMatchObject({ stage: 'settled', mayAnswer: true, closedAt: expect.any(String) });
  for (const name of ['马志远', '孟庆昌', '张建国', '1380000']) expect(JSON.stringify(settled)).not.toContain(name);
  const key = uuidv7();
  const said = await feedback(followCode, { fixed: true, text: '井盖换好了' }, key);
  expect(said).toMatchObject({
    status: 200,
    body: { stage: 'confirmed', mayAnswer: false, feedback: { fixed: true } },
  });
  expect(await feedback(followCode, { fixed: true, text: '井盖换好了' }, key)).toMatchObject({
    status: 200,
    body: said.body,
  });
  expect(await feedback(followCode, { fixed: false })).toMatchObject({ status: 409 });
  expect(await lastAct(town, id)).toMatchObject({ act: 'public-report-confirm', personId: null });
  expect((await verify(town)).findings).toEqual([]);
});

it('“no” brings it back to 安监站, who answers after a second look, or reopens the hazard', async () => {
  const { id, followCode } = await desk.send();
  const { hazardId } = (await accept(id)).body;
  await desk.closeHazard(hazardId);
  expect(await feedback(followCode, { fixed: false, text: '还是老样子' })).toMatchObject({
    body: { stage: 'disputed' },
  });
  const waiting = async () =>
    (await station().get('/api/public-reports?waiting=true')).body.items.map((it: { id: string }) => it.id);
  expect(await waiting()).toContain(id);
  const { body: today } = await station().get('/api/today?limit=100');
  expect(today.items).toContainEqual(expect.objectContaining({ publicReportId: id, kind: 'public-report' }));
  expect(today.notices[0]).toMatchObject({ text: '举报人反馈没有整改好：还是老样子', hazardId });

  expect((await desk.step('safetyStation', { id: hazardId }, 'reopen', { text: '抽查属实' })).status).toBe(200);
  expect(await desk.follow(followCode)).toMatchObject({ stage: 'accepted', feedback: null });
  expect(await waiting()).not.toContain(id);
  expect(await station().post(`/api/public-reports/${id}/uphold`, { text: '示例' })).toMatchObject({ status: 409 });

  for (const [actor, step, body] of [
    ['safetyStation', 'assign', { responsibleUnitId: desk.enterprise.id }],
    ['enterpriseHead', 'submit', { text: '重新做了' }],
    ['safetyStation', 'verify', { companionPersonId: desk.personOf('villageCadre') }],
    ['safetyStation', 'close', {}],
  ] as const)
    expect([step, (await desk.step(actor, { id: hazardId }, step, body)).status]).toEqual([step, 200]);
  expect(await desk.follow(followCode)).toMatchObject({ stage: 'settled', mayAnswer: true });
  expect(await feedback(followCode, { fixed: false })).toMatchObject({ body: { stage: 'disputed' } });
  const upheld = await station().post(`/api/public-reports/${id}/uphold`, { text: '现场复看，井盖已加锁' });
  expect(upheld).toMatchObject({ status: 200, body: { stage: 'upheld', steps: [] } });
  expect(await desk.follow(followCode)).toMatchObject({ stage: 'upheld', answer: { text: '现场复看，井盖已加锁' } });
  expect((await verify(town)).findings).toEqual([]);
});

it('what is none is explained to the reporter, once', async () => {
  const { id, followCode } = await desk.send();
  const explain = (body: object) => station().post(`/api/public-reports/${id}/explain`, body);
  expect((await explain({ text: '示例' })).body.errors[0].path).toBe('reason');
  expect((await explain({ reason: 'other' })).body.errors[0].path).toBe('text');
  const { status, body } = await explain({ reason: 'other-department', text: '已转县水利局' });
  expect([status, body.stage]).toEqual([200, 'explained']);
  expect(await desk.follow(followCode)).toMatchObject({
    stage: 'explained',
    answer: { reason: 'other-department', text: '已转县水利局' },
  });
  expect(await lastAct(town, id)).toMatchObject({ act: 'public-report-explain', personId: station().personId });
  expect(await accept(id)).toMatchObject({ status: 409, body: { code: 'step_not_allowed' } });
});

it('a hazard that is rejected afterwards comes back for words to the reporter', async () => {
  const { id, followCode } = await desk.send();
  const { hazardId } = (await accept(id)).body;
  await desk.step('safetyStation', { id: hazardId }, 'reject', { text: '内部意见' });
  const declined = await desk.follow(followCode);
  expect(declined.stage).toBe('declined');
  expect(JSON.stringify(declined)).not.toContain('内部意见');
  const { body } = await station().get(`/api/public-reports/${id}`);
  expect(body.steps.map((it: { step: string }) => it.step)).toEqual(['explain']);
  await station().post(`/api/public-reports/${id}/explain`, { reason: 'not-hazard', text: '井盖是新换的' });
  expect((await desk.follow(followCode)).stage).toBe('explained');
});

it('a hazard that is merged into another takes the report along', async () => {
  const [first, second] = [await desk.send({}, desk.enterpriseCode), await desk.send({}, desk.enterpriseCode)];
  const { hazardId: into } = (await accept(first.id)).body;
  const { hazardId } = (await accept(second.id)).body;
  const merged = await desk.step('safetyStation', { id: hazardId }, 'merge', { intoId: into, text: '同一处' });
  expect([merged.status, merged.body.state]).toEqual([200, 'merged']);
  expect(await desk.follow(second.followCode)).toMatchObject({ stage: 'accepted' });
  await desk.closeHazard(into);
  for (const { followCode } of [first, second])
    expect(await desk.follow(followCode)).toMatchObject({ stage: 'settled', mayAnswer: true });
  expect(await feedback(second.followCode, { fixed: false })).toMatchObject({ body: { stage: 'disputed' } });
  const { body } = await station().get('/api/public-reports?waiting=true');
  expect(body.items.map((it: { id: string }) => it.id)).toContain(second.id);
});

it('merged twice, a report still ends with the hazard in which it went on', async () => {
  const sent = [await desk.send({}, desk.enterpriseCode), await desk.send({}, desk.enterpriseCode)];
  const hazards: string[] = [];
  for (const { id } of [...sent, await desk.send({}, desk.enterpriseCode)])
    hazards.push((await accept(id)).body.hazardId);
  const [first, second, last] = hazards as [string, string, string];
  for (const [id, intoId] of [
    [first, second],
    [second, last],
  ] as const)
    expect(await desk.step('safetyStation', { id }, 'merge', { intoId, text: '同一处' })).toMatchObject({
      status: 200,
    });
  await desk.closeHazard(last);
  for (const { followCode } of sent)
    expect(await desk.follow(followCode)).toMatchObject({ stage: 'settled', mayAnswer: true });
  expect(await feedback(sent[0]!.followCode, { fixed: false })).toMatchObject({ body: { stage: 'disputed' } });
  const { body } = await station().get('/api/public-reports?waiting=true');
  expect(body.items.map((it: { id: string }) => it.id)).toContain(sent[0]!.id);
});

it('one report makes one hazard, however many press at once; the sifter’s fields win', async () => {
  const { id } = await desk.send({}, desk.enterpriseCode);
  const both = await Promise.all([
    accept(id, { level: 'general', spot: '二车间' }),
    town.as.safetyStationMember.post(`/api/public-reports/${id}/accept`, {}),
  ]);
  expect(both.map((it) => it.status).sort()).toEqual([200, 409]);
  const { body: found } = await station().get(
    `/api/public-reports?hazard=${both.find((it) => it.status === 200)!.body.hazardId}`,
  );
  expect(found.items.map((it: { id: string }) => it.id)).toEqual([id]);
  const other = await desk.send({}, desk.enterpriseCode);
  const { body } = await accept(other.id, { path: 'assigned', deadline: dateOf(town.clock.now()), withPhotos: false });
  const hazard = await desk.detail('safetyStation', { id: body.hazardId });
  expect(hazard).toMatchObject({
    state: 'assigned',
    unitId: desk.enterprise.id,
    responsibleUnitId: desk.enterprise.id,
  });
  expect(await accept((await desk.send()).id, { path: 'assigned' })).toMatchObject({
    status: 422,
    body: { code: 'invalid_input' },
  });
  expect(await accept((await desk.send()).id, { level: 'suspected-major' })).toMatchObject({ status: 422 });
});

it('the hazard names its origin and nobody; whoever is not 安监站 gets no further from there', async () => {
  const { id } = await desk.send({ reporter: { name: '李秘密（示例）', phone: '13912345678' } }, desk.enterpriseCode);
  const { body } = await accept(id, { path: 'assigned' });
  for (const actor of ['villageCadre', 'partySecretary'] as const) {
    const seen = await desk.detail(actor, { id: body.hazardId });
    expect(seen).toMatchObject({ origin: 'public', originId: id, reporter: { personId: station().personId } });
    expect(JSON.stringify(seen)).not.toMatch(/李秘密|13912345678/);
    expect((await town.as[actor].get(`/api/public-reports/${id}`)).status).toBe(403);
  }
});

it('that it came from the public is no business of whoever was reported, wherever they read', async () => {
  const { id } = await desk.send({ reporter: { name: '李秘密（示例）', phone: '13912345678' } }, desk.enterpriseCode);
  const { body } = await accept(id, { path: 'assigned' });
  const hazard = { id: body.hazardId };
  const found = async (actor: ActorName, origin: string) => {
    const { items } = (await town.as[actor].get(`/api/hazards?origin=${origin}&limit=100`)).body;
    return items.filter((it: { id: string }) => it.id === hazard.id);
  };
  for (const actor of ['enterpriseHead', 'villageSecretary'] as const) {
    const seen = await desk.detail(actor, hazard);
    expect(seen).toMatchObject({ origin: 'patrol', originId: null });
    expect(JSON.stringify(seen)).not.toContain(id);
    expect([await found(actor, 'public'), await found(actor, 'patrol')]).toMatchObject([
      [],
      [{ origin: 'patrol', originId: null }],
    ]);
    expect(await found(actor, 'inspection')).toEqual([]);
  }
  const started = await desk.step('enterpriseHead', hazard, 'start');
  expect(started).toMatchObject({ status: 200, body: { origin: 'patrol', originId: null } });
  for (const actor of ['safetyStation', 'safetyDeputy', 'villageCadre'] as const) {
    expect(await desk.detail(actor, hazard)).toMatchObject({ origin: 'public', originId: id });
    expect([await found(actor, 'public'), await found(actor, 'patrol')]).toMatchObject([[{ originId: id }], []]);
  }
  const notices = (await town.as.enterpriseHead.get('/api/today')).body.notices;
  for (const path of ['inspection-record', 'rectification-notice'])
    expect(await printed(`/api/hazards/${hazard.id}/papers/${path}`)).not.toMatch(/举报|群众/);
  expect(JSON.stringify([notices, await desk.detail('enterpriseHead', hazard)])).not.toMatch(/举报|群众/);
});

describe('codes and posters', () => {
  it('are opened once for what a post answers for', async () => {
    expect((await town.as.safetyDeputy.post('/api/public-points', {})).body).toEqual({ opened: 0 });
    for (const actor of ['partySecretary', 'discipline', 'administrator', 'officeDirector', 'tradeStation'] as const)
      for (const answer of [
        await town.as[actor].get('/api/public-points'),
        await town.as[actor].post('/api/public-points', {}),
      ])
        expect([actor, answer.status, answer.body.code]).toEqual([actor, 403, 'forbidden']);
    const { body } = await town.as.enterpriseHead.get('/api/public-points');
    expect(body.items).toEqual([expect.objectContaining({ unitId: desk.enterprise.id, code: desk.enterpriseCode })]);
    const foreign = await town.as.villageDirector.post('/api/public-points', { unitId: desk.enterprise.id });
    expect(foreign).toMatchObject({ status: 422, body: { code: 'unknown_unit' } });
  });

  it('are printed: danger first, one page each, the address of this server in the code', async () => {
    const whole = await download(town, station().token, '/api/public-points/posters');
    expect([whole.status, Buffer.from(whole.bytes.subarray(0, 5)).toString()]).toEqual([200, '%PDF-']);
    const all = await readPdf(whole.bytes);
    const { body } = await town.as.villageSecretary.get('/api/public-points?limit=100');
    expect(all.pages.length).toBeGreaterThan(20);
    expect(all.text).not.toContain('第1页');
    const one = await readPdf(
      (await download(town, town.as.villageSecretary.token, `/api/public-points/posters?unit=${body.items[0].unitId}`))
        .bytes,
    );
    expect(one.pages).toHaveLength(1);
    expect(one.text.indexOf('有危险')).toBeLessThan(one.text.indexOf('扫码'));
    for (const words of [
      '119',
      '120',
      '110',
      '0349-0000004',
      body.items[0].unitName,
      `${town.url}/p/${body.items[0].code}`,
    ])
      expect(one.text).toContain(words);
    expect((await town.as.discipline.get('/api/public-points/posters')).status).toBe(403);
  });
});

it('while 安监站 is vacant 分管 sifts; otherwise they read along', async () => {
  const { id } = await desk.send();
  const explain = () =>
    town.as.safetyDeputy.post(`/api/public-reports/${id}/explain`, { reason: 'duplicate', text: '已在办' });
  expect(await explain()).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  const post = town.id('post:safety-station-head');
  await town.source.query('UPDATE tenure SET endsOn = startsOn WHERE postId = ?', [post]);
  expect((await town.as.safetyDeputy.get(`/api/public-reports/${id}`)).body.steps[0].step).toBe('accept');
  expect(await explain()).toMatchObject({ status: 200, body: { stage: 'explained' } });
});
