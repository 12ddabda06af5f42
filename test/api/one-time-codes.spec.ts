import { setTimeout as sleep } from 'node:timers/promises';
import { SchedulerRegistry } from '@nestjs/schedule';
import { AccountCleanup } from '@zerentian/server/identity/account-cleanup.service';
import { OneTimeCode, Session, SignInAttempt, WechatBinding } from '@zerentian/server/platform/auth/auth.entity';
import { RateLimiter } from '@zerentian/server/platform/auth/rate-limiter';
import { startApp } from '../support/app';
import { type Answer, call } from '../support/client';
import { watchLog } from '../support/server-log';
import { type RosterApp, startWithRoster } from '../support/small-roster';
import { SmsStub } from '../support/sms-stub';
import { WechatStub } from '../support/wechat-stub';

const MINUTE = 60_000;
const STRANGER = '13811112222';

let wechat: WechatStub;
let sms: SmsStub;
let app: RosterApp;
let log: ReturnType<typeof watchLog>;
let minutes = 0;
let opened = 0;

beforeAll(async () => {
  log = watchLog();
  [wechat, sms] = await Promise.all([WechatStub.start(), SmsStub.start()]);
  app = await startWithRoster({ ...wechat.settings, ...sms.settings });
});
afterAll(async () => {
  await app.close();
  await Promise.all([wechat.stop(), sms.stop()]);
  log.stop();
});
// Every test begins a day later, when no limit remembers the one before.
beforeEach(() => wait(24 * 60));

function wait(more: number): void {
  minutes += more;
  app.clock.set(new Date(Date.parse('2026-11-23T02:00:00.000Z') + minutes * MINUTE));
}

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !isSo(); tries++) await sleep(10);
  expect(isSo()).toBe(true);
}

const request = (phone: unknown, on = app) => call(on, 'POST', '/api/one-time-codes', { body: { phone } });
const bind = (phone: string, oneTimeCode: string, on = app): Promise<Answer> =>
  call(on, 'POST', '/api/sessions/wechat/bind', {
    body: { code: wechat.login(`open-${++opened}`), phone, oneTimeCode },
  });
const another = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
async function codeSentTo(phone: string): Promise<string> {
  const since = sms.sent.length;
  expect((await request(phone)).status).toBe(202);
  return sms.codeFor(phone, since);
}

describe('POST /api/one-time-codes', () => {
  it.each([undefined, 13900000001, '12345', '+8613900000001', "1390000000'", '139000000011'])(
    'refuses %p as a phone',
    async (phone) => {
      expect(await request(phone)).toMatchObject({
        status: 422,
        body: { code: 'invalid_input', errors: [{ path: 'phone' }] },
      });
    },
  );

  it('sends a code through the gateway, which binds the phone’s owner', async () => {
    const { phone, personId } = app.people.villageCadre;
    const answer = await request(phone);
    expect(answer).toMatchObject({
      status: 202,
      body: { expiresAt: new Date(app.clock.now().getTime() + 5 * MINUTE).toISOString() },
    });
    expect(Object.keys(answer.body)).toEqual(['expiresAt']);
    const code = await sms.codeFor(phone);
    expect(code).toMatch(/^\d{6}$/);
    expect(sms.sent.at(-1)).toMatchObject({
      phone,
      minutes: 5,
      text: expect.stringContaining(code),
      authorization: `Bearer ${sms.token}`,
    });
    const bound = await bind(phone, code);
    expect(bound).toMatchObject({ status: 201, body: { person: { id: personId } } });
    expect((await call(app, 'GET', '/api/me', { token: bound.body.token })).status).toBe(200);
  });

  it('answers the same for a phone that is not in the roster, and sends it nothing', async () => {
    const known = await request(app.people.office.phone);
    const sent = sms.sent.length;
    const unknown = await request(STRANGER);
    expect(unknown.status).toBe(known.status);
    expect(unknown.body).toEqual(known.body);
    await sms.codeFor(app.people.office.phone);
    expect(sms.sent.slice(sent).filter((message) => message.phone === STRANGER)).toEqual([]);
    expect((await bind(STRANGER, '000000')).body).toEqual(
      (await bind(app.people.office.phone, another(await sms.codeFor(app.people.office.phone)))).body,
    );
  });

  it('keeps no code that could be read', async () => {
    const code = await codeSentTo(app.people.office.phone);
    const rows = await app.source.manager.findBy(OneTimeCode, { phone: app.people.office.phone });
    expect(rows.at(-1)?.codeDigest).toMatch(/^[0-9a-f]{64}$/);
    expect(rows.map((row) => row.codeDigest)).not.toContain(code);
  });

  it('takes a code once', async () => {
    const code = await codeSentTo(app.people.office.phone);
    expect((await bind(app.people.office.phone, code)).status).toBe(201);
    expect(await bind(app.people.office.phone, code)).toMatchObject({ status: 401, body: { code: 'wrong_code' } });
  });

  it('takes a code once also when it comes many times at once', async () => {
    const code = await codeSentTo(app.people.office.phone);
    const answers = await Promise.all(Array.from({ length: 5 }, () => bind(app.people.office.phone, code)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 401, 401, 401, 401]);
  });

  it('takes no code after five minutes', async () => {
    const code = await codeSentTo(app.people.office.phone);
    wait(5);
    expect((await bind(app.people.office.phone, code)).body.code).toBe('wrong_code');
  });

  it('takes no code after five wrong ones, also when they come at once', async () => {
    const code = await codeSentTo(app.people.office.phone);
    const guesses = await Promise.all(Array.from({ length: 7 }, () => bind(app.people.office.phone, another(code))));
    expect(guesses.map((answer) => answer.body.code)).toEqual(Array(7).fill('wrong_code'));
    expect((await bind(app.people.office.phone, code)).body.code).toBe('wrong_code');
  });

  it('takes only the newest code of a phone, and only for that phone', async () => {
    const old = await codeSentTo(app.people.office.phone);
    wait(2);
    const fresh = await codeSentTo(app.people.office.phone);
    if (old !== fresh) expect((await bind(app.people.office.phone, old)).body.code).toBe('wrong_code');
    expect((await bind(app.people.county.phone, fresh)).body.code).toBe('wrong_code');
    expect((await bind(app.people.office.phone, fresh)).status).toBe(201);
  });

  it('does not use a code up when WeChat refuses', async () => {
    const code = await codeSentTo(app.people.office.phone);
    wechat.trouble('/sns/jscode2session', { errcode: 40029 });
    expect((await bind(app.people.office.phone, code)).body.code).toBe('wechat_code_invalid');
    expect((await bind(app.people.office.phone, code)).status).toBe(201);
  });

  it.each([
    ['in the roster', () => app.people.office.phone],
    ['not in the roster', () => STRANGER],
  ])('limits codes per minute and hour for a phone %s', async (_name, phone) => {
    expect((await request(phone())).status).toBe(202);
    expect(await request(phone())).toMatchObject({ status: 429, body: { code: 'too_many_requests' } });
    for (let i = 0; i < 3; i++) {
      wait(2);
      expect((await request(phone())).status).toBe(202);
    }
    const restarted = await startApp({ ...wechat.settings, ...sms.settings }, app);
    restarted.clock.set(app.clock.now());
    expect((await call(restarted, 'POST', '/api/one-time-codes', { body: { phone: phone() } })).body.code).toBe(
      'too_many_requests',
    );
    wait(2);
    restarted.clock.set(app.clock.now());
    expect((await call(restarted, 'POST', '/api/one-time-codes', { body: { phone: phone() } })).status).toBe(202);
    wait(2);
    restarted.clock.set(app.clock.now());
    expect((await call(restarted, 'POST', '/api/one-time-codes', { body: { phone: phone() } })).body.code).toBe(
      'too_many_requests',
    );
    await restarted.nest.close();
  });

  it('limits codes per address', async () => {
    const limiter = app.nest.get(RateLimiter);
    limiter.set('code-by-address', { most: 2 });
    const phones = ['13811110001', '13811110002', '13811110003'];
    const answers = [];
    for (const phone of phones) answers.push((await request(phone)).status);
    expect(answers).toEqual([202, 202, 429]);
    limiter.set('code-by-address', { most: 1000 });
  });

  it('answers all the same when the gateway fails', async () => {
    sms.status = 500;
    await codeSentTo(app.people.office.phone);
    await until(() => log.text().includes('a code could not be sent'));
    sms.status = 200;
    wait(2);
    expect((await bind(app.people.office.phone, await codeSentTo(app.people.office.phone))).status).toBe(201);
  });

  it('shows the code in the demo and sends nothing, even with a gateway', async () => {
    const demo = await startApp({ ...wechat.settings, ...sms.settings, DEMO: '1' });
    const sent = sms.sent.length;
    const answer = await call(demo, 'POST', '/api/one-time-codes', { body: { phone: STRANGER } });
    expect(answer.body.demoCode).toMatch(/^\d{6}$/);
    const proved = await call(demo, 'POST', '/api/sessions/wechat/bind', {
      body: { code: wechat.login('open-demo'), phone: STRANGER, oneTimeCode: answer.body.demoCode },
    });
    expect(proved).toMatchObject({ status: 403, body: { code: 'not_bound' } });
    await demo.close();
    expect(sms.sent).toHaveLength(sent);
  });

  it('says where to go when nothing sends codes', async () => {
    const without = await startApp({ DEMO: '0' });
    const answer = await call(without, 'POST', '/api/one-time-codes', { body: { phone: STRANGER } });
    expect(answer).toMatchObject({
      status: 501,
      body: { code: 'codes_not_sent', detail: expect.stringMatching(/管理员.*当面/) },
    });
    expect(await without.source.manager.count(OneTimeCode)).toBe(0);
    await without.close();
  });
});

describe('what is over', () => {
  it('is forgotten by the daily job', async () => {
    const job = app.nest.get(SchedulerRegistry, { strict: false }).getCronJob('account-cleanup');
    expect(job.isActive).toBe(true);
    await codeSentTo(app.people.office.phone);
    await call(app, 'POST', '/api/sessions', { body: { login: 'nobody', password: 'guess' } });
    await bind(app.people.villageCadre.phone, await codeSentTo(app.people.villageCadre.phone));
    const clean = () => app.nest.get(AccountCleanup, { strict: false }).clean();
    const counts = () =>
      Promise.all(
        [OneTimeCode, SignInAttempt, Session].map((entity) => app.source.manager.count(entity as typeof Session)),
      );
    const before = await counts();
    await clean();
    const [codes = 0, attempts = 0, sessions = 0] = await counts();
    expect([codes, attempts, sessions].every((count) => count > 0)).toBe(true);
    expect(codes).toBeLessThanOrEqual(before[0]!);
    wait(24 * 60 + 1);
    await clean();
    expect((await counts()).slice(0, 2)).toEqual([0, 0]);
    wait(61 * 24 * 60);
    await clean();
    expect(await counts()).toEqual([0, 0, 0]);
    expect(await app.source.manager.count(WechatBinding)).toBeGreaterThan(0);
  });

  it('has left no code, phone or token in the log', () => {
    expect(log.text()).toContain('a code could not be sent');
    const secrets = [
      ...new Set([
        ...sms.sent.map((message) => message.code),
        sms.token,
        ...Object.values(app.people).map((it) => it.phone),
        STRANGER,
      ]),
    ];
    for (const secret of secrets) expect(log.text()).not.toContain(secret);
  });
});
