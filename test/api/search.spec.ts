import { startTownship, type Township, VILLAGE } from '../support/township';

/** Search words are found as people type them: capital or small, and nothing in them means more than itself. */
let town: Township;
beforeAll(async () => {
  town = await startTownship();
  const unit = { kind: 'enterprise', areaCode: VILLAGE, trade: 'industry-trade' };
  for (const name of ['Acme石料厂（示例）', 'A_me水泥厂（示例）', '50%股份合作社（示例）', '惊!叹饭店（示例）'])
    await enter('/api/units', { ...unit, name });
  for (const name of ['Mary马（示例）', 'M_ry马（示例）', '100%马（示例）'])
    await enter('/api/persons', { name, managedBy: 'none' });
});
afterAll(() => town?.close());

async function enter(path: string, body: object): Promise<void> {
  const answer = await town.as.administrator.post(path, body);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
}

async function found(path: string, q: string): Promise<string[]> {
  const { body } = await town.as.administrator.get(`${path}?limit=100&q=${encodeURIComponent(q)}`);
  return body.items.map((it: { name: string }) => it.name.replace('（示例）', ''));
}

test.each([
  ['acme', ['Acme石料厂']],
  ['ACME石', ['Acme石料厂']],
  ['a_me', ['A_me水泥厂']],
  ['%', ['50%股份合作社']],
  ['0%股', ['50%股份合作社']],
  ['_', ['A_me水泥厂']],
  ['!', ['惊!叹饭店']],
  ['acme饭店', []],
])('units: %s', async (q, names) => {
  expect(await found('/api/units', q)).toEqual(names);
});

test.each([
  ['mary', ['Mary马']],
  ['MARY马', ['Mary马']],
  ['m_ry', ['M_ry马']],
  ['_', ['M_ry马']],
  ['%', ['100%马']],
])('persons: %s', async (q, names) => {
  expect(await found('/api/persons', q)).toEqual(names);
});
