import { LedgerAct, LedgerEntry } from '@zerentian/server/ledger/ledger.entity';
import { Session, WechatBinding } from '@zerentian/server/platform/auth/auth.entity';
import { RateLimiter } from '@zerentian/server/platform/auth/rate-limiter';
import { WechatClient } from '@zerentian/server/platform/wechat/wechat.client';
import { sessionView } from '@zerentian/shared/people/session.contract';
import * as z from 'zod/mini';
import { startApp } from '../support/app';
import { call } from '../support/client';
import { watchLog } from '../support/server-log';
import { type RosterApp, startWithRoster, TOWNSHIP } from '../support/small-roster';
import { WechatStub } from '../support/wechat-stub';

const MINUTE = 60_000;
const SESSION = '/sns/jscode2session';
const TOKEN = '/cgi-bin/stable_token';
const PHONE = '/wxa/business/getuserphonenumber';

let app: RosterApp;
let stub: WechatStub;
let log: ReturnType<typeof watchLog>;
let bindingsTold = 0;
let beyondAnyToken = 0;

beforeAll(async () => {
  log = watchLog();
  stub = await WechatStub.start();
  app = await startWithRoster(stub.settings);
  app.nest.get(WechatClient, { strict: false }).timeoutMs = 400;
});
afterAll(async () => {
  await app.close();
  await stub.stop();
  log.stop();
});
beforeEach(async () => {
  stub.seen.length = 0;
  await app.source.manager.createQueryBuilder().delete().from(WechatBinding).execute();
  bindingsTold = await app.source.manager.countBy(LedgerEntry, { act: 'bind-wechat' });
});
afterEach(() => app.clock.set(null));

const signIn = (code: unknown) => call(app, 'POST', '/api/sessions/wechat', { body: { code } });
const bind = (body: object) => call(app, 'POST', '/api/sessions/wechat/bind', { body });
const bindByPhone = (openId: string, phone: string) =>
  bind({ code: stub.login(openId), phoneCode: stub.agreeToPhone(phone) });
const newEntries = async () => {
  const all = await app.source.manager.find(LedgerEntry, { where: { act: 'bind-wechat' }, order: { seq: 'ASC' } });
  return all.slice(bindingsTold);
};

describe('POST /api/sessions/wechat', () => {
  it('says that it is not set up where it is not', async () => {
    const without = await startApp();
    const answer = await call(without, 'POST', '/api/sessions/wechat', { body: { code: 'x' } });
    expect(answer).toMatchObject({
      status: 503,
      body: { code: 'wechat_unavailable', detail: expect.stringContaining('没有开通') },
    });
    await without.close();
  });

  it('refuses a WeChat that nobody of the roster has bound', async () => {
    expect(await signIn(stub.login('open-1'))).toMatchObject({ status: 403, body: { code: 'not_bound' } });
    expect(await app.source.manager.count(Session, { where: { device: 'x' } })).toBe(0);
  });

  it('refuses a code that is wrong, and one that was used', async () => {
    expect(await signIn('made-up')).toMatchObject({ status: 401, body: { code: 'wechat_code_invalid' } });
    const code = stub.login('open-1');
    await signIn(code);
    expect((await signIn(code)).body.code).toBe('wechat_code_invalid');
    expect((await signIn('')).body.code).toBe('invalid_input');
    expect((await signIn('& appid=x #𠮷')).body.code).toBe('wechat_code_invalid');
  });

  it('asks once more when WeChat is busy, and then says so', async () => {
    stub.trouble(SESSION, { errcode: -1 });
    expect((await signIn(stub.login('open-1'))).body.code).toBe('not_bound');
    stub.trouble(SESSION, { errcode: -1 }, { errcode: -1 });
    expect(await signIn(stub.login('open-1'))).toMatchObject({ status: 503, body: { code: 'wechat_unavailable' } });
    expect(stub.calls(SESSION)).toBe(4);
  });

  it.each([
    ['limits us', { errcode: 45011 }],
    ['does not know our appid', { errcode: 40013 }],
    ['answers too late', { slowMs: 900 }],
    ['hangs up', { hangUp: true }],
    ['answers 502', { status: 502, raw: '<html>' }],
    ['answers no JSON', { raw: 'oops' }],
    ['answers without an openid', { raw: '{}' }],
  ])('is unavailable when WeChat %s, and works again afterwards', async (_name, trouble) => {
    stub.trouble(SESSION, trouble);
    const answer = await signIn(stub.login('open-1'));
    expect(answer).toMatchObject({
      status: 503,
      body: { code: 'wechat_unavailable', detail: expect.stringContaining('账号密码') },
    });
    expect((await signIn(stub.login('open-1'))).body.code).toBe('not_bound');
  });

  it('limits how often one address may try', async () => {
    const limiter = app.nest.get(RateLimiter);
    limiter.set('sign-in-by-address', { most: 2 });
    await signIn('a');
    await signIn('b');
    expect((await signIn('c')).body.code).toBe('too_many_requests');
    expect((await bindByPhone('open-1', '13900000001')).body.code).toBe('too_many_requests');
    limiter.set('sign-in-by-address', { most: 1000 });
  });
});

describe('POST /api/sessions/wechat/bind', () => {
  it('names what is missing', async () => {
    expect((await bind({ code: 'x' })).body.errors).toMatchObject([{ path: 'phone' }]);
    expect((await bind({ code: 'x', phone: '13900000001' })).body.errors).toMatchObject([{ path: 'oneTimeCode' }]);
    const wrong = await bind({ code: 'x', phone: '12', oneTimeCode: 'abc' });
    expect(wrong.body.errors.map((error: { path: string }) => error.path)).toEqual(['phone', 'oneTimeCode']);
    expect(stub.seen).toEqual([]);
  });

  it('binds by the phone that WeChat vouches for, signs in, and from then on wx.login is enough', async () => {
    const bound = await bindByPhone('open-cadre', app.people.villageCadre.phone);
    expect(bound.status).toBe(201);
    expect(z.safeParse(sessionView, bound.body).error).toBeUndefined();
    expect(bound.body.person.id).toBe(app.people.villageCadre.personId);
    const later = await signIn(stub.login('open-cadre'));
    expect(later).toMatchObject({ status: 201, body: { person: { id: app.people.villageCadre.personId } } });
    expect((await call(app, 'GET', '/api/me', { token: later.body.token })).body.posts).toHaveLength(1);
  });

  it('writes it to the ledger with a digest, and keeps no session key', async () => {
    await bindByPhone('open-cadre', app.people.villageCadre.phone);
    const [entry] = await newEntries();
    expect(entry).toMatchObject({
      chain: TOWNSHIP,
      subjectType: 'person',
      subjectId: app.people.villageCadre.personId,
      personId: app.people.villageCadre.personId,
    });
    const act = await app.source.manager.findOneByOrFail(LedgerAct, { chain: entry!.chain, seq: entry!.seq });
    expect(JSON.parse(act.content!).facts).toEqual({ wechat: expect.stringMatching(/^[0-9a-f]{64}$/), replaced: null });
    expect(act.content).not.toContain('open-cadre');
    const everything = JSON.stringify(
      await Promise.all(app.source.entityMetadatas.map((it) => app.source.manager.find(it.target))),
    );
    expect(everything).not.toContain('session-key');
    expect(everything).not.toContain('c2Vzc2lvbi1r');
  });

  it('is content with the same again, without another entry', async () => {
    await bindByPhone('open-cadre', app.people.villageCadre.phone);
    expect((await bindByPhone('open-cadre', app.people.villageCadre.phone)).status).toBe(201);
    expect(await newEntries()).toHaveLength(1);
  });

  it('puts a new WeChat in the place of the old, whose devices are signed out', async () => {
    const old = await bindByPhone('open-old', app.people.villageCadre.phone);
    const fresh = await bindByPhone('open-new', app.people.villageCadre.phone);
    expect((await call(app, 'GET', '/api/me', { token: old.body.token })).body.code).toBe('not_signed_in');
    expect((await call(app, 'GET', '/api/me', { token: fresh.body.token })).status).toBe(200);
    expect((await signIn(stub.login('open-old'))).body.code).toBe('not_bound');
    expect(await newEntries()).toHaveLength(2);
  });

  it('gives a WeChat to one person at a time', async () => {
    await bindByPhone('open-shared', app.people.villageCadre.phone);
    await bindByPhone('open-shared', app.people.office.phone);
    expect((await signIn(stub.login('open-shared'))).body.person.id).toBe(app.people.office.personId);
    expect(await app.source.manager.count(WechatBinding)).toBe(1);
  });

  it('binds once when it is asked many times at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => bindByPhone('open-cadre', app.people.villageCadre.phone)),
    );
    expect(answers.map((answer) => answer.status)).toEqual(Array(6).fill(201));
    expect(await newEntries()).toHaveLength(1);
  });

  it('binds nobody to a phone that is not in the roster or is foreign', async () => {
    const refusals = [
      await bindByPhone('open-1', '13811112222'),
      await bind({ code: stub.login('open-1'), phoneCode: stub.agreeToPhone(app.people.office.phone, '852') }),
    ];
    for (const answer of refusals)
      expect(answer).toMatchObject({ status: 403, body: { code: 'not_bound', detail: refusals[0]!.body.detail } });
    expect(await app.source.manager.count(WechatBinding)).toBe(0);
  });

  it('fetches the access token once, also for many at once, and again when it is due', async () => {
    const start = Date.now() + 600 * MINUTE;
    app.clock.set(new Date(start));
    await Promise.all([1, 2, 3].map((n) => bindByPhone(`open-${n}`, app.people.villageCadre.phone)));
    expect(stub.calls(TOKEN)).toBe(1);
    app.clock.set(new Date(start + 110 * MINUTE));
    await bindByPhone('open-4', app.people.villageCadre.phone);
    expect(stub.calls(TOKEN)).toBe(1);
    app.clock.set(new Date(start + 116 * MINUTE));
    await bindByPhone('open-5', app.people.villageCadre.phone);
    expect(stub.calls(TOKEN)).toBe(2);
    expect(stub.seen.filter((seen) => seen.path === TOKEN).map((seen) => seen.body.force_refresh)).toEqual([
      false,
      false,
    ]);
  });

  it.each(['expired', 'forgotten'] as const)('replaces an access token that WeChat has %s, once', async (how) => {
    await bindByPhone('open-1', app.people.villageCadre.phone);
    stub.endTokens(how);
    stub.seen.length = 0;
    expect((await bindByPhone('open-2', app.people.office.phone)).status).toBe(201);
    expect(stub.calls(TOKEN)).toBe(1);
    stub.trouble(PHONE, { errcode: 42001 }, { errcode: 42001 });
    expect((await bindByPhone('open-3', app.people.office.phone)).body.code).toBe('wechat_unavailable');
    expect(stub.calls(TOKEN)).toBe(2);
  });

  it.each([
    [PHONE, { errcode: 40029 }, 'wechat_code_invalid'],
    [PHONE, { errcode: 45011 }, 'wechat_unavailable'],
    [PHONE, { slowMs: 900 }, 'wechat_unavailable'],
    [PHONE, { raw: '{"errcode":0}' }, 'wechat_unavailable'],
    [TOKEN, { errcode: 40125 }, 'wechat_unavailable'],
    [TOKEN, { raw: '{}' }, 'wechat_unavailable'],
    [SESSION, { errcode: 40163 }, 'wechat_code_invalid'],
  ])('binds nothing when %s meets %j', async (path, trouble, code) => {
    stub.trouble(path, trouble);
    if (path === TOKEN) {
      beyondAnyToken += 2000;
      app.clock.set(new Date(Date.now() + beyondAnyToken * MINUTE));
    }
    expect((await bindByPhone('open-1', app.people.villageCadre.phone)).body.code).toBe(code);
    expect(await app.source.manager.count(WechatBinding)).toBe(0);
    expect((await bindByPhone('open-1', app.people.villageCadre.phone)).status).toBe(201);
  });

  it('has written no secret, token, code, phone or identity to the log all the while', () => {
    expect(log.text()).toContain('45011');
    for (const secret of [stub.secret, 'access-token-', 'login-', 'phone-', app.people.villageCadre.phone, 'open-']) {
      expect(log.text()).not.toContain(secret);
    }
  });
});
