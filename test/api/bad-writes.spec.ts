import { uuidv7 } from 'uuidv7';
import type { Answer } from '../support/client';
import { NOBODY } from '../support/described-writes';
import { footprint, growth } from '../support/footprint';
import { hazardSpec } from '../support/hazard-desk';
import { type ActorName, VILLAGE } from '../support/township';
import { type Write, writeKinds } from '../support/write-kinds';

/** Every kind of write, sent in good order by the wrong person, twice at once, or as something else under the same key. */
const spec = hazardSpec();
const { town, desk } = spec;

const RARE = '𠮷野家👨‍👩‍👧‍👦🚧';

const send = (actor: ActorName, { path, body }: Write, key?: string): Promise<Answer> =>
  town.as[actor].post(path, body, { key });

async function refused(answer: Promise<Answer>, before: Awaited<ReturnType<typeof footprint>>, code: string) {
  const { status, body } = await answer;
  expect([status < 500, body.code]).toEqual([true, code]);
  expect(await footprint(town)).toEqual(before);
}

describe.each(writeKinds(spec))('$name', ({ name, actor, make, other, stranger: [stranger, code], table, readAt }) => {
  it('keeps emoji and rare characters as they were written', async () => {
    const words = `${RARE} ${name}`;
    const { status, body } = await send(actor, await make(words));
    expect(status).toBeLessThan(300);
    expect((await footprint(town))[table]?.filter((row) => row.includes(words))).toHaveLength(1);
    if (readAt) expect(JSON.stringify((await town.as[actor].get(readAt(body))).body)).toContain(words);
  });

  it('is written once when it arrives six times at once, with six equal answers', async () => {
    const single = await make('一次');
    const once = await growth(town, () => send(actor, single, uuidv7()));
    const write = await make('六次');
    const key = uuidv7();
    let answers: Answer[] = [];
    const grown = await growth(town, async () => {
      answers = await Promise.all(Array.from({ length: 6 }, () => send(actor, write, key)));
    });
    expect(grown).toEqual(once);
    expect(once.ledger_entry).toBeGreaterThan(0);
    for (const { status, body } of answers) {
      expect(status).toBeLessThan(300);
      expect(body).toEqual(answers[0]!.body);
    }
  });

  it('is refused with another body under a key that was used', async () => {
    const write = await make('先来');
    const key = uuidv7();
    expect((await send(actor, write, key)).status).toBeLessThan(300);
    const before = await footprint(town);
    const changed = { ...write, body: { ...write.body, ...other } };
    await refused(send(actor, changed, key), before, 'idempotency_key_reused');
  });

  it('is refused to a stranger, and in a post that is somebody else’s', async () => {
    const write = await make('不该');
    const before = await footprint(town);
    await refused(send(stranger, write, uuidv7()), before, code);
    const actingPostId = town.id('post:county-supervisor');
    await refused(send(actor, { ...write, body: { ...write.body, actingPostId } }), before, 'post_not_held');
  });
});

const hazard = (more: object) => ({ areaCode: VILLAGE, description: '示例', ...more });
const record = (more: object) => ({ kind: 'study', areaCode: VILLAGE, text: '示例', ...more });

describe('what does not exist', () => {
  it.each<[string, ActorName, string, object, string, string]>([
    ['area', 'villageCadre', '/api/hazards', hazard({ areaCode: '140621200999' }), 'unknown_area', 'areaCode'],
    ['unit', 'villageCadre', '/api/hazards', hazard({ unitId: NOBODY }), 'unknown_unit', 'unitId'],
    ['photo', 'villageCadre', '/api/hazards', hazard({ photoIds: [NOBODY] }), 'unknown_reference', 'photoIds.0'],
    ['area', 'villageCadre', '/api/duty-records', record({ areaCode: '140621200999' }), 'unknown_area', 'areaCode'],
    ['unit', 'villageCadre', '/api/duty-records', record({ unitId: NOBODY }), 'unknown_unit', 'unitId'],
    ['photo', 'villageCadre', '/api/duty-records', record({ photoIds: [NOBODY] }), 'unknown_reference', 'photoIds.0'],
    ['kind', 'villageCadre', '/api/duty-records', record({ kind: 'clock-in' }), 'unknown_reference', 'kind'],
    [
      'unit',
      'administrator',
      '/api/posts',
      { kind: 'village-cadre', unitId: NOBODY, areaCode: VILLAGE },
      'unknown_unit',
      'unitId',
    ],
    ['hazard', 'villageCadre', `/api/hazards/${NOBODY}/submit`, { text: '示例' }, 'not_found', ''],
    ['hazard', 'safetyDeputy', `/api/hazards/${NOBODY}/reminders`, {}, 'not_found', ''],
    ['reminder', 'enterpriseHead', `/api/reminders/${NOBODY}/answer`, { answer: 'acknowledged' }, 'not_found', ''],
    ['tenure', 'administrator', `/api/tenures/${NOBODY}/end`, { until: '2030-01-01' }, 'not_found', ''],
    ['person', 'administrator', `/api/persons/${NOBODY}/password`, { password: 'long enough' }, 'not_found', ''],
  ])('%s: %s to %s', async (_, actor, path, body, code, field) => {
    const before = await footprint(town);
    const answer = town.as[actor].post(path, body, { key: uuidv7() });
    await refused(answer, before, code);
    expect(((await answer).body.errors ?? [{ path: '' }])[0].path).toBe(field);
  });

  it.each([
    [
      'assess',
      'safetyStation',
      () => ({ level: 'general', responsibleUnitId: NOBODY }),
      'unknown_unit',
      'responsibleUnitId',
    ],
    ['reject', 'safetyStation', () => ({ text: '示例', photoIds: [NOBODY] }), 'unknown_reference', 'photoIds.0'],
  ] as const)('in a step: %s by %s', async (step, actor, body, code, field) => {
    const referred = await desk.report('villageDirector', { description: '示例' });
    const before = await footprint(town);
    const answer = desk.step(actor, referred, step, body());
    await refused(answer, before, code);
    expect((await answer).body.errors[0].path).toBe(field);
  });

  it('somebody to re-check with', async () => {
    const handedOver = await desk.report('villageCadre', desk.handedOver());
    await desk.step('enterpriseHead', handedOver, 'submit', { text: '示例' });
    const before = await footprint(town);
    const answer = desk.step('safetyStation', handedOver, 'verify', { companionPersonId: NOBODY });
    expect([(await answer).status, (await answer).body.errors?.[0].path]).toEqual([422, 'companionPersonId']);
    expect(await footprint(town)).toEqual(before);
  });
});
