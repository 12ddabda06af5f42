import { call } from '../support/client';
import { OTHER_VILLAGE, startTownship, TOWNSHIP, type Township, VILLAGE } from '../support/township';

/** What a list is asked for and cannot give is refused by name: an empty list would say that there is nothing. */
let town: Township;
beforeAll(async () => {
  town = await startTownship();
});
afterAll(() => town?.close());

const NOWHERE = '140621200999';
const COUNTY = '140621';

describe('an area', () => {
  const lists = [
    '/api/hazards?area=',
    '/api/duty-records?area=',
    '/api/units?area=',
    '/api/posts?area=',
    '/api/contacts?area=',
    '/api/duties?area=',
    '/api/record-kinds?area=',
    '/api/document?area=',
    '/api/accountability?area=',
    '/api/dashboards/',
    '/api/inspections?area=',
    '/api/inspections/coverage?area=',
    '/api/standards?area=',
    '/api/hazards/similar?area=',
  ];

  test.each([...lists, '/api/areas?parent='])('that is not in the register: %s', async (list) => {
    for (const area of [NOWHERE, '999999999']) {
      const { status, body } = await town.as.townshipHead.get(`${list}${area}`);
      expect([status, body.code]).toEqual([422, 'unknown_area']);
      expect(body.errors[0].message).toMatch(/[\u4e00-\u9fff]/);
    }
  });

  test.each([...lists.filter((it) => !it.includes('dashboards')), '/api/persons?area='])(
    'beyond what the asker may see: %s',
    async (list) => {
      const others = /hazards|duty-records|inspections/.test(list) ? OTHER_VILLAGE : COUNTY;
      const asker = list.includes('persons') ? town.as.officeDirector : town.as.villageDirector;
      const { status, body } = await asker.get(`${list}${others}`);
      expect([status, body.code]).toEqual([403, 'outside_scope']);
    },
  );

  test.each(['/api/public-points?area=', '/api/self-checks/counts?area='])('of what 安监站 reads: %s', async (list) => {
    expect((await town.as.safetyStation.get(`${list}${NOWHERE}`)).body.code).toBe('unknown_area');
    expect((await town.as.villageCadre.get(`${list}${OTHER_VILLAGE}`)).body.code).toBe('outside_scope');
  });

  test('beyond one’s board', async () => {
    expect((await town.as.villageDirector.get(`/api/dashboards/${TOWNSHIP}`)).body.code).toBe('outside_scope');
  });

  test('wider than one’s own is narrowed to it, and the own is answered', async () => {
    for (const path of ['/api/hazards', '/api/duty-records']) {
      for (const [actor, area] of [
        ['villageSecretary', VILLAGE],
        ['villageSecretary', TOWNSHIP],
        ['enterpriseHead', VILLAGE],
        ['tradeStation', VILLAGE],
        ['county', TOWNSHIP],
        ['partySecretary', OTHER_VILLAGE],
      ] as const)
        expect([path, actor, (await town.as[actor].get(`${path}?area=${area}`)).status]).toEqual([path, actor, 200]);
      expect((await town.as.enterpriseHead.get(`${path}?area=${OTHER_VILLAGE}`)).body.code).toBe('outside_scope');
    }
  });

  test('of an earlier post: one’s own records are still one’s own', async () => {
    const own = await town.as.villageDirector.get(`/api/duty-records?mine=true&area=${OTHER_VILLAGE}`);
    expect(own.status).toBe(200);
  });
});

describe('a key that nothing has', () => {
  test.each([
    ['/api/duties?postKind=wizard', 'unknown_reference', 'postKind'],
    ['/api/units?trade=alchemy', 'trade_unknown', 'trade'],
    ['/api/hazards?unit=00000000-0000-7000-8000-000000000000', 'unknown_unit', 'unit'],
  ])('%s', async (path, code, field) => {
    const { status, body } = await town.as.partySecretary.get(path);
    expect([status, body.code, body.errors[0].path]).toEqual([422, code, field]);
  });

  test('a kind that bears no duty is no unknown kind', async () => {
    const { status, body } = await town.as.partySecretary.get('/api/duties?postKind=administrator');
    expect([status, body.items]).toEqual([200, []]);
  });
});

describe('a page', () => {
  interface Operation {
    parameters?: { in: string; name: string; required?: boolean }[];
    responses: Record<string, { content?: { 'application/json'?: { schema?: { properties?: object } } } }>;
  }
  let lists: [string, Operation][];
  beforeAll(async () => {
    const { body } = await call(town, 'GET', '/api/openapi.json');
    const gets = Object.entries<{ get?: Operation }>(body.paths).flatMap(([path, { get }]) =>
      get ? [[path, get] as [string, Operation]] : [],
    );
    lists = gets.filter(([, get]) => {
      const schema = get.responses['200']?.content?.['application/json']?.schema;
      return schema?.properties !== undefined && 'nextCursor' in schema.properties;
    });
  });

  test('every list but the demo’s logins takes a limit and a cursor', () => {
    expect(lists.length).toBeGreaterThanOrEqual(10);
    const without = lists.filter(([, get]) => {
      const names = (get.parameters ?? []).map((it) => it.name);
      return !names.includes('limit') || !names.includes('cursor');
    });
    expect(without.map(([path]) => path)).toEqual(['/api/demo/logins']);
  });

  const forged = (text: string) => Buffer.from(text).toString('base64url');
  const cursors = [
    '',
    'x',
    '%25%25',
    '..%2f..',
    forged('2026-11-23T00:00:00.000Z|1'),
    forged('yesterday|0193b5a0-0000-7000-8000-000000000000'),
    forged('+275760-09-13T00:00:00.000Z|0193b5a0-0000-7000-8000-000000000000'),
    forged('[]'),
    forged('[1,2,3,4]'),
    forged('{"a":1}'),
    forged('["nobody-has-this-key"]'),
    forged('5 hazard'),
    'x'.repeat(301),
  ];
  /** What some lists cannot do without. */
  const given: Record<string, string> = { area: TOWNSHIP, from: '2026-01-01', until: '2026-11-30' };
  /** The secretary reads all lists but those of what the public reports, and an enterprise's own. */
  const readerOf = (path: string) => {
    if (path.startsWith('/api/public-')) return 'safetyStation';
    return path === '/api/self-checks' ? 'enterpriseHead' : 'partySecretary';
  };
  const limits = ['0', '-1', '501', '1.5', 'abc', '', '1&limit=2', '1e9', 'NaN'];

  test('bounds and page marks that are none are refused at their field, by every list', async () => {
    for (const [path, get] of lists) {
      const names = (get.parameters ?? []).map((it) => it.name);
      if (!names.includes('cursor')) continue;
      const needed = (get.parameters ?? [])
        .filter((it) => it.required)
        .map((it) => `${it.name}=${given[it.name]}&`)
        .join('');
      const wrong = [...cursors.map((it) => ['cursor', it]), ...limits.map((it) => ['limit', it])];
      for (const [name, value] of wrong) {
        const { status, body } = await town.as[readerOf(path)].get(`${path}?${needed}${name}=${value}`);
        expect([path, name, value, status, body.code, body.errors?.[0]?.path]).toEqual([
          path,
          name,
          value,
          422,
          'invalid_input',
          name,
        ]);
        expect(body.errors[0].message).toMatch(/[\u4e00-\u9fff]/);
      }
    }
  });
});
