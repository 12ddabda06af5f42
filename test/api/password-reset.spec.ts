import { Area } from '@zerentian/server/areas/area.entity';
import { Person } from '@zerentian/server/people/person.entity';
import { IdempotencyKey } from '@zerentian/server/platform/writes/writes.entity';
import { WritesCleanup } from '@zerentian/server/platform/writes/writes-cleanup.service';
import { Post } from '@zerentian/server/posts/post.entity';
import { Tenure } from '@zerentian/server/posts/tenure.entity';
import { uuidv7 } from 'uuidv7';
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

describe('whose password', () => {
  const OTHER_TOWNSHIP = '140621201';
  const path = (personId: string) => `/api/persons/${personId}/password`;
  const fresh = { password: 'a new beginning' };
  let postId: string;

  beforeAll(async () => {
    await town.source.manager.insert(Area, { code: OTHER_TOWNSHIP, name: '另一乡', parentCode: '140621' });
    postId = uuidv7();
    const post = { id: postId, kindKey: 'office-director', title: '另一乡综合办主任', areaCode: OTHER_TOWNSHIP };
    await town.source.manager.insert(Post, { ...post, unitId: town.id('unit:office') });
  });

  /** Somebody with an account, entered by the administrator of `enrolledIn`. */
  async function enrolled(enrolledIn: string): Promise<string> {
    const body = { name: '调动的人', managedBy: 'township', login: uuidv7(), password: 'long enough' };
    const { body: person } = await town.as.administrator.post('/api/persons', body);
    await town.source.manager.update(Person, { id: person.id }, { enrolledIn });
    return person.id;
  }
  const serve = (personId: string, areaCode: string, at: string, startsOn: string, endsOn: string | null) => {
    const id = uuidv7();
    const span = { startsOn, endsOn, recordedAt: new Date(), supersededAt: null };
    const tenure = { id, tenureId: id, personId, postId: at, kind: 'regular' as const, areaCode, lead: false };
    return town.source.manager.insert(Tenure, { ...tenure, ...span });
  };

  it('goes by where somebody serves today, not by who entered them', async () => {
    const gone = await enrolled('140621200');
    await serve(gone, OTHER_TOWNSHIP, postId, '2025-01-01', null);
    const refused = await town.as.administrator.post(path(gone), fresh);
    expect(refused).toMatchObject({ status: 403, body: { code: 'outside_scope' } });
    const come = await enrolled(OTHER_TOWNSHIP);
    await serve(come, '140621200', town.id('post:safety-station-member'), '2025-01-01', null);
    expect(await town.as.administrator.post(path(come), fresh)).toMatchObject({ status: 204 });
  });

  it('of two posts both must be within reach', async () => {
    const both = await enrolled('140621200');
    await serve(both, '140621200', town.id('post:safety-station-member'), '2025-01-01', null);
    await serve(both, OTHER_TOWNSHIP, postId, '2025-01-01', null);
    expect((await town.as.administrator.post(path(both), fresh)).body.code).toBe('outside_scope');
  });

  it('without a post goes by where they were entered, whatever they held before', async () => {
    const here = await enrolled('140621200');
    await serve(here, OTHER_TOWNSHIP, postId, '2025-01-01', '2025-06-01');
    expect(await town.as.administrator.post(path(here), fresh)).toMatchObject({ status: 204 });
    const there = await enrolled(OTHER_TOWNSHIP);
    expect((await town.as.administrator.post(path(there), fresh)).body.code).toBe('outside_scope');
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
