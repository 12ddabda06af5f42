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

  test('entered six times at once with one number: one of them is, the others are told at the field', async () => {
    const phone = '13811119999';
    const entering = Array.from({ length: 6 }, (_, i) => {
      const body = { id: uuidv7(), name: `同号${i}（示例）`, phone, managedBy: 'none' };
      return town.as.administrator.post('/api/persons', body, { key: `same-phone-${i}` });
    });
    const answers = await Promise.all(entering);
    expect(answers.map(({ status, body }) => body.code ?? status).sort()).toEqual([
      201,
      ...Array(5).fill('phone_taken'),
    ]);
    const refused = answers.filter(({ status }) => status !== 201);
    expect(refused.map(({ status, body }) => [status, body.errors[0].path])).toEqual(Array(5).fill([409, 'phone']));
    const rows = await town.source.query('SELECT id FROM person WHERE phone = ?', [phone]);
    expect(rows).toEqual([{ id: answers.find(({ status }) => status === 201)?.body.id }]);
  });

  test('a number is one person’s in the database too; any number of people have none', async () => {
    const [taken] = await town.source.query('SELECT phone FROM person WHERE phone IS NOT NULL LIMIT 1');
    const insert = (phone: string | null) =>
      town.source.query('INSERT INTO person (id, name, phone, managedBy, createdAt) VALUES (?, ?, ?, ?, ?)', [
        uuidv7(),
        '丙（示例）',
        phone,
        'none',
        '2026-11-01 00:00:00.000',
      ]);
    await expect(insert(taken.phone)).rejects.toThrow();
    for (const _ of [1, 2]) await insert(null);
  });

  test('entered six times at once with one id and no number: one of them is', async () => {
    const id = uuidv7();
    const entering = Array.from({ length: 6 }, (_, i) =>
      town.as.administrator.post(
        '/api/persons',
        { id, name: `丁${i}（示例）`, managedBy: 'none' },
        { key: `same-id-${i}` },
      ),
    );
    const answers = await Promise.all(entering);
    expect(answers.map(({ status, body }) => body.code ?? status).sort()).toEqual([201, ...Array(5).fill('id_taken')]);
  });
});
