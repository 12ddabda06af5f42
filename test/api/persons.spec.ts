import { uuidv7 } from 'uuidv7';
import { actsOn, lastAct } from '../support/acts';
import { call, signIn } from '../support/client';
import { startTownship, type Township, VILLAGE } from '../support/township';

let town: Township;
beforeAll(async () => {
  town = await startTownship();
});
afterAll(() => town?.close());

const somebody = { name: '欧阳𠮷（示例）', phone: '13811112222', managedBy: 'township' };

describe('reading the roster', () => {
  test('only administrator, office and leaders; and only their township', async () => {
    const { villageCadre, safetyStation, villageSecretary, enterpriseHead, discipline, county, officeDirector } =
      town.as;
    for (const actor of [villageCadre, safetyStation, villageSecretary, enterpriseHead, discipline, county]) {
      expect((await actor.get('/api/persons')).body.code).toBe('forbidden');
    }
    expect((await officeDirector.get('/api/persons?area=140621')).body.code).toBe('outside_scope');
  });

  test('a search for what no text holds is refused at its field', async () => {
    for (const q of ['%00', '13800000001%00', 'a%1Bb']) {
      const { status, body } = await town.as.officeDirector.get(`/api/persons?q=${q}`);
      expect([status, body.code, body.errors[0].path]).toEqual([422, 'invalid_input', 'q']);
    }
  });

  test('by area, by name and by number', async () => {
    const names = async (query: string) =>
      (await town.as.officeDirector.get(`/api/persons?${query}`)).body.items.map((it: { name: string }) => it.name);
    expect(await names(`q=${encodeURIComponent('张建国')}`)).toEqual(['张建国（示例）']);
    expect(await names('q=13800000001')).toEqual(['郝建业（示例）']);
    expect(await names(`area=${VILLAGE}&limit=100`)).toContain('赵永强（示例）');
    expect(await names(`area=${VILLAGE}&limit=100`)).not.toContain('王秀芳（示例）');
  });
});

describe('entering somebody', () => {
  test('refused to all but the administrator', async () => {
    for (const actor of [town.as.officeDirector, town.as.partySecretary, town.as.villageCadre, town.as.county]) {
      expect((await actor.post('/api/persons', somebody)).body.code).toBe('forbidden');
    }
  });

  test.each([
    ['a number that is somebody’s', { phone: '13800000001' }, 409, 'phone_taken', 'phone'],
    ['a login that is somebody’s', { login: 'shuji', password: 'long enough' }, 409, 'login_taken', 'login'],
    ['a login without a password', { login: 'newcomer' }, 422, 'invalid_input', 'password'],
    ['a password without a login', { password: 'long enough' }, 422, 'invalid_input', 'login'],
    ['a short password', { login: 'newcomer', password: 'short' }, 422, 'invalid_input', 'password'],
    ['no name', { name: '' }, 422, 'invalid_input', 'name'],
    ['a number of the wrong length', { phone: '1381111' }, 422, 'invalid_input', 'phone'],
    ['nobody who manages them', { managedBy: 'heaven' }, 422, 'invalid_input', 'managedBy'],
  ])('%s is refused at its field, and nothing is written', async (_, change, status, code, path) => {
    const count = async () => Number((await town.source.query('SELECT COUNT(*) AS n FROM person'))[0].n);
    const before = await count();
    const answer = await town.as.administrator.post('/api/persons', { ...somebody, ...change });
    expect([answer.status, answer.body.code, answer.body.errors[0].path]).toEqual([status, code, path]);
    expect(await count()).toBe(before);
  });

  test('allowed to the administrator, who finds them and may appoint them; the ledger has no trace of the password', async () => {
    const account = { login: 'newcomer', password: 'a password of their own' };
    const { status, body } = await town.as.administrator.post('/api/persons', { ...somebody, ...account });
    expect(status).toBe(201);
    expect(body).toEqual({ id: expect.any(String), ...somebody });
    const acts = await actsOn(town, body.id);
    expect(acts.map((act) => act.act)).toEqual(['enrol', 'open-account']);
    expect(acts[1]?.changes).toEqual({ personId: body.id, login: 'newcomer' });
    const { n } = (
      await town.source.query(
        "SELECT COUNT(*) AS n FROM ledger_act WHERE content LIKE '%argon2%' OR content LIKE '%password%'",
      )
    )[0];
    expect(Number(n)).toBe(0);
    const found = await town.as.administrator.get(`/api/persons?q=${encodeURIComponent('欧阳')}`);
    expect(found.body.items).toHaveLength(1);
    expect((await town.as.officeDirector.get(`/api/persons?q=${encodeURIComponent('欧阳')}`)).body.items).toEqual([]);
    const session = await signIn(town, account);
    expect((await call(town, 'GET', '/api/units', { token: session.token })).body.code).toBe('forbidden');
    const post = {
      personId: body.id,
      postId: town.id('post:safety-station-member'),
      kind: 'regular',
      from: '2026-01-01',
    };
    expect((await town.as.administrator.post('/api/tenures', post)).status).toBe(201);
    expect((await call(town, 'GET', '/api/units', { token: session.token })).status).toBe(200);
  });

  test('an id that is taken is refused', async () => {
    const id = uuidv7();
    expect(
      (await town.as.administrator.post('/api/persons', { id, name: '甲（示例）', managedBy: 'none' })).status,
    ).toBe(201);
    expect(
      (await town.as.administrator.post('/api/persons', { id, name: '乙（示例）', managedBy: 'none' })).body.code,
    ).toBe('id_taken');
    expect((await lastAct(town, id)).changes).toMatchObject({ name: '甲（示例）' });
  });
});
