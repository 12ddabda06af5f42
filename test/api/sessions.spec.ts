import { verify } from '@node-rs/argon2';
import { Session } from '@zerentian/server/platform/auth/auth.entity';
import { RateLimiter } from '@zerentian/server/platform/auth/rate-limiter';
import { digestOf } from '@zerentian/server/platform/auth/token';
import { sessionPage } from '@zerentian/shared/people/account.contract';
import { type DemoLogin, sessionView } from '@zerentian/shared/people/session.contract';
import * as z from 'zod/mini';
import { startApp } from '../support/app';
import { call, signIn } from '../support/client';
import { watchLog } from '../support/server-log';
import { rosterSpec, VILLAGE } from '../support/small-roster';
import { startTownship } from '../support/township';

jest.mock('@node-rs/argon2', () => {
  const real = jest.requireActual('@node-rs/argon2');
  return { ...real, verify: jest.fn(real.verify) };
});

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const { app, people } = rosterSpec();

const attempt = (login: unknown, password: unknown, headers?: Record<string, string>) =>
  call(app, 'POST', '/api/sessions', { body: { login, password }, headers });

describe('POST /api/sessions', () => {
  it('refuses a wrong password and an unknown login in the same words', async () => {
    const wrong = await attempt(people.county.login, 'not it');
    const unknown = await attempt('nobody', 'not it');
    expect(wrong).toMatchObject({ status: 401, body: { code: 'wrong_login' } });
    expect(unknown.status).toBe(wrong.status);
    expect(unknown.body).toEqual(wrong.body);
    expect(wrong.headers.get('content-type')).toContain('application/problem+json');
  });

  it('checks a password even where there is no such login, so that the time taken tells nothing', async () => {
    const check = jest.mocked(verify);
    check.mockClear();
    await attempt('nobody', 'not it');
    expect(check).toHaveBeenCalledTimes(1);
    await attempt(people.county.login, 'not it');
    expect(check).toHaveBeenCalledTimes(2);
    const [unknown, wrong] = check.mock.calls.map(([hash]) => String(hash).split('$').slice(0, 4));
    expect(unknown).toEqual(wrong);
    expect(wrong).toEqual(['', 'argon2id', 'v=19', 'm=19456,t=2,p=1']);
  });

  it.each([
    ['nothing', undefined, undefined, ['login', 'password']],
    ['numbers', 1, 2, ['login', 'password']],
    ['empty text', '', '', ['login', 'password']],
    ['10,000 characters', 'x'.repeat(10_000), 'y'.repeat(10_000), ['login', 'password']],
  ])('names the fields when given %s', async (_name, login, password, paths) => {
    const answer = await attempt(login, password);
    expect(answer).toMatchObject({ status: 422, body: { code: 'invalid_input' } });
    expect(answer.body.errors.map((error: { path: string }) => error.path)).toEqual(paths);
  });

  it.each(['\u0000', '\u0000x', '\u001b', '\u009f', '\u202e', '\ud800'])(
    'refuses a login or a device with %j in it, so that no spelling of a login escapes its lock-out',
    async (character) => {
      const { login, password } = people.county;
      const asLogin = await attempt(`${login}${character}`, password);
      expect([asLogin.status, asLogin.body.code, asLogin.body.errors[0].path]).toEqual([422, 'invalid_input', 'login']);
      const devices: [string, object][] = [
        ['/api/sessions', { login, password }],
        ['/api/sessions/wechat', { code: 'x' }],
        ['/api/sessions/wechat/bind', { code: 'x', phoneCode: 'x' }],
      ];
      for (const [path, body] of devices) {
        const answer = await call(app, 'POST', path, { body: { ...body, device: `phone${character}` } });
        expect([answer.status, answer.body.errors?.[0].path]).toEqual([422, 'device']);
      }
    },
  );

  it.each(['𠮷😀', "' OR 1=1 --"])('takes %j as a login that nobody has', async (login) => {
    expect((await attempt(login, 'not it')).body.code).toBe('wrong_login');
  });

  it('answers token, person and posts, and keeps only the digest of the token', async () => {
    const session = await signIn(app, people.villageCadre, '一部手机');
    expect(z.safeParse(sessionView, session).error).toBeUndefined();
    expect(session.person).toMatchObject({ id: people.villageCadre.personId, phone: people.villageCadre.phone });
    expect(session.posts).toMatchObject([
      {
        id: people.villageCadre.postId,
        areaCode: VILLAGE,
        areaName: '示例村',
        profile: 'village-team',
        from: '2024-01-01',
        until: null,
      },
    ]);
    const row = await app.source.manager.findOneByOrFail(Session, { tokenDigest: digestOf(session.token) });
    expect(JSON.stringify(row)).not.toContain(session.token);
    expect(row.device).toBe('一部手机');
  });

  it('locks a login after five failures for a quarter of an hour, whether anybody has it or not', async () => {
    for (const login of [people.administrator.login, 'nobody-at-all']) {
      for (let i = 0; i < 5; i++) expect((await attempt(login, 'guess')).body.code).toBe('wrong_login');
      expect(await attempt(login, 'guess')).toMatchObject({ status: 429, body: { code: 'locked_out' } });
    }
    expect((await attempt(people.administrator.login, people.administrator.password)).body.code).toBe('locked_out');
    app.clock.set(new Date(Date.now() + 16 * MINUTE));
    expect((await attempt(people.administrator.login, people.administrator.password)).status).toBe(201);
  });

  it('stays locked for a login that ends in NUL and more', async () => {
    const { login, password } = people.villageCadre;
    for (let i = 0; i < 5; i++) await attempt(login, 'guess');
    for (const disguise of [`${login}\u0000`, `${login}\u00001`])
      expect((await attempt(disguise, password)).status).toBe(422);
    expect((await attempt(login, password)).body.code).toBe('locked_out');
    app.clock.set(new Date(Date.now() + 16 * MINUTE));
    expect((await attempt(login, password)).status).toBe(201);
  });

  it('counts guesses sent all at once one by one', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => attempt(people.foreignOffice.login, 'guess')));
    const codes = answers.map((answer) => answer.body.code);
    expect(codes.filter((code) => code === 'wrong_login')).toHaveLength(5);
    expect(codes.filter((code) => code === 'locked_out')).toHaveLength(7);
  });

  it('forgets failures after a success', async () => {
    for (let round = 0; round < 3; round++) {
      for (let i = 0; i < 4; i++) await attempt(people.office.login, 'typo');
      expect((await attempt(people.office.login, people.office.password)).status).toBe(201);
    }
  });

  it('limits how often one address may try', async () => {
    const limiter = app.nest.get(RateLimiter);
    limiter.set('sign-in-by-address', { most: 3 });
    const from = { 'x-forwarded-for': '198.51.100.7' };
    for (let i = 0; i < 3; i++) expect((await attempt(`spray-${i}`, 'Passw0rd', from)).body.code).toBe('wrong_login');
    expect(await attempt('spray-4', 'Passw0rd', from)).toMatchObject({
      status: 429,
      body: { code: 'too_many_requests' },
    });
    expect((await attempt('elsewhere', 'Passw0rd', { 'x-forwarded-for': '198.51.100.8' })).body.code).toBe(
      'wrong_login',
    );
    limiter.set('sign-in-by-address', { most: 1000 });
  });

  it('writes neither passwords nor tokens to the log', async () => {
    const log = watchLog();
    const session = await signIn(app, people.villageCadre);
    await attempt(people.villageCadre.login, 'a-wrong-password-7731');
    await call(app, 'GET', '/api/me', { token: `${session.token}x` });
    await call(app, 'POST', '/api/sessions', {
      bytes: Buffer.from('{"password":"half-sent-7731'),
      headers: { 'content-type': 'application/json' },
    });
    log.stop();
    for (const secret of [session.token, people.villageCadre.password, '7731', people.villageCadre.phone])
      expect(log.text()).not.toContain(secret);
  });
});

describe('a session', () => {
  const me = (token?: string) => call(app, 'GET', '/api/me', { token });

  it.each([
    ['none', undefined],
    ['nonsense', 'nonsense'],
    ['5,000 characters', 'x'.repeat(5000)],
  ])('is needed: %s is refused', async (_name, token) => {
    expect(await me(token)).toMatchObject({ status: 401, body: { code: 'not_signed_in' } });
  });

  it('ends 30 days after its start however much it is used, and after 14 days without use', async () => {
    const [used, idle] = [await signIn(app, people.villageCadre), await signIn(app, people.villageCadre)];
    const start = Date.now();
    for (const days of [10, 13.9]) {
      app.clock.set(new Date(start + days * DAY));
      expect((await me(used.token)).status).toBe(200);
    }
    app.clock.set(new Date(start + 14.1 * DAY));
    expect((await me(idle.token)).body.code).toBe('session_expired');
    for (const days of [20, 29.9]) {
      app.clock.set(new Date(start + days * DAY));
      expect((await me(used.token)).status).toBe(200);
    }
    app.clock.set(new Date(start + 30.1 * DAY));
    expect((await me(used.token)).body.code).toBe('session_expired');
  });

  it('is listed with its device, and only to its owner', async () => {
    const mine = await signIn(app, people.county, '值班室电脑');
    const other = await signIn(app, people.county, '手机');
    const answer = await call(app, 'GET', '/api/sessions?limit=1', { token: mine.token });
    expect(z.safeParse(sessionPage, answer.body).error).toBeUndefined();
    expect(answer.body.items).toMatchObject([{ device: '手机', current: false }]);
    const rest = await call(app, 'GET', `/api/sessions?limit=1&cursor=${answer.body.nextCursor}`, {
      token: mine.token,
    });
    expect(rest.body).toMatchObject({ items: [{ device: '值班室电脑', current: true }], nextCursor: null });
    const stranger = await signIn(app, people.villageCadre);
    const foreign = await call(app, 'DELETE', `/api/sessions/${answer.body.items[0].id}`, { token: stranger.token });
    expect(foreign).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect((await me(other.token)).status).toBe(200);
  });

  it('can be ended from another device', async () => {
    const [mine, lost] = [await signIn(app, people.county, '在手'), await signIn(app, people.county, '丢了')];
    const { body } = await call(app, 'GET', '/api/sessions', { token: mine.token });
    const found = body.items.find((item: { device: string }) => item.device === '丢了');
    expect((await call(app, 'DELETE', `/api/sessions/${found.id}`, { token: mine.token })).status).toBe(204);
    expect((await me(lost.token)).body.code).toBe('not_signed_in');
    expect((await call(app, 'DELETE', `/api/sessions/${found.id}`, { token: mine.token })).status).toBe(404);
    expect((await me(mine.token)).status).toBe(200);
  });

  it('ends when its owner signs out', async () => {
    const session = await signIn(app, people.villageCadre);
    expect((await call(app, 'DELETE', '/api/sessions/current', { token: session.token })).status).toBe(204);
    expect((await me(session.token)).body.code).toBe('not_signed_in');
  });

  it('tells a client that is too old so, but not one that delivers its outbox', async () => {
    const { token } = await signIn(app, people.villageCadre);
    const old = { 'x-client-version': '0.0.9' };
    expect((await call(app, 'GET', '/api/me', { token, headers: old })).body.code).toBe('client_too_old');
    const delivering = { ...old, 'idempotency-key': 'from-the-outbox' };
    expect((await call(app, 'GET', '/api/me', { token, headers: delivering })).status).toBe(200);
  });
});

describe('GET /api/demo/logins', () => {
  it('is not there outside the demo', async () => {
    const real = await startApp({ DEMO: '0' });
    expect(await call(real, 'GET', '/api/demo/logins')).toMatchObject({ status: 404, body: { code: 'demo_only' } });
    await real.close();
  });

  it('names an account for every kind of user, each of which opens', async () => {
    const demo = await startTownship();
    const { items } = (await call<{ items: DemoLogin[] }>(demo, 'GET', '/api/demo/logins')).body;
    expect(items.length).toBeGreaterThanOrEqual(14);
    const profiles = new Set<string>();
    for (const login of items) {
      const { person, posts } = await signIn(demo, login);
      expect(person.name).toBe(login.name);
      expect(posts.length).toBeGreaterThan(0);
      for (const post of posts) profiles.add(post.profile);
    }
    for (const profile of [
      'leader',
      'deputy',
      'village-team',
      'office',
      'station',
      'discipline',
      'village-head',
      'enterprise-head',
      'county',
      'administrator',
    ]) {
      expect(profiles).toContain(profile);
    }
    await demo.close();
  });
});
