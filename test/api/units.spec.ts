import { lastAct } from '../support/acts';
import { OTHER_VILLAGE, startTownship, TOWNSHIP, type Township, VILLAGE } from '../support/township';

let town: Township;
beforeAll(async () => {
  town = await startTownship();
});
afterAll(() => town?.close());

const factory = {
  name: '新办石料厂（示例）',
  kind: 'enterprise',
  areaCode: VILLAGE,
  trade: 'industry-trade',
  riskGrade: 'yellow',
};

describe('reading', () => {
  test('another township is outside, an unknown village is named', async () => {
    const { villageCadre, county } = town.as;
    expect((await villageCadre.get('/api/units?area=140621')).body.code).toBe('outside_scope');
    expect((await county.get('/api/units?area=1406')).body.code).toBe('outside_scope');
    expect((await county.get('/api/units?area=150125')).body.code).toBe('unknown_area');
    expect((await villageCadre.get('/api/units?area=140621200999')).body.code).toBe('unknown_area');
  });

  test('all units of the township by pages, each once', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { body: { items: { id: string }[]; nextCursor: string | null } } = await town.as.villageCadre.get(
        `/api/units?area=${TOWNSHIP}&limit=20${cursor ? `&cursor=${cursor}` : ''}`,
      );
      seen.push(...page.body.items.map((unit) => unit.id));
      cursor = page.body.nextCursor;
    } while (cursor);
    const [{ n }] = await town.source.query('SELECT COUNT(*) AS n FROM unit WHERE areaCode LIKE ?', [`${TOWNSHIP}%`]);
    expect(seen).toHaveLength(Number(n));
    expect(new Set(seen).size).toBe(seen.length);
  });

  test('narrowed to village, kind, trade and name; a percent sign is a percent sign', async () => {
    const names = async (query: string) =>
      (await town.as.safetyStation.get(`/api/units?${query}`)).body.items.map((it: { name: string }) => it.name);
    expect(await names(`area=${VILLAGE}&kind=enterprise`)).toHaveLength(5);
    expect(await names('trade=coal-mine')).toEqual(['金源煤矿（示例）', '永泰煤矿（示例）']);
    expect(await names(`q=${encodeURIComponent('建材')}`)).toEqual(['昌盛建材厂（示例）']);
    expect(await names(`q=${encodeURIComponent('%')}`)).toEqual([]);
    const refused = await town.as.safetyStation.get('/api/units?q=%00');
    expect([refused.status, refused.body.errors[0].path]).toEqual([422, 'q']);
    const { body } = await town.as.safetyStation.get('/api/units?limit=1');
    const keys: string[] = JSON.parse(Buffer.from(body.nextCursor, 'base64url').toString());
    const forged = Buffer.from(JSON.stringify(keys.map(() => 'a\u0000b'))).toString('base64url');
    const astray = await town.as.safetyStation.get(`/api/units?limit=1&cursor=${forged}`);
    expect([astray.status, astray.body.errors[0].path]).toEqual([422, 'cursor']);
  });

  test('one unit; a coal mine is the county’s, and its three persons are three fields', async () => {
    const { body } = await town.as.villageCadre.get(`/api/units/${town.id('unit:jinyuan')}`);
    expect(body).toMatchObject({
      trade: 'coal-mine',
      supervision: 'county',
      legalRepresentative: '单国栋（示例）',
      principal: '单国梁（示例）',
    });
    expect((await town.as.villageCadre.get(`/api/units/${town.id('unit:nobody')}`)).body.code).toBe('not_found');
    expect((await town.as.villageCadre.get(`/api/units/${town.id('unit:county')}`)).body.code).toBe('outside_scope');
  });

  test('a resident unit names its 主管部门', async () => {
    const { body } = await town.as.county.get(`/api/units?area=${TOWNSHIP}&kind=resident`);
    expect(body.items.length).toBeGreaterThanOrEqual(5);
    for (const unit of body.items) expect(unit.department).toMatch(/县/);
  });
});

describe('entering', () => {
  test('refused to everybody but the administrator, and outside their township', async () => {
    for (const actor of [
      town.as.villageCadre,
      town.as.safetyStation,
      town.as.partySecretary,
      town.as.county,
      town.as.enterpriseHead,
    ]) {
      expect((await actor.post('/api/units', factory)).body.code).toBe('forbidden');
    }
    const elsewhere = { ...factory, areaCode: '140621' };
    expect((await town.as.administrator.post('/api/units', elsewhere)).body.code).toBe('outside_scope');
  });

  test.each([
    ['an unknown trade', { trade: 'alchemy' }, 'trade_unknown', 'trade'],
    ['an unknown village', { areaCode: '140621200999' }, 'unknown_area', 'areaCode'],
    ['no name', { name: '  ' }, 'invalid_input', 'name'],
    ['a name with a bidirectional override', { name: '厂\u202e名' }, 'invalid_input', 'name'],
    ['a name of 10,000 characters', { name: '厂'.repeat(10_000) }, 'invalid_input', 'name'],
    ['a field nobody knows', { owner: '某人' }, 'invalid_input', 'owner'],
  ])('%s is refused at its field', async (_, change, code, path) => {
    const { status, body } = await town.as.administrator.post('/api/units', { ...factory, ...change });
    expect([status, body.code, body.errors[0].path]).toEqual([422, code, path]);
  });

  test('allowed to the administrator, once for one key, with every column in the ledger', async () => {
    const before = await town.source.query('SELECT COUNT(*) AS n FROM unit');
    const first = await town.as.administrator.post('/api/units', factory, { key: 'unit-1' });
    const again = await town.as.administrator.post('/api/units', factory, { key: 'unit-1' });
    const after = await town.source.query('SELECT COUNT(*) AS n FROM unit');
    expect(first.status).toBe(201);
    expect(again.body).toEqual(first.body);
    expect(Number(after[0].n)).toBe(Number(before[0].n) + 1);
    expect(first.body).toMatchObject({ name: '新办石料厂（示例）', supervision: 'township' });
    const act = await lastAct(town, first.body.id);
    expect(act).toMatchObject({
      act: 'create-unit',
      personId: town.as.administrator.personId,
      postId: town.id('post:administrator'),
    });
    expect(act.changes).toEqual(first.body);
  });

  test('the same key with another body is refused', async () => {
    const other = { ...factory, name: '另一家（示例）' };
    expect((await town.as.administrator.post('/api/units', other, { key: 'unit-1' })).body.code).toBe(
      'idempotency_key_reused',
    );
  });

  test('a new coal mine is the county’s by its trade', async () => {
    const mine = { ...factory, areaCode: OTHER_VILLAGE, name: '𠮷祥煤矿（示例）', trade: 'coal-mine' };
    const { body } = await town.as.administrator.post('/api/units', mine);
    expect(body).toMatchObject({ supervision: 'county', name: '𠮷祥煤矿（示例）' });
  });
});

test('trades tell the department and whether the township supervises', async () => {
  const { body } = await town.as.enterpriseHead.get('/api/trades');
  expect(body.items.length).toBeGreaterThanOrEqual(15);
  expect(body.items.length).toBeLessThanOrEqual(20);
  expect(body.items.filter((trade: { coalMine: boolean }) => trade.coalMine)).toEqual([
    { key: 'coal-mine', name: '煤矿', department: '县能源局', township: false, coalMine: true },
  ]);
  expect(body.items.some((trade: { township: boolean }) => trade.township)).toBe(true);
});
