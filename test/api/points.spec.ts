import type { PointView } from '@zerentian/shared/points/point.contract';
import { lastAct } from '../support/acts';
import { hazardSpec } from '../support/hazard-desk';
import { type ActorName, OTHER_VILLAGE, VILLAGE } from '../support/township';

/** Known places round about: units whose place was set once, and earlier reports. */
const { town, desk } = hazardSpec();

const at = (north: number) => ({ latitude: 39.5 + north / 111_195, longitude: 112.8, system: 'wgs84' as const });

async function near(actor: ActorName, north = 0): Promise<PointView[]> {
  const { status, body } = await town.as[actor].get(`/api/points?${new URLSearchParams(at(north) as never)}`);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.items;
}
const place = (actor: ActorName, unitId: string, where: object | null) =>
  town.as[actor].post(`/api/units/${unitId}/place`, { place: where });

test('where a unit is: refused to whoever has no business there', async () => {
  const { id } = desk.enterprise;
  expect((await place('partySecretary', id, at(0))).body.code).toBe('forbidden');
  expect((await place('otherVillageCadre', id, at(0))).body.code).toBe('outside_scope');
  expect((await place('villageCadre', town.id('unit:nobody'), at(0))).body.code).toBe('not_found');
  expect((await place('enterpriseHead', town.id(`unit:${VILLAGE}`), at(0))).body.code).toBe('outside_scope');
  expect((await place('villageCadre', id, { latitude: 91, longitude: 0, system: 'wgs84' })).body.code).toBe(
    'invalid_input',
  );
});

test('set by the cadre, in the ledger, seen by whoever may look into the enterprise, taken away again', async () => {
  const { id } = desk.enterprise;
  const { status, body } = await place('villageCadre', id, at(100));
  expect([status, body.place]).toEqual([200, at(100)]);
  expect(await lastAct(town, id)).toMatchObject({ act: 'place-unit', changes: { place: at(100) } });
  expect((await town.as.safetyStation.get(`/api/units/${id}`)).body.place).toEqual(at(100));
  const { items } = (await town.as.enterpriseHead.get('/api/units?kind=enterprise&limit=100')).body;
  expect(items.filter((it: { place: unknown }) => it.place !== null)).toHaveLength(1);
  expect((await place('enterpriseHead', id, null)).body.place).toBeNull();
});

test('the nearest first, each once, with the trade; nothing of elsewhere or far off', async () => {
  await place('villageCadre', desk.enterprise.id, at(300));
  await place('safetyStation', town.id(`unit:${VILLAGE}`), at(50));
  await place('safetyStation', town.id(`unit:${OTHER_VILLAGE}`), at(10));
  for (const north of [120, 125])
    await desk.report('villageCadre', { areaCode: VILLAGE, description: '路灯杆倾斜', spot: '村口', place: at(north) });
  await desk.report('villageCadre', desk.handedOver({ place: at(310) }));
  await desk.report('villageCadre', { areaCode: VILLAGE, description: '远处', place: at(9000) });
  const found = await near('villageCadre');
  expect(found.map(({ unitName, spot, distance }) => [unitName, spot, distance])).toEqual([
    [expect.stringContaining('吴马营村'), null, 50],
    [null, '村口', 120],
    ['昌盛建材厂（示例）', null, 300],
  ]);
  expect(found[2]).toMatchObject({ unitKind: 'enterprise', trade: 'industry-trade', areaCode: VILLAGE });
  expect((await near('safetyStation'))[0]).toMatchObject({ areaCode: OTHER_VILLAGE, distance: 10 });
});

test('an enterprise’s head is told of the own works, the county of none, half a place is refused', async () => {
  expect((await near('enterpriseHead')).map((it) => it.unitName)).toContain('昌盛建材厂（示例）');
  expect((await near('enterpriseHead')).some((it) => it.spot === '村口')).toBe(false);
  expect(await near('county')).toEqual([]);
  expect((await town.as.villageCadre.get('/api/points?latitude=39.5&system=wgs84')).body.code).toBe('invalid_input');
});
