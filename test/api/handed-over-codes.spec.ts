import { LedgerAct, LedgerEntry } from '@zerentian/server/ledger/ledger.entity';
import { handedOverCode } from '@zerentian/shared/people/account.contract';
import * as z from 'zod/mini';
import type { TestActor } from '../support/actors';
import { call } from '../support/client';
import { type RosterApp, startWithRoster, TOWNSHIP } from '../support/small-roster';
import { WechatStub } from '../support/wechat-stub';

const STRANGER = '13811112222';

let wechat: WechatStub;
let app: RosterApp;
let as: RosterApp['as'];
let opened = 0;

beforeAll(async () => {
  wechat = await WechatStub.start();
  app = await startWithRoster(wechat.settings);
  ({ as } = app);
});
afterAll(async () => {
  await app.close();
  await wechat.stop();
});

const bind = (phone: string, oneTimeCode: string) =>
  call(app, 'POST', '/api/sessions/wechat/bind', {
    body: { code: wechat.login(`open-${++opened}`), phone, oneTimeCode },
  });

describe('POST /api/one-time-codes/handed-over', () => {
  const handOver = (actor: TestActor, phone: unknown, more: object = {}) =>
    actor.post('/api/one-time-codes/handed-over', { phone, ...more });
  const entries = () =>
    app.source.manager.find(LedgerEntry, { where: { act: 'hand-over-code' }, order: { seq: 'ASC' } });
  it('refuses whoever is not an official of the place', async () => {
    const { phone } = app.people.villageCadre;
    expect((await call(app, 'POST', '/api/one-time-codes/handed-over', { body: { phone } })).body.code).toBe(
      'not_signed_in',
    );
    for (const actor of [as.villageCadre, as.county])
      expect(await handOver(actor, phone)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect(await handOver(as.foreignOffice, phone)).toMatchObject({ status: 403, body: { code: 'outside_scope' } });
    expect(await handOver(as.office, phone, { actingPostId: app.people.county.postId })).toMatchObject({
      status: 403,
      body: { code: 'post_not_held' },
    });
    expect(await entries()).toEqual([]);
  });

  it('refuses a phone that is not in the roster, and people beyond the official’s reach', async () => {
    expect(await handOver(as.office, STRANGER)).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect(await handOver(as.administrator, app.people.county.phone)).toMatchObject({
      status: 403,
      body: { code: 'outside_scope' },
    });
    expect(await handOver(as.office, app.people.administrator.phone)).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    });
    expect((await handOver(as.office, '1')).body.errors).toMatchObject([{ path: 'phone' }]);
    expect(await entries()).toEqual([]);
  });

  it.each(['office', 'administrator'] as const)(
    'gives the %s a code once, and the ledger names who handed it over',
    async (name) => {
      const { phone, personId } = app.people.villageCadre;
      const before = (await entries()).length;
      const answer = await handOver(as[name], phone);
      expect(answer.status).toBe(201);
      expect(z.safeParse(handedOverCode, answer.body).error).toBeUndefined();
      expect(answer.body.personName).toContain('villageCadre');
      const [entry] = (await entries()).slice(before);
      expect(entry).toMatchObject({
        chain: TOWNSHIP,
        personId: app.people[name].personId,
        postId: app.people[name].postId,
        subjectType: 'person',
        subjectId: personId,
      });
      const act = await app.source.manager.findOneByOrFail(LedgerAct, { chain: entry!.chain, seq: entry!.seq });
      for (const secret of [answer.body.code, phone]) expect(act.content).not.toContain(secret);
      expect(await bind(phone, answer.body.code)).toMatchObject({ status: 201, body: { person: { id: personId } } });
    },
  );

  it('makes another code for a repeat, and keeps none under the repeat’s key', async () => {
    const { phone } = app.people.villageCadre;
    const send = () => as.office.post('/api/one-time-codes/handed-over', { phone }, { key: 'again' });
    const [first, second] = [await send(), await send()];
    expect(second.status).toBe(201);
    const stored = JSON.stringify(await app.source.query('SELECT * FROM idempotency_key'));
    for (const { body } of [first, second]) expect(stored).not.toContain(body.code);
    expect((await bind(phone, second.body.code)).status).toBe(201);
  });

  it('works where a flood of requests has used up what a phone may ask for', async () => {
    const { phone } = app.people.office;
    for (let i = 0; i < 6; i++) await call(app, 'POST', '/api/one-time-codes', { body: { phone } });
    expect((await handOver(as.administrator, phone)).status).toBe(201);
  });
});
