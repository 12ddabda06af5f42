import { addDays, dateOf } from '@zerentian/shared/calendar';
import { uuidv7 } from 'uuidv7';
import { actsOn, lastAct, type RecordedAct } from '../support/acts';
import { startTownship, type Township, VACANT_VILLAGE, VILLAGE } from '../support/township';
import { verify } from './ledger.support';

let town: Township;
let today: string;
beforeAll(async () => {
  town = await startTownship();
  today = dateOf(town.clock.now());
});
afterAll(() => town?.close());

const person = (name: string) => town.id(`person:${name}`);
const vacantPost = () => town.id(`post:village-leader:${VACANT_VILLAGE}`);
const holders = async (postId: string, at: string) => {
  const { body } = await town.as.administrator.get(`/api/posts?at=${at}&area=${VACANT_VILLAGE.slice(0, 9)}`);
  const post = body.items.find((it: { id: string }) => it.id === postId);
  return post.holders.map((holder: { name: string }) => holder.name);
};
const appointment = (change: object = {}) => ({
  personId: person('冯晓燕'),
  postId: vacantPost(),
  kind: 'regular',
  from: today,
  ...change,
});

describe('appointing', () => {
  test('refused to all but the administrator; 指定临时负责人 also to leaders and the office, and to nobody else', async () => {
    const { villageCadre, safetyStation, villageLeader, enterpriseHead, county, partySecretary, officeDirector } =
      town.as;
    for (const actor of [villageCadre, safetyStation, villageLeader, enterpriseHead, county]) {
      expect((await actor.post('/api/tenures', appointment())).body.code).toBe('forbidden');
      expect((await actor.post('/api/tenures', appointment({ kind: 'caretaker' }))).body.code).toBe('forbidden');
    }
    for (const actor of [partySecretary, officeDirector]) {
      expect((await actor.post('/api/tenures', appointment())).body.code).toBe('forbidden');
    }
    expect(await holders(vacantPost(), today)).toEqual([]);
  });

  test.each([
    ['nobody of the roster', () => ({ personId: uuidv7() }), 'unknown_reference', 'personId'],
    ['a post that does not exist', () => ({ postId: uuidv7() }), 'unknown_reference', 'postId'],
    ['an end before the beginning', () => ({ until: today }), 'invalid_input', 'until'],
    ['no such day', () => ({ from: '2026-02-30' }), 'invalid_input', 'from'],
    ['no kind', () => ({ kind: undefined }), 'invalid_input', 'kind'],
  ])('%s is refused at its field', async (_, change, code, path) => {
    const { status, body } = await town.as.administrator.post('/api/tenures', appointment(change()));
    expect([status, body.code, body.errors[0].path]).toEqual([422, code, path]);
  });

  test('a post of the county is outside', async () => {
    const outside = appointment({ postId: town.id('post:county-supervisor') });
    expect((await town.as.administrator.post('/api/tenures', outside)).body.code).toBe('outside_scope');
  });

  test('a post for one holder takes no second; a stand-in it does', async () => {
    const second = appointment({ postId: town.id('post:safety-station-head'), personId: person('安晓东') });
    const { status, body } = await town.as.administrator.post('/api/tenures', second);
    expect([status, body.code]).toEqual([409, 'post_already_held']);
    const before = appointment({ ...second, until: addDays(today, 5), kind: 'concurrent' });
    expect((await town.as.administrator.post('/api/tenures', before)).body.code).toBe('post_already_held');
    const standIn = { ...second, kind: 'acting', until: addDays(today, 10), basis: '示例：站长外出学习' };
    expect((await town.as.administrator.post('/api/tenures', standIn)).status).toBe(201);
  });

  test('nobody is in one post twice at a time', async () => {
    const twice = appointment({ postId: town.id(`post:village-cadre:${VILLAGE}`), personId: person('张建国') });
    expect((await town.as.administrator.post('/api/tenures', twice)).body.code).toBe('already_in_post');
  });

  test('two at once for one post: one of them', async () => {
    const post = { kind: 'safety-station-head', unitId: town.id('unit:safety'), title: '应急管理站站长（新设）' };
    const { body: created } = await town.as.administrator.post('/api/posts', post);
    const names = ['安晓东', '石玉梅', '侯建斌', '庞小丽'];
    const answers = await Promise.all(
      names.map((name) =>
        town.as.administrator.post('/api/tenures', appointment({ postId: created.id, personId: person(name) })),
      ),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409, 409]);
    expect(await holders(created.id, today)).toHaveLength(1);
  });

  test('the office names a stand-in for the vacant post, with every column in the ledger', async () => {
    const id = uuidv7();
    const caretaker = appointment({ id, kind: 'caretaker', until: addDays(today, 30), basis: '乡党委会议' });
    const first = await town.as.officeDirector.post('/api/tenures', caretaker, { key: 'caretaker' });
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({
      id,
      personName: '冯晓燕（示例）',
      postTitle: '包家岭村包村领导',
      kind: 'caretaker',
      from: today,
    });
    expect((await town.as.officeDirector.post('/api/tenures', caretaker, { key: 'caretaker' })).body).toEqual(
      first.body,
    );
    expect((await town.as.officeDirector.post('/api/tenures', caretaker, { key: 'other' })).body.code).toBe(
      'already_in_post',
    );
    expect(await holders(vacantPost(), today)).toEqual(['冯晓燕（示例）']);
    const act = await lastAct(town, id);
    expect(act).toMatchObject({
      act: 'appoint',
      personId: town.as.officeDirector.personId,
      postId: town.id('post:office-director'),
    });
    const [row] = await town.source.query('SELECT * FROM tenure WHERE id = ?', [id]);
    expect(Object.keys(act.changes).sort()).toEqual(Object.keys(row).sort());
  });
});

describe('what leaders and the office may not', () => {
  const caretaker = (change: object = {}) => appointment({ kind: 'caretaker', from: addDays(today, 40), ...change });
  const namers = () => [town.as.officeDirector, town.as.partySecretary];
  const tenuresOf = (postId: string) =>
    town.source.query('SELECT id FROM tenure WHERE postId = ? ORDER BY id', [postId]);

  test('the administrator’s post is not theirs to give, to themselves or to others, vacant or held', async () => {
    const [held] = await town.source.query(
      "SELECT p.id FROM post p JOIN post_kind k ON k.`key` = p.kindKey WHERE k.profile = 'administrator'",
    );
    const before = await tenuresOf(held.id);
    for (const actor of namers()) {
      for (const personId of [actor.personId, person('安晓东')]) {
        const answer = await actor.post('/api/tenures', caretaker({ postId: held.id, personId, from: today }));
        expect([answer.status, answer.body.code]).toEqual([403, 'forbidden']);
      }
    }
    expect(await tenuresOf(held.id)).toEqual(before);
  });

  test('nor is any post theirs to take', async () => {
    for (const actor of namers()) {
      const answer = await actor.post('/api/tenures', caretaker({ personId: actor.personId }));
      expect([answer.status, answer.body.code]).toEqual([403, 'forbidden']);
    }
  });

  test('a post that is held on any of the days takes no caretaker, be it for one or a team', async () => {
    for (const postId of [town.id('post:safety-station-head'), town.id(`post:village-cadre:${VILLAGE}`)]) {
      const before = await tenuresOf(postId);
      const answer = await town.as.officeDirector.post('/api/tenures', caretaker({ postId }));
      expect([answer.status, answer.body.code]).toEqual([409, 'post_already_held']);
      expect(await tenuresOf(postId)).toEqual(before);
    }
    const single = caretaker({ postId: town.id('post:safety-station-head'), personId: person('石玉梅') });
    expect((await town.as.administrator.post('/api/tenures', single)).body.code).toBe('post_already_held');
  });

  test('days gone by are the administrator’s', async () => {
    const past = caretaker({ personId: person('石玉梅'), from: addDays(today, -1), until: today });
    const refused = await town.as.partySecretary.post('/api/tenures', past);
    expect([refused.status, refused.body.code, refused.body.errors[0].path]).toEqual([422, 'invalid_input', 'from']);
    expect((await town.as.administrator.post('/api/tenures', past)).status).toBe(201);
  });

  test('they end a caretaker’s tenure, from today on; not their own, and no administrator’s', async () => {
    const [from, until] = [addDays(today, 60), addDays(today, 70)];
    const own = caretaker({ personId: town.as.officeDirector.personId, from, until });
    const { body: tenure } = await town.as.administrator.post('/api/tenures', own);
    const end = `/api/tenures/${tenure.id}/end`;
    expect((await town.as.officeDirector.post(end, { until: from })).body.code).toBe('forbidden');
    const past = await town.as.partySecretary.post(end, { until: addDays(today, -1) });
    expect([past.status, past.body.errors[0].path]).toEqual([422, 'until']);
    expect((await town.as.partySecretary.post(end, { until: from })).body.until).toBe(from);
  });
});

describe('ending', () => {
  let tenureId: string;
  beforeAll(async () => {
    const [row] = await town.source.query(
      'SELECT tenureId FROM tenure WHERE postId = ? AND personId = ? AND supersededAt IS NULL',
      [town.id(`post:village-cadre:${VILLAGE}`), person('韩志刚')],
    );
    tenureId = row.tenureId;
  });

  test('refused to all but the administrator, before the beginning, and for what does not exist', async () => {
    const path = `/api/tenures/${tenureId}/end`;
    for (const actor of [town.as.villageCadre, town.as.partySecretary, town.as.officeDirector, town.as.county]) {
      expect((await actor.post(path, { until: today })).body.code).toBe('forbidden');
    }
    const early = await town.as.administrator.post(path, { until: '2020-01-01' });
    expect([early.status, early.body.errors[0].path]).toEqual([422, 'until']);
    expect((await town.as.administrator.post(`/api/tenures/${uuidv7()}/end`, { until: today })).body.code).toBe(
      'not_found',
    );
  });

  test('allowed to the administrator: the old version stays, the new one ends, both are in the ledger', async () => {
    const { status, body } = await town.as.administrator.post(`/api/tenures/${tenureId}/end`, {
      until: today,
      basis: '示例：调离',
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: tenureId, until: today, personName: '韩志刚（示例）' });
    const postId = town.id(`post:village-cadre:${VILLAGE}`);
    expect(await holders(postId, today)).not.toContain('韩志刚（示例）');
    expect(await holders(postId, addDays(today, -1))).toContain('韩志刚（示例）');
    const versions = await town.source.query(
      'SELECT id, endsOn, supersededAt FROM tenure WHERE tenureId = ? ORDER BY recordedAt',
      [tenureId],
    );
    expect(
      versions.map((row: { endsOn: string | null; supersededAt: unknown }) => [row.endsOn, row.supersededAt !== null]),
    ).toEqual([
      [null, true],
      [today, false],
    ]);
    const [old, next]: RecordedAct[][] = await Promise.all(versions.map((row: { id: string }) => actsOn(town, row.id)));
    expect(old?.map((act) => [act.act, Object.keys(act.changes).length])).toEqual([
      ['appoint', 12],
      ['supersede-tenure', 1],
    ]);
    expect(next?.map((act) => [act.act, Object.keys(act.changes).length])).toEqual([['end-tenure', 12]]);
  });

  test('an end may be set right to an earlier day, not to a later one', async () => {
    const path = `/api/tenures/${tenureId}/end`;
    expect((await town.as.administrator.post(path, { until: addDays(today, 9) })).body.code).toBe(
      'tenure_already_ended',
    );
    expect((await town.as.administrator.post(path, { until: addDays(today, -3) })).body.until).toBe(addDays(today, -3));
  });

  test('what a person may do follows: without a tenure nothing is theirs any more', async () => {
    const before = await town.as.safetyStationMember.get('/api/units?limit=1');
    expect(before.status).toBe(200);
    const rows = await town.source.query('SELECT tenureId FROM tenure WHERE personId = ? AND supersededAt IS NULL', [
      person('安晓东'),
    ]);
    for (const row of rows) {
      const ended = await town.as.administrator.post(`/api/tenures/${row.tenureId}/end`, { until: today });
      expect(ended.status).toBe(200);
    }
    expect((await town.as.safetyStationMember.get('/api/units?limit=1')).body.code).toBe('forbidden');
  });
});

test('after all of it the ledger and the tables agree', async () => {
  const { findings, verdict } = await verify(town);
  expect(findings).toEqual([]);
  expect(verdict.entries).toBeGreaterThan(300);
});
