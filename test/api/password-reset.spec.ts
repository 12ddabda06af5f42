import { IdempotencyKey } from '@zerentian/server/platform/writes/writes.entity';
import { WritesCleanup } from '@zerentian/server/platform/writes/writes-cleanup.service';
import { call } from '../support/client';
import { startTownship, type Township } from '../support/township';

let town: Township;
beforeAll(async () => {
  town = await startTownship();
});
afterAll(() => town.close());

const signIn = (password: string) => call(town, 'POST', '/api/sessions', { body: { login: 'qiye', password } });

describe('a forgotten password', () => {
  it('is set anew by the administrator alone, who stands in the ledger; locks fall and old sessions end', async () => {
    const path = `/api/persons/${town.as.enterpriseHead.personId}/password`;
    const fresh = { password: 'a new beginning' };
    for (const actor of ['partySecretary', 'officeDirector', 'enterpriseHead'] as const) {
      expect(await town.as[actor].post(path, fresh)).toMatchObject({ status: 403 });
    }
    for (let i = 0; i < 5; i++) await signIn('wrong');
    expect(await signIn('Demo-2026')).toMatchObject({ status: 429, body: { code: 'locked_out' } });

    expect(await town.as.administrator.post(path, { password: 'short' })).toMatchObject({ status: 422 });
    expect(await town.as.administrator.post(path, fresh)).toMatchObject({ status: 204 });
    expect(await signIn(fresh.password)).toMatchObject({ status: 201 });
    expect(await town.as.enterpriseHead.get('/api/me')).toMatchObject({ status: 401 });
    const { items } = (await town.as.partySecretary.get('/api/ledger?area=140621200&limit=500')).body;
    const entry = items.findLast((it: { act: string }) => it.act === 'reset-password');
    expect(entry).toMatchObject({
      personId: town.as.administrator.personId,
      subjectId: town.as.enterpriseHead.personId,
    });
    expect(JSON.stringify(entry)).not.toContain(fresh.password);
  });

  it('cannot be set for somebody who has no account', async () => {
    const path = '/api/persons/0193b5a0-0000-7000-8000-00000000dead/password';
    expect(await town.as.administrator.post(path, { password: 'long enough' })).toMatchObject({ status: 404 });
  });
});

describe('answers kept for repeats', () => {
  it('are forgotten after 400 days, and not a day before', async () => {
    const keep = async (requestKey: string, days: number) => {
      const createdAt = new Date(Date.now() - days * 86_400_000);
      const row = { personId: town.as.villageCadre.personId, requestKey, bodyDigest: '0'.repeat(64), answer: {} };
      await town.source.manager.insert(IdempotencyKey, { ...row, createdAt } as never);
    };
    await keep('recent', 399);
    await keep('old', 401);
    await town.nest.get(WritesCleanup, { strict: false }).clean();
    const left = await town.source.manager.find(IdempotencyKey);
    expect(left.map((row) => row.requestKey)).toEqual(expect.arrayContaining(['recent']));
    expect(left.map((row) => row.requestKey)).not.toContain('old');
  });
});
