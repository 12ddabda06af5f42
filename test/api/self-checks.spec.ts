import { addDays, dateOf } from '@zerentian/shared/calendar';
import type { SelfCheckCounts, SelfCheckView } from '@zerentian/shared/self-checks/self-check.contract';
import { actsOn } from '../support/acts';
import { jpegWithExif } from '../support/pictures';
import { type ActorName, OTHER_VILLAGE, startTownship, type Township, VILLAGE } from '../support/township';
import { upload } from '../support/upload';
import { verify } from './ledger.support';

let town: Township;
beforeAll(async () => {
  town = await startTownship();
});
afterEach(() => town.clock.set(null));
afterAll(async () => {
  const { findings } = await verify(town).finally(() => town.close());
  expect(findings).toEqual([]);
});

const LIST = '/api/self-checks';
const OUTSIDERS: ActorName[] = ['safetyStation', 'villageCadre', 'villageSecretary', 'partySecretary', 'county'];
const today = () => dateOf(town.clock.now());

async function log(body: object = { text: '灭火器压力不足' }): Promise<SelfCheckView> {
  const answer = await town.as.enterpriseHead.post(LIST, body);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}

const step = (entry: { id: string }, name: string, body: object) =>
  town.as.enterpriseHead.post(`${LIST}/${entry.id}/${name}`, body);

/** The id of a photo that the head has sent whole. */
const photoOf = async (): Promise<string> =>
  (await upload(town.as.enterpriseHead, await jpegWithExif(320, 240))).body.id;

const countsOf = async (actor: ActorName, query = ''): Promise<SelfCheckCounts[]> =>
  (await town.as[actor].get(`${LIST}/counts?limit=100${query}`)).body.items;

describe('an enterprise’s own list', () => {
  it('is closed to everybody else, the township included', async () => {
    const entry = await log();
    for (const actor of OUTSIDERS) {
      const { as } = town;
      expect(await as[actor].post(LIST, { text: '代写一条' })).toMatchObject({
        status: 403,
        body: { code: 'forbidden' },
      });
      expect(await as[actor].get(LIST)).toMatchObject({ status: 403 });
      expect(await as[actor].get(`${LIST}/${entry.id}`)).toMatchObject({ status: 404 });
      expect(await as[actor].post(`${LIST}/${entry.id}/fix`, { remedy: '代销' })).toMatchObject({ status: 403 });
    }
    const unit = town.id('unit:jiayou');
    expect(await town.as.enterpriseHead.get(`${LIST}?unit=${unit}`)).toMatchObject({ body: { code: 'outside_scope' } });
    const other = await town.as.enterpriseHead.post(LIST, { unitId: unit, text: '别家的' });
    expect(other).toMatchObject({ status: 403, body: { code: 'outside_scope' } });
  });

  it('takes one line, and is put right and closed by the enterprise in one step', async () => {
    const entry = await log({ text: '二车间灭火器压力不足', spot: '二车间' });
    expect(entry).toMatchObject({
      state: 'open',
      level: 'general',
      foundOn: today(),
      source: 'typed',
      enteredBy: '孟庆昌（示例）',
    });
    expect(await step(entry, 'fix', {})).toMatchObject({ status: 422, body: { errors: [{ path: 'remedy' }] } });
    const early = await step(entry, 'fix', { remedy: '已换', fixedOn: addDays(today(), -1) });
    expect(early).toMatchObject({ status: 422, body: { errors: [{ path: 'fixedOn' }] } });
    const fixed = await step(entry, 'fix', { remedy: '已换新的', rectifier: '老李（示例）' });
    expect(fixed).toMatchObject({
      status: 200,
      body: { state: 'fixed', fixedOn: today(), remedy: '已换新的', rectifier: '老李（示例）' },
    });
    expect(await step(entry, 'fix', { remedy: '又一次' })).toMatchObject({ body: { code: 'step_not_allowed' } });
    expect(await step(entry, 'reopen', { text: '又漏气了' })).toMatchObject({
      body: { state: 'open', fixedOn: null, remedy: null },
    });
    const acts = await actsOn(town, entry.id);
    expect(acts.map(({ act, changes }) => [act, changes.state])).toEqual([
      ['self-check-log', 'open'],
      ['self-check-fix', 'fixed'],
      ['self-check-reopen', 'open'],
    ]);
  });

  it('takes a photo in place of words, before and after', async () => {
    expect(await town.as.enterpriseHead.post(LIST, {})).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'text' }] },
    });
    const entry = await log({ photoIds: [await photoOf()] });
    expect(entry).toMatchObject({ text: null, state: 'open', photos: [{ url: expect.any(String) }] });
    const fixed = await step(entry, 'fix', { afterPhotoIds: [await photoOf()] });
    expect(fixed.body).toMatchObject({ state: 'fixed', afterPhotos: [{ url: expect.any(String) }] });
  });

  it('takes what was put right at once as closed', async () => {
    expect(await log({ text: '通道堆料', remedy: '当场清走' })).toMatchObject({ state: 'fixed', fixedOn: today() });
  });

  it('is read by state, newest first', async () => {
    const open = await log({ text: '还没改' });
    const list = async (query: string): Promise<SelfCheckView[]> =>
      (await town.as.enterpriseHead.get(`${LIST}?limit=100${query}`)).body.items;
    expect((await list(''))[0]?.id).toBe(open.id);
    expect((await list('&state=open')).every(({ state }) => state === 'open')).toBe(true);
    expect((await list('&state=fixed')).some(({ id }) => id === open.id)).toBe(false);
  });

  it('knows no day to come, and no other century', async () => {
    for (const foundOn of [addDays(today(), 1), '1999-12-31'])
      expect(await town.as.enterpriseHead.post(LIST, { text: '日期', foundOn })).toMatchObject({
        status: 422,
        body: { errors: [{ path: 'foundOn' }] },
      });
  });
});

describe('疑似重大', () => {
  it('needs its clause, is not closed here, and comes up at once as one hazard of path C', async () => {
    const post = (body: object) => town.as.enterpriseHead.post(LIST, { text: '行车钢丝绳断丝超标', ...body });
    expect(await post({ level: 'suspected-major' })).toMatchObject({ body: { errors: [{ path: 'standardClause' }] } });
    const suspected = { level: 'suspected-major', standardClause: '工贸判定标准第三条（示例）' };
    expect(await post({ ...suspected, remedy: '换了' })).toMatchObject({ body: { errors: [{ path: 'remedy' }] } });
    const photoIds = [await photoOf()];
    const { status, body: entry } = await post({ ...suspected, photoIds });
    expect(status).toBe(201);
    expect(entry).toMatchObject({ state: 'referred', hazardId: expect.any(String), photos: [{ id: photoIds[0] }] });
    const hazard = await town.as.safetyStation.get(`/api/hazards/${entry.hazardId}`);
    expect(hazard.body).toMatchObject({
      state: 'reported',
      path: 'referred',
      origin: 'self-check',
      originId: entry.id,
      level: 'suspected-major',
      unitId: entry.unitId,
      description: '行车钢丝绳断丝超标',
      photoIds,
    });
    expect(await step(entry, 'fix', { remedy: '自己销' })).toMatchObject({ body: { code: 'step_not_allowed' } });
  });

  it('may turn out later', async () => {
    const entry = await log({ text: '煤气报警器失灵' });
    expect(await step(entry, 'refer', { text: '查了标准，可能是重大' })).toMatchObject({
      body: { errors: [{ path: 'standardClause' }] },
    });
    const referral = { text: '煤气区域报警器全部失灵', standardClause: '第五条（示例）' };
    const { body } = await step(entry, 'refer', referral);
    expect(body).toMatchObject({ state: 'referred', level: 'suspected-major', text: '煤气报警器失灵' });
    expect((await town.as.safetyStation.get(`/api/hazards/${body.hazardId}`)).body.description).toBe(referral.text);
  });

  it('is all that the township’s own list of hazards shows of it', async () => {
    const before = (await town.as.safetyStation.get('/api/hazards?limit=100')).body.items.length;
    await log({ text: '一般的' });
    expect((await town.as.safetyStation.get('/api/hazards?limit=100')).body.items).toHaveLength(before);
  });
});

describe('counts', () => {
  it('are for those who look after enterprises, within their scope', async () => {
    for (const actor of ['enterpriseHead', 'villageSecretary', 'administrator', 'discipline'] as const)
      expect(await town.as[actor].get(`${LIST}/counts`)).toMatchObject({ status: 403 });
    const names = async (actor: ActorName) => (await countsOf(actor)).map(({ unitName }) => unitName);
    expect(await names('safetyStation')).toHaveLength(24);
    expect(await names('partySecretary')).toHaveLength(24);
    const villages = new Set((await countsOf('villageCadre')).map(({ areaCode }) => areaCode));
    expect(villages.has(VILLAGE)).toBe(true);
    expect(villages.has(OTHER_VILLAGE)).toBe(false);
    const trades = new Set((await countsOf('tradeStation')).map(({ trade }) => trade));
    expect([...trades]).toEqual(['catering-retail']);
    const outside = await town.as.villageCadre.get(`${LIST}/counts?area=${OTHER_VILLAGE}`);
    expect(outside).toMatchObject({ status: 403, body: { code: 'outside_scope' } });
  });

  it('count by enterprise and month, and name who never wrote', async () => {
    const unitId = town.id('unit:changsheng');
    const own = async (query = '') => (await countsOf('safetyStation', query)).find((it) => it.unitId === unitId)!;
    const before = await own();
    const old = await log({ text: '老问题', foundOn: addDays(today(), -40) });
    const counted = await own();
    expect(counted).toMatchObject({ open: before.open + 1, openLong: before.openLong + 1, lastEntryOn: today() });
    await step(old, 'fix', { remedy: '改好了' });
    expect(await own()).toMatchObject({ open: before.open, openLong: before.openLong, fixed: before.fixed + 1 });
    const month = addDays(today(), -40).slice(0, 7);
    expect((await own(`&month=${month}`)).found).toBeGreaterThan(0);
    const silent = (await countsOf('safetyStation')).find((it) => it.unitId === town.id('unit:jiayou'));
    expect(silent).toMatchObject({ found: 0, fixed: 0, open: 0, openLong: 0, referred: 0, lastEntryOn: null });
  });

  it('come page by page', async () => {
    const first = (await town.as.safetyStation.get(`${LIST}/counts?limit=20`)).body;
    const second = (await town.as.safetyStation.get(`${LIST}/counts?limit=20&cursor=${first.nextCursor}`)).body;
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([20, 4, null]);
  });
});
