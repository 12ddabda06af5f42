import { createApp } from '@zerentian/server/app';
import { DemoService } from '@zerentian/server/demo/demo.service';
import { freshDatabase, startApp, type TestApp, testConfig } from '../support/app';
import { cli } from '../support/cli';
import { call, signIn } from '../support/client';

/** Each command is a process of its own. */
jest.setTimeout(120_000);

const production = { NODE_ENV: 'production' };
const create = (...more: string[]) => ['admin', 'create', '--login', 'first.admin', '--name', '示例管理员', ...more];

describe('a new installation in production', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp(production);
  });
  afterAll(() => app.close());

  /** SQLite has one writing process: there the operator stops the server first; here it only holds still. */
  const run = (args: string[], input = '') =>
    cli({ dataDir: app.config.dataDir, databaseUrl: app.config.databaseUrl }, args, { input, env: production });
  const count = async (table: string) => Number((await app.source.query(`SELECT COUNT(*) AS n FROM ${table}`))[0].n);

  test('an empty database gets areas and the catalogue, and nobody', async () => {
    expect(await app.nest.get(DemoService, { strict: false }).seedIfEmpty()).toBe(true);
    expect(await app.nest.get(DemoService, { strict: false }).seedIfEmpty()).toBe(false);
    expect([await count('area'), await count('catalogue'), await count('person'), await count('unit')]).toEqual([
      16, 1, 0, 0,
    ]);
  });

  test.each([
    ['a short password', create(), 'short\n', '密码至少 8 位'],
    ['a village', create('--area', '140621200200'), 'long enough\n', '乡镇或县'],
  ])('%s is refused in words, and nothing is written', async (_, args, input, words) => {
    const { code, err } = await run(args, input);
    expect([code, err]).toEqual([1, expect.stringContaining(words)]);
    expect([await count('person'), await count('credential'), await count('unit')]).toEqual([0, 0, 0]);
  });

  test('the first administrator signs in and enters the rest', async () => {
    const { code, out } = await run(create('--phone', '13811110000'), 'a good password\n');
    expect([code, out]).toEqual([0, expect.stringContaining('吴马营乡')]);
    const session = await signIn(app, { login: 'first.admin', password: 'a good password' });
    expect(session.posts.map((post) => [post.profile, post.areaCode])).toEqual([['administrator', '140621200']]);
    const { token } = session;
    const unit = await call(app, 'POST', '/api/units', {
      token,
      body: { name: '应急管理站', kind: 'station', areaCode: '140621200' },
    });
    const post = await call(app, 'POST', '/api/posts', {
      token,
      body: { kind: 'safety-station-head', unitId: unit.body.id },
    });
    const person = await call(app, 'POST', '/api/persons', { token, body: { name: '某站长', managedBy: 'township' } });
    const tenure = { personId: person.body.id, postId: post.body.id, kind: 'regular', from: '2026-01-01' };
    expect((await call(app, 'POST', '/api/tenures', { token, body: tenure })).status).toBe(201);
  });

  test('the same login again is refused', async () => {
    expect((await run(create(), 'a good password\n')).err).toContain('账号');
    expect([await count('person'), await count('credential')]).toEqual([2, 1]);
  });

  test('invented people are refused', async () => {
    const { code, err } = await run(['demo', 'seed']);
    expect([code, err]).toEqual([1, expect.stringContaining('演示')]);
  });
});

test('demo seed fills an empty database once, and tells the accounts', async () => {
  const database = await freshDatabase();
  const first = await cli(database, ['demo', 'seed']);
  expect([first.code, first.out]).toEqual([0, expect.stringContaining('baocun1')]);
  const again = await cli(database, ['demo', 'seed']);
  expect([again.code, again.err]).toEqual([1, expect.stringContaining('已有内容')]);
  const { source, nest } = await createApp(testConfig(database));
  const [{ n }] = await source.query('SELECT COUNT(*) AS n FROM tenure');
  await nest.close();
  await database.drop();
  expect(Number(n)).toBeGreaterThan(100);
});
