import { lastAct } from '../support/acts';
import { startTownship, TOWNSHIP, type Township, VACANT_VILLAGE, VILLAGE } from '../support/township';

let town: Township;
beforeAll(async () => {
  town = await startTownship();
});
afterAll(() => town?.close());

interface Staffed {
  id: string;
  kind: string;
  title: string;
  vacant: boolean;
  holders: { name: string; lead: boolean; tenureKind: string; from: string; until: string | null }[];
}

describe('reading', () => {
  test('another township is outside', async () => {
    expect((await town.as.villageCadre.get('/api/posts?area=140621')).body.code).toBe('outside_scope');
    expect((await town.as.villageCadre.get('/api/posts?at=2026-13-01')).body.code).toBe('invalid_input');
  });

  test('a village’s posts: 一肩挑 in two, a team with its 牵头, the leader', async () => {
    const { body } = await town.as.enterpriseHead.get(`/api/posts?area=${VILLAGE}`);
    const posts = new Map(body.items.map((post: Staffed) => [post.kind, post]));
    const of = (kind: string) => (posts.get(kind) as Staffed).holders;
    expect(of('village-secretary')[0]).toMatchObject({ name: '吴富贵（示例）', tenureKind: 'regular' });
    expect(of('village-director')[0]).toMatchObject({ name: '吴富贵（示例）', tenureKind: 'concurrent' });
    expect(of('village-cadre').map((holder) => [holder.name, holder.lead])).toEqual([
      ['张建国（示例）', true],
      ['韩志刚（示例）', false],
      ['郭丽娜（示例）', false],
    ]);
    expect(of('village-leader')).toHaveLength(1);
  });

  test('who held it on a date before a change, and who holds it now', async () => {
    const before = new Date(town.clock.now().getTime() - 60 * 24 * 3600_000).toISOString().slice(0, 10);
    const names = async (query: string) => {
      const { body } = await town.as.villageCadre.get(`/api/posts?area=${VILLAGE}${query}`);
      return body.items
        .find((post: Staffed) => post.kind === 'village-cadre')
        .holders.map((it: { name: string }) => it.name);
    };
    expect(await names(`&at=${before}`)).toEqual(['张建国（示例）', '赵永强（示例）', '韩志刚（示例）']);
    expect(await names('')).toEqual(['张建国（示例）', '韩志刚（示例）', '郭丽娜（示例）']);
  });

  test('the one vacant post of the township', async () => {
    const { body } = await town.as.officeDirector.get('/api/posts?vacant=true');
    expect(body.items).toEqual([
      expect.objectContaining({ title: '包家岭村包村领导', areaCode: VACANT_VILLAGE, vacant: true, holders: [] }),
    ]);
    const filled = await town.as.officeDirector.get('/api/posts?vacant=false&limit=100');
    expect(filled.body.items.every((post: Staffed) => !post.vacant)).toBe(true);
  });

  test('posts of a unit; pages join without cutting a team apart', async () => {
    const { body } = await town.as.villageCadre.get(`/api/posts?unit=${town.id('unit:safety')}`);
    expect(body.items.map((post: Staffed) => post.kind).sort()).toEqual([
      'safety-station-head',
      'safety-station-member',
    ]);
    const seen: Staffed[] = [];
    let cursor: string | null = null;
    do {
      const page: { body: { items: Staffed[]; nextCursor: string | null } } = await town.as.county.get(
        `/api/posts?area=${TOWNSHIP}&limit=7${cursor ? `&cursor=${cursor}` : ''}`,
      );
      seen.push(...page.body.items);
      cursor = page.body.nextCursor;
    } while (cursor);
    const [{ n }] = await town.source.query('SELECT COUNT(*) AS n FROM post WHERE areaCode LIKE ?', [`${TOWNSHIP}%`]);
    expect(new Set(seen.map((post) => post.id)).size).toBe(Number(n));
    expect(seen.find((post) => post.id === town.id(`post:village-cadre:${VILLAGE}`))?.holders).toHaveLength(3);
  });
});

describe('creating', () => {
  const grid = () => ({ kind: 'village-grid-member', unitId: town.id(`unit:${VILLAGE}`), title: '吴马营村网格员' });

  test('refused to everybody but the administrator', async () => {
    for (const actor of [town.as.villageCadre, town.as.officeDirector, town.as.villageSecretary, town.as.county]) {
      expect((await actor.post('/api/posts', grid())).body.code).toBe('forbidden');
    }
  });

  test.each([
    ['a kind that the catalogue does not know', { kind: 'wizard' }, 'unknown_reference', 'kind'],
    ['an unknown trade', { trades: ['agriculture', 'alchemy'] }, 'trade_unknown', 'trades.1'],
    [
      'an unknown unit',
      { unitId: '00000000-0000-7000-8000-000000000000', areaCode: VILLAGE },
      'unknown_unit',
      'unitId',
    ],
  ])('%s is refused at its field', async (_, change, code, path) => {
    const { status, body } = await town.as.administrator.post('/api/posts', { ...grid(), ...change });
    expect([status, body.code, body.errors[0].path]).toEqual([422, code, path]);
  });

  test('an unknown unit without an area is an unknown unit, not a place outside', async () => {
    const nowhere = { ...grid(), unitId: '00000000-0000-7000-8000-000000000000' };
    expect(await town.as.administrator.post('/api/posts', nowhere)).toMatchObject({
      status: 422,
      body: { code: 'unknown_unit', errors: [{ path: 'unitId' }] },
    });
  });

  test('a unit of the county is outside the township’s administrator', async () => {
    const outside = { ...grid(), unitId: town.id('unit:county'), areaCode: VILLAGE };
    expect((await town.as.administrator.post('/api/posts', outside)).body.code).toBe('outside_scope');
  });

  test('allowed to the administrator; it is vacant, and in the ledger', async () => {
    const { status, body } = await town.as.administrator.post('/api/posts', { ...grid(), trades: ['forestry'] });
    expect(status).toBe(201);
    expect(body).toMatchObject({ kindName: '网格员', areaCode: VILLAGE, trades: ['forestry'], profile: 'member' });
    const act = await lastAct(town, body.id);
    expect(act.changes).toEqual({
      id: body.id,
      kindKey: 'village-grid-member',
      title: '吴马营村网格员',
      unitId: body.unitId,
      areaCode: VILLAGE,
    });
    expect(act.facts).toEqual({ trades: ['forestry'] });
    const vacant = await town.as.villageCadre.get(`/api/posts?area=${VILLAGE}&vacant=true`);
    expect(vacant.body.items.map((post: Staffed) => post.id)).toEqual([body.id]);
  });
});
