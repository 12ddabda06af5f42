import { AreasService } from '@zerentian/server/areas/areas.service';
import type { ProblemError } from '@zerentian/server/platform/problem';
import { Writes } from '@zerentian/server/platform/writes/writes.service';
import { call } from '../support/client';
import { startTownship, TOWNSHIP, type Township } from '../support/township';

let town: Township;
beforeAll(async () => {
  town = await startTownship();
});
afterAll(() => town?.close());

test('without a session nothing is told', async () => {
  const answer = await call(town, 'GET', '/api/areas');
  expect([answer.status, answer.body.code]).toEqual([401, 'not_signed_in']);
});

test.each([
  ['an area that does not exist', '140621999', 'unknown_area', 'parent'],
  ['a village that does not exist', '140621200999', 'unknown_area', 'parent'],
  ['no code at all', 'abc', 'invalid_input', 'parent'],
  ['a code of the wrong length', '14062', 'invalid_input', 'parent'],
])('%s is refused at its field', async (_, parent, code, path) => {
  const answer = await town.as.villageCadre.get(`/api/areas?parent=${parent}`);
  expect([answer.status, answer.body.code, answer.body.errors[0].path]).toEqual([422, code, path]);
});

test('the way from the province down to the twelve villages', async () => {
  const { villageCadre } = town.as;
  const below = async (parent?: string) =>
    (await villageCadre.get(`/api/areas${parent ? `?parent=${parent}` : ''}`)).body.items;
  expect(await below()).toEqual([{ code: '14', name: '山西省', level: 'province', parentCode: null }]);
  expect(await below('14')).toEqual([{ code: '1406', name: '朔州市', level: 'city', parentCode: '14' }]);
  expect(await below('1406')).toEqual([{ code: '140621', name: '山阴县', level: 'county', parentCode: '1406' }]);
  expect(await below('140621')).toEqual([
    { code: TOWNSHIP, name: '吴马营乡', level: 'township', parentCode: '140621' },
  ]);
  const villages = await below(TOWNSHIP);
  expect(villages).toHaveLength(12);
  expect(villages[0]).toEqual({ code: '140621200200', name: '吴马营村', level: 'village', parentCode: TOWNSHIP });
  expect(await below('140621200200')).toEqual([]);
});

test('pages join to the whole list', async () => {
  const names: string[] = [];
  let cursor: string | null = '';
  let pages = 0;
  do {
    const query: string = cursor ? `&cursor=${cursor}` : '';
    const { body } = await town.as.county.get(`/api/areas?parent=${TOWNSHIP}&limit=5${query}`);
    names.push(...body.items.map((area: { name: string }) => area.name));
    cursor = body.nextCursor;
    pages++;
  } while (cursor);
  expect([pages, new Set(names).size]).toEqual([3, 12]);
});

test('a cursor that we did not give out is refused', async () => {
  const answer = await town.as.county.get(`/api/areas?parent=${TOWNSHIP}&limit=5&cursor=nonsense`);
  expect([answer.status, answer.body.errors[0].path]).toEqual([422, 'cursor']);
});

describe('importing', () => {
  const importing = (rows: { code: string; name: string }[]) => {
    const areas = town.nest.get(AreasService, { strict: false });
    return town.nest.get(Writes).transaction((tx) => areas.import(tx, rows));
  };
  const villages = Array.from({ length: 1200 }, (_, index) => ({
    code: `140622${100 + Math.floor(index / 100)}${100 + (index % 100)}`,
    name: `村${index}`,
  }));
  const above = [
    { code: '140622', name: '应县' },
    ...Array.from({ length: 12 }, (_, index) => ({ code: `140622${100 + index}`, name: `乡${index}` })),
  ];
  const count = async () => Number((await town.source.query('SELECT COUNT(*) AS n FROM area'))[0].n);

  test('three wrong among twelve hundred: all refused, the three named', async () => {
    const before = await count();
    const wrong = [
      { code: '1406229', name: '位数不对' },
      { code: '140622999100', name: '上级不在' },
      { code: '140622100999', name: ' ' },
    ];
    const error = await importing([...above, ...villages, ...wrong]).catch((thrown: unknown) => thrown);
    expect((error as ProblemError).errors?.map((it) => it.path)).toEqual(wrong.map((row) => row.code));
    expect(await count()).toBe(before);
  });

  test('without them all are entered; entered again they are renamed', async () => {
    const before = await count();
    await importing([...above, ...villages]);
    await importing([{ code: '140622', name: '应县（示例）' }]);
    expect(await count()).toBe(before + above.length + villages.length);
    const { body } = await town.as.county.get('/api/areas?parent=1406');
    expect(body.items.map((area: { name: string }) => area.name)).toEqual(['山阴县', '应县（示例）']);
  });
});
