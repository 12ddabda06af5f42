import { uuidv7 } from 'uuidv7';
import { call } from '../support/client';
import { startTownship, TOWNSHIP, type Township } from '../support/township';

/** Whoever reads the ledger reads no more in it than they may read elsewhere: that there is an entry, and its hash. */
let town: Township;
beforeAll(async () => {
  town = await startTownship();
});
afterAll(() => town?.close());

const SECRET = '示例：自查的话，乡里不看';
const SAID = '示例：我家就在隔壁，看得清楚';

it('tells of an enterprise’s own list and of what the public said that there is something, and no more', async () => {
  const { body: entry } = await town.as.enterpriseHead.post('/api/self-checks', { text: SECRET });
  await town.as.safetyStation.post('/api/public-points', {});
  const { body: points } = await town.as.safetyStation.get('/api/public-points?limit=1');
  const said = { id: uuidv7(), description: SAID };
  const path = `/api/public/points/${points.items[0].code}/reports`;
  expect((await call(town, 'POST', path, { body: said })).status).toBe(201);
  const [{ first }] = await town.source.query('SELECT MIN(seq) AS first FROM ledger_entry WHERE subjectId = ?', [
    entry.id,
  ]);
  for (const [actor, knows] of [
    ['county', false],
    ['partySecretary', false],
    ['townshipHead', false],
    ['officeDirector', false],
    ['discipline', false],
    ['safetyDeputy', true],
    ['safetyStation', true],
  ] as const) {
    const { body } = await town.as[actor].get(`/api/ledger?area=${TOWNSHIP}&limit=500&after=${Number(first) - 1}`);
    const of = (id: string) => body.items.find((it: { subjectId: string }) => it.subjectId === id);
    expect([actor, of(entry.id)]).toMatchObject([actor, { act: 'self-check-log', content: null, salt: null }]);
    expect([actor, of(said.id).act, of(said.id).content !== null]).toEqual([actor, 'public-report-receive', knows]);
    expect(JSON.stringify(body)).not.toContain(SECRET);
    expect([actor, JSON.stringify(body).includes(SAID)]).toEqual([actor, knows]);
  }
});
