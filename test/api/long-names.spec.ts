import type { Page } from '@zerentian/shared/fields';
import { startTownship, type Township, VILLAGE } from '../support/township';

/** A page mark holds the last row's name: one that was given is taken back, however long the name is. */
let town: Township;
beforeAll(async () => {
  town = await startTownship();
});
afterAll(() => town?.close());

const enter = async (path: string, body: object): Promise<string> => {
  const answer = await town.as.administrator.post(path, body);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body.id;
};

/** Every row of a list, one per page. */
async function oneByOne(path: string): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor = ''; ; ) {
    const { status, body } = await town.as.administrator.get<Page<{ id: string }>>(`${path}&limit=1${cursor}`);
    if (status !== 200) throw new Error(JSON.stringify(body));
    ids.push(...body.items.map((item) => item.id));
    if (body.nextCursor === null) return ids;
    cursor = `&cursor=${body.nextCursor}`;
  }
}

describe.each([
  ['hanzi of three bytes', '厂'],
  ['hanzi of four bytes', '𠮷'],
  ['quotation marks, which a page mark escapes', '"'],
])('names of the greatest length: %s', (_, character) => {
  test('units and posts are read page by page to the end, each once', async () => {
    const trade = 'industry-trade';
    for (const last of ['甲', '乙']) {
      const name = character.repeat(99) + last;
      const unitId = await enter('/api/units', { name, kind: 'enterprise', areaCode: VILLAGE, trade });
      await enter('/api/posts', { kind: 'enterprise-head', unitId, title: name });
    }
    for (const path of [`/api/units?area=${VILLAGE}`, `/api/posts?area=${VILLAGE}`]) {
      const whole = await town.as.administrator.get<Page<{ id: string }>>(`${path}&limit=100`);
      expect(await oneByOne(path)).toEqual(whole.body.items.map((item) => item.id));
    }
  });

  test('persons', async () => {
    const ids = [];
    for (const last of ['甲', '乙'])
      ids.push(await enter('/api/persons', { name: character.repeat(29) + last, managedBy: 'none' }));
    expect(await oneByOne('/api/persons?')).toEqual(expect.arrayContaining(ids));
  });
});
