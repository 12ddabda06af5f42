import { RateLimiter } from '@zerentian/server/platform/auth/rate-limiter';
import { PublicReporter } from '@zerentian/server/public-reports/public-report.entity';
import { uuidv7 } from 'uuidv7';
import { actsOn, lastAct } from '../support/acts';
import { footprint, growth } from '../support/footprint';
import { inspect, jpegWithExif } from '../support/pictures';
import { publicSpec } from '../support/public-desk';
import { VILLAGE } from '../support/township';

const { town, desk } = publicSpec();
const PHONE = '13912345678';
const NAME = '李秘密（示例）';
const path = (code = desk.villageCode) => `/api/public/points/${code}/reports`;
const report = (more: object = {}) => ({ id: uuidv7(), description: '煤气瓶放在楼道里', ...more });

beforeEach(() => {
  const limiter = town.nest.get(RateLimiter, { strict: false });
  const names = [
    'lookup-by-address',
    'report-by-address',
    'report-by-address-and-day',
    'photo-by-address',
    'part-by-address',
  ];
  for (const name of names) limiter.set(`public-${name}` as never, { most: 10_000 });
});

describe('a code on a wall', () => {
  it('says where this is and whom to phone: the nation’s numbers first, the register’s after', async () => {
    const { status, body } = await desk.get(`/api/public/points/${desk.enterpriseCode}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      open: true,
      place: '昌盛建材厂（示例）',
      areaName: '吴马营村',
      townshipName: '吴马营乡',
    });
    const numbers = body.numbers.map((it: { number: string }) => it.number);
    expect(numbers.slice(0, 3)).toEqual(['119', '120', '110']);
    expect(numbers).toEqual(expect.arrayContaining(['0349-0000004', '0349-0000005']));
    expect(JSON.stringify(body)).not.toContain('孟庆昌');
  });

  it('that nothing has is not found; what cannot be one is named', async () => {
    const unknown = await desk.get('/api/public/points/22222222');
    expect(unknown).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect(unknown.body.detail).toContain('119');
    for (const code of ['1', 'ABCDEFG0', '%3Cscript%3E', 'abcdefgh'])
      expect(await desk.get(`/api/public/points/${code}`)).toMatchObject({
        status: 422,
        body: { code: 'invalid_input' },
      });
    expect(await desk.post(path('22222222'), report())).toMatchObject({ status: 404 });
  });

  it('once renewed says so, still gives the numbers, and takes nothing more', async () => {
    const { body: page } = await town.as.safetyStation.get('/api/public-points?area=140621200204&limit=100');
    const { pointId, code } = page.items.find((it: { kind: string }) => it.kind === 'village');
    expect(
      await town.as.villageSecretary.post(`/api/public-points/${pointId}/renew`, { text: '被人乱贴' }),
    ).toMatchObject({
      status: 403,
    });
    const { status, body } = await town.as.safetyStation.post(`/api/public-points/${pointId}/renew`, {
      text: '被人乱贴',
    });
    expect([status, body.unitName]).toEqual([200, '大坪村']);
    expect(body.code).not.toBe(code);
    const old = await desk.get(`/api/public/points/${code}`);
    expect(old.body).toMatchObject({ open: false, place: '大坪村' });
    expect(old.body.numbers.length).toBeGreaterThan(3);
    expect(await desk.post(path(code), report())).toMatchObject({ status: 410, body: { code: 'point_renewed' } });
    expect(await desk.post(path(body.code), report())).toMatchObject({ status: 201 });
    expect(await lastAct(town, pointId)).toMatchObject({ act: 'public-point-renew', facts: { text: '被人乱贴' } });
    const again = await town.as.safetyStation.post(`/api/public-points/${pointId}/renew`, { text: '再换' });
    expect(again).toMatchObject({ status: 409, body: { code: 'step_not_allowed' } });
  });
});

describe('a report', () => {
  it('is taken without signing in, tells 安监站, and is followed by its code alone', async () => {
    const body = report({ description: '<b>楼道</b>堵了 🚧𠮷', spot: '二号楼' });
    const { status, body: sent } = await desk.post(path(), body);
    expect(status).toBe(201);
    expect(sent.followCode).toMatch(/^[2-9A-HJ-NP-Z]{12}$/);
    expect(await desk.follow(sent.followCode)).toMatchObject({
      stage: 'received',
      place: '吴马营村',
      mayAnswer: false,
    });
    const { body: today } = await town.as.safetyStation.get('/api/today?limit=100');
    expect(today.items).toContainEqual(expect.objectContaining({ kind: 'public-report', publicReportId: body.id }));
    expect(today.notices[0].text).toContain('群众举报（吴马营村）：<b>楼道</b>堵了 🚧𠮷');
    const act = await lastAct(town, body.id);
    expect(act).toMatchObject({ act: 'public-report-receive', personId: null, postId: null, chain: '140621200' });
    expect(JSON.stringify(act)).not.toContain(sent.followCode);
  });

  it.each([
    ['nothing', {}, 'description'],
    ['a phone that is none', { description: 'x', reporter: { name: NAME, phone: '12345' } }, 'reporter.phone'],
    ['a name of nothing', { description: 'x', reporter: { name: ' ', phone: PHONE } }, 'reporter.name'],
    ['four photos', { photoIds: [uuidv7(), uuidv7(), uuidv7(), uuidv7()] }, 'photoIds'],
    ['a photo of somebody else’s', { description: 'x', photoIds: [uuidv7()] }, 'photoIds.0'],
    ['a post', { description: 'x', actingPostId: uuidv7() }, 'actingPostId'],
  ])('with %s is refused at its field, and leaves nothing', async (_, body, field) => {
    const before = await footprint(town);
    const answer = await desk.post(path(), { id: uuidv7(), ...body }, uuidv7());
    expect([answer.status, answer.body.errors[0].path]).toEqual([422, field]);
    expect(await footprint(town)).toEqual(before);
  });

  it('of 2 MB is too large', async () => {
    expect(await desk.post(path(), report({ description: '字'.repeat(700_000) }))).toMatchObject({
      status: 413,
      body: { code: 'payload_too_large' },
    });
  });

  it('sent six times at once under one key is stored once, with one code', async () => {
    const body = report();
    const key = uuidv7();
    let answers: { status: number; body: unknown }[] = [];
    const grown = await growth(town, async () => {
      answers = await Promise.all(Array.from({ length: 6 }, () => desk.post(path(), body, key)));
    });
    expect(grown).toMatchObject({ public_report: 1, ledger_entry: 1, notice: 1, idempotency_key: 1 });
    for (const answer of answers) expect(answer).toMatchObject({ status: 201, body: answers[0]!.body as object });
    const stored = JSON.stringify(await town.source.query('SELECT * FROM idempotency_key'));
    expect(stored).not.toContain((answers[0]!.body as { followCode: string }).followCode);
  });

  it('under a key of another’s is another report; of the own one with other words it is refused', async () => {
    const key = uuidv7();
    const first = report();
    expect((await desk.post(path(), first, key)).status).toBe(201);
    expect((await desk.post(path(), report(), key)).status).toBe(201);
    const changed = await desk.post(path(), { ...first, description: '别的' }, key);
    expect(changed).toMatchObject({ status: 409, body: { code: 'idempotency_key_reused' } });
    expect(await desk.post(path(), { ...first, description: '别的' }, uuidv7())).toMatchObject({
      status: 409,
      body: { code: 'id_taken' },
    });
  });

  it('comes from two phones at once as two', async () => {
    const grown = await growth(town, () => Promise.all([desk.send(), desk.send(), desk.send({}, desk.enterpriseCode)]));
    expect(grown).toMatchObject({ public_report: 3, ledger_entry: 3 });
  });
});

describe('photos without a session', () => {
  it('are stored without their EXIF and belong to the report they were sent for', async () => {
    const id = uuidv7();
    const photoId = await desk.photograph(id, await jpegWithExif());
    await desk.send({ id, photoIds: [photoId], description: undefined });
    const { body } = await town.as.safetyStation.get(`/api/public-reports/${id}`);
    expect(body.photos.map((it: { id: string }) => it.id)).toEqual([photoId]);
    const file = await fetch(`${town.url}${body.photos[0].url}`);
    expect((await inspect(new Uint8Array(await file.arrayBuffer()))).exif).toBeUndefined();
    expect((await lastAct(town, id)).facts.photos).toEqual([{ id: photoId, digest: expect.any(String) }]);
  });

  it('are few, small, and only by whoever made the report’s id', async () => {
    const bytes = await jpegWithExif(400, 300);
    const reportId = uuidv7();
    for (let n = 0; n < 6; n++) await desk.photograph(reportId, bytes);
    const announce = (more: object) =>
      desk.post(`/api/public/points/${desk.villageCode}/photos`, {
        reportId,
        id: uuidv7(),
        bytes: 10,
        sm3: 'a'.repeat(64),
        ...more,
      });
    expect(await announce({})).toMatchObject({ status: 429, body: { code: 'too_many_requests' } });
    expect(await announce({ bytes: 6 * 1024 * 1024 })).toMatchObject({
      status: 413,
      body: { code: 'photo_too_large' },
    });
    const [mine, other] = [uuidv7(), uuidv7()];
    const photoId = await desk.photograph(mine, bytes);
    expect(await desk.put(`/api/public/photos/${other}/${photoId}/parts/0`, bytes)).toMatchObject({ status: 404 });
    expect(await desk.post(path(), report({ id: other, photoIds: [photoId] }))).toMatchObject({
      status: 422,
      body: { code: 'unknown_reference' },
    });
    const text = Buffer.from('not a picture at all');
    const announced = await announce({ reportId: other, bytes: text.length });
    expect(await desk.put(`/api/public/photos/${other}/${announced.body.id}/parts/0`, text)).toMatchObject({
      status: 422,
      body: { code: 'photo_not_image' },
    });
  });
});

describe('how often', () => {
  const limit = (name: string, most: number) =>
    town.nest.get(RateLimiter, { strict: false }).set(`public-${name}` as never, { most });
  const many = { status: 429, body: { code: 'too_many_requests' } };

  it('codes are tried: no enumeration', async () => {
    limit('lookup-by-address', 2);
    for (const code of ['22222222', '22222223'])
      expect((await desk.get(`/api/public/points/${code}`)).status).toBe(404);
    expect(await desk.get(`/api/public/points/${desk.villageCode}`)).toMatchObject(many);
    expect(await desk.get('/api/public/reports/222222222222')).toMatchObject(many);
  });

  it('one address reports', async () => {
    limit('report-by-address', 2);
    await desk.send();
    await desk.send();
    expect(await desk.post(path(), report())).toMatchObject(many);
  });

  it('one code takes reports in a day, whatever the addresses; tomorrow it takes them again', async () => {
    const { body: page } = await town.as.safetyStation.get('/api/public-points?area=140621200205&limit=100');
    const { code } = page.items[0];
    for (let n = 0; n < 40; n++) await desk.send({}, code);
    const refused = await desk.post(path(code), report());
    expect(refused).toMatchObject(many);
    expect(refused.body.detail).toContain('打电话');
    expect((await desk.post(path(), report())).status).toBe(201);
    town.clock.set(new Date(Date.now() + 86_400_000));
    expect((await desk.post(path(code), report())).status).toBe(201);
  });
});

describe('who reported', () => {
  let id: string;
  beforeAll(async () => {
    ({ id } = await desk.send({ description: '矿车超载', reporter: { name: NAME, phone: PHONE } }));
  });

  it('is read by 安监站 and 分管 alone', async () => {
    for (const actor of ['safetyStation', 'safetyStationMember', 'safetyDeputy'] as const) {
      const { status, body } = await town.as[actor].get(`/api/public-reports/${id}`);
      expect([actor, status, body.reporter]).toEqual([actor, 200, { name: NAME, phone: PHONE }]);
    }
    const others = Object.keys(town.as).filter((it) => !/^safety/.test(it)) as (keyof typeof town.as)[];
    expect(others.length).toBeGreaterThan(10);
    for (const actor of others) {
      for (const url of ['/api/public-reports', `/api/public-reports/${id}`])
        expect([actor, (await town.as[actor].get(url)).body.code]).toEqual([actor, 'forbidden']);
      for (const step of ['accept', 'explain', 'uphold', 'forget-reporter']) {
        const body = step === 'accept' ? {} : step === 'explain' ? { reason: 'other', text: '示例' } : { text: '示例' };
        const answer = await town.as[actor].post(`/api/public-reports/${id}/${step}`, body);
        expect([actor, step, answer.body.code]).toEqual([actor, step, 'forbidden']);
      }
    }
  });

  it('stands in no list, no ledger, no notice and no page of the hazard', async () => {
    const { body } = await town.as.safetyStation.post(`/api/public-reports/${id}/accept`, {
      description: '运输车超载',
    });
    expect(body).toMatchObject({ stage: 'accepted', reporter: { name: NAME } });
    const places = [
      (await town.as.safetyStation.get('/api/public-reports?limit=100')).body,
      (await town.as.safetyStation.get('/api/today?limit=100')).body,
      (await town.as.safetyStation.get(`/api/hazards/${body.hazardId}`)).body,
      (await town.as.discipline.get('/api/ledger?area=140621200&limit=500')).body,
      await town.source.query('SELECT * FROM ledger_act'),
      await town.source.query('SELECT * FROM notice'),
      await town.source.query('SELECT * FROM idempotency_key'),
    ];
    for (const place of places) {
      expect(JSON.stringify(place)).not.toContain(PHONE);
      expect(JSON.stringify(place)).not.toContain('李秘密');
    }
    expect((await actsOn(town, body.hazardId))[0]).toMatchObject({
      act: 'hazard-report',
      personId: town.as.safetyStation.personId,
      changes: { description: '运输车超载', areaCode: VILLAGE, origin: 'public', originId: id },
    });
  });

  it('is forgotten for good when asked, and the ledger says that it was', async () => {
    const { status, body } = await town.as.safetyStation.post(`/api/public-reports/${id}/forget-reporter`, {
      text: '本人要求',
    });
    expect([status, body.reporter, body.named]).toEqual([200, null, true]);
    expect(await town.source.manager.findOneBy(PublicReporter, { reportId: id })).toBeNull();
    expect(await lastAct(town, id)).toMatchObject({
      act: 'public-report-forget-reporter',
      facts: { text: '本人要求' },
    });
    const again = await town.as.safetyStation.post(`/api/public-reports/${id}/forget-reporter`, { text: '再来' });
    expect(again).toMatchObject({ status: 409, body: { code: 'step_not_allowed' } });
  });
});
