import { Person } from '@zerentian/server/people/person.entity';
import { Session } from '@zerentian/server/platform/auth/auth.entity';
import { Tenure } from '@zerentian/server/posts/tenure.entity';
import { addDays, dateOf } from '@zerentian/shared/calendar';
import { meView } from '@zerentian/shared/people/session.contract';
import { uuidv7 } from 'uuidv7';
import * as z from 'zod/mini';
import { call, signIn } from '../support/client';
import { rosterSpec, TOWNSHIP } from '../support/small-roster';

const { app, people } = rosterSpec();

const me = async (token: string) => (await call(app, 'GET', '/api/me', { token })).body;

describe('GET /api/me', () => {
  it('refuses whoever is not signed in', async () => {
    expect(await call(app, 'GET', '/api/me')).toMatchObject({ status: 401, body: { code: 'not_signed_in' } });
  });

  it('answers the person, the posts of today, the time and whether this is the demo', async () => {
    const { token } = await signIn(app, people.office);
    app.clock.set(new Date());
    const body = await me(token);
    expect(z.safeParse(meView, body).error).toBeUndefined();
    expect(body).toMatchObject({
      person: { id: people.office.personId, managedBy: 'township' },
      demo: true,
      now: app.clock.now().toISOString(),
    });
    expect(body.posts).toMatchObject([
      { id: people.office.postId, areaCode: TOWNSHIP, areaName: '示例乡', tenureKind: 'regular', lead: false },
    ]);
  });

  it('follows the tenures of the moment: the session outlives the post', async () => {
    const { token } = await signIn(app, people.villageCadre);
    const tenure = {
      personId: people.villageCadre.personId,
      postId: people.county.postId,
      kind: 'acting' as const,
      areaCode: '140621',
      lead: true,
    };
    await app.source.manager.insert(Tenure, {
      id: uuidv7(),
      tenureId: uuidv7(),
      ...tenure,
      startsOn: '2024-05-01',
      endsOn: '2024-06-01',
      recordedAt: new Date(),
    });
    expect((await me(token)).posts).toHaveLength(1);
    const later = { id: uuidv7(), tenureId: uuidv7(), ...tenure, recordedAt: new Date() };
    const tomorrow = addDays(dateOf(new Date()), 1);
    await app.source.manager.insert(Tenure, { ...later, startsOn: '2026-01-01', endsOn: tomorrow });
    expect((await me(token)).posts).toMatchObject([
      { id: people.villageCadre.postId },
      { id: people.county.postId, tenureKind: 'acting', lead: true, until: tomorrow },
    ]);
    app.clock.set(new Date(Date.now() + 3 * 24 * 3600_000));
    expect((await me(token)).posts).toHaveLength(1);
  });

  it('answers a person without any post', async () => {
    const personId = uuidv7();
    await app.source.manager.insert(Person, {
      id: personId,
      name: '无岗位（示例）',
      managedBy: 'none',
      createdAt: new Date(),
    });
    const { token } = await signIn(app, people.county);
    await app.source.manager.update(Session, { personId: people.county.personId }, { personId });
    expect(await me(token)).toMatchObject({ person: { id: personId, phone: null }, posts: [] });
  });
});

describe('POST /api/me/password', () => {
  const change = (token: string, currentPassword: unknown, newPassword: unknown) =>
    call(app, 'POST', '/api/me/password', { token, body: { currentPassword, newPassword } });

  it('refuses a wrong current password beside its field, and counts it towards the lock-out', async () => {
    const { token } = await signIn(app, people.administrator);
    for (let i = 0; i < 5; i++) {
      expect(await change(token, 'not it', 'a new password')).toMatchObject({
        status: 422,
        body: { code: 'invalid_input', errors: [{ path: 'currentPassword', message: '现在的密码不对' }] },
      });
    }
    expect(await change(token, people.administrator.password, 'a new password')).toMatchObject({
      status: 429,
      body: { code: 'locked_out' },
    });
  });

  it('refuses a short password and an unknown field', async () => {
    const { token } = await signIn(app, people.office);
    const short = await change(token, people.office.password, '1234567');
    expect(short.body.errors).toEqual([{ path: 'newPassword', message: '密码至少 8 位' }]);
    const extra = await call(app, 'POST', '/api/me/password', {
      token,
      body: { currentPassword: 'a', newPassword: 'abcdefgh', admin: true },
    });
    expect(extra.body.errors).toMatchObject([{ path: 'admin' }]);
  });

  it('sets it, signs the other devices out, and is content with a repeat', async () => {
    const [here, there] = [await signIn(app, people.foreignOffice), await signIn(app, people.foreignOffice)];
    const renewed = { login: people.foreignOffice.login, password: 'eine neue 密码 𠮷' };
    expect((await change(here.token, people.foreignOffice.password, renewed.password)).status).toBe(204);
    expect((await change(here.token, people.foreignOffice.password, renewed.password)).status).toBe(204);
    expect((await call(app, 'GET', '/api/me', { token: there.token })).body.code).toBe('not_signed_in');
    expect((await me(here.token)).person.id).toBe(people.foreignOffice.personId);
    expect(
      (
        await call(app, 'POST', '/api/sessions', {
          body: { login: people.foreignOffice.login, password: people.foreignOffice.password },
        })
      ).status,
    ).toBe(401);
    expect((await signIn(app, renewed)).person.id).toBe(people.foreignOffice.personId);
  });
});
