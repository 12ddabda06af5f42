import type { SimilarHazard } from '@zerentian/shared/hazards/hazard-similar.contract';
import { hazardSpec } from '../support/hazard-desk';
import { type ActorName, OTHER_VILLAGE, TOWNSHIP, VILLAGE } from '../support/township';

/** 是不是已经有人报过: what is suggested while a hazard is written down. */
const { town, desk } = hazardSpec();

const AT = { latitude: 39.5, longitude: 112.8, system: 'wgs84' };
const NEAR = { latitude: 39.501, longitude: 112.8, system: 'wgs84' };
const FAR = { latitude: 39.53, longitude: 112.8, system: 'wgs84' };

async function similar(actor: ActorName, query: object): Promise<SimilarHazard[]> {
  const { status, body } = await town.as[actor].get(`/api/hazards/similar?${new URLSearchParams(query as never)}`);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.items;
}
const titles = async (actor: ActorName, query: object) => (await similar(actor, query)).map((it) => it.title);

beforeAll(async () => {
  await desk.report('villageCadre', desk.handedOver({ description: '成型车间配电箱没有盖' }));
  await desk.report('villageCadre', { areaCode: VILLAGE, description: '河道里有人倒弃渣', trade: 'water', place: AT });
  await desk.report('villageCadre', { areaCode: VILLAGE, description: '村口路灯杆倾斜', place: FAR });
  await desk.report('otherVillageCadre', { areaCode: OTHER_VILLAGE, description: '淤地坝排水口堵塞', place: NEAR });
});

test('refused to whoever holds no post there, for an unknown unit and half a place', async () => {
  const refused = async (actor: ActorName, query: string) =>
    (await town.as[actor].get(`/api/hazards/similar?${query}`)).body.code;
  expect(await refused('otherVillageCadre', `area=${VILLAGE}`)).toBe('outside_scope');
  expect(await refused('villageCadre', 'area=140621200999')).toBe('unknown_area');
  expect(await refused('villageCadre', 'unit=01930000-0000-7000-8000-00000000dead')).toBe('unknown_unit');
  expect(await refused('villageCadre', 'latitude=91&longitude=1')).toBe('invalid_input');
});

test('the unit says it all: what is open there comes first, whatever is written', async () => {
  const query = { unit: desk.enterprise.id, text: '灭火器过期' };
  expect(await titles('villageCadre', query)).toEqual(['成型车间配电箱没有盖']);
});

test('near by, of the same trade; further off only with like words, and not far off at all', async () => {
  const near = { area: VILLAGE, ...NEAR, trade: 'water', text: '有弃渣' };
  const [first] = await similar('villageCadre', near);
  expect(first).toMatchObject({ title: '河道里有人倒弃渣', mayOpen: true });
  expect(first?.distance).toBeGreaterThan(100);
  expect(first?.distance).toBeLessThan(120);
  expect(await titles('villageCadre', { area: VILLAGE, ...AT, text: '村口路灯杆倾斜' })).toEqual(['河道里有人倒弃渣']);
  expect(await titles('villageCadre', { area: VILLAGE, text: '村口的路灯杆歪了' })).toEqual(['村口路灯杆倾斜']);
});

test('nothing alike, nothing suggested; and no village known, none either', async () => {
  expect(await titles('villageCadre', { area: VILLAGE, text: '蜜蜂' })).toEqual([]);
  expect(await titles('safetyStation', { area: TOWNSHIP, text: '村口路灯杆倾斜' })).toEqual(['村口路灯杆倾斜']);
  expect(await titles('safetyStation', { text: '村口路灯杆倾斜' })).toEqual([]);
});

test('of other villages only what one’s posts see, of one’s own the thing without its persons', async () => {
  expect(await titles('villageCadre', { area: VILLAGE, ...NEAR, text: '排水口堵塞' })).not.toContain(
    '淤地坝排水口堵塞',
  );
  expect(await titles('safetyStation', { area: VILLAGE, ...NEAR, text: '排水口堵塞' })).toContain('淤地坝排水口堵塞');
  const [told] = await similar('tradeStation', { area: VILLAGE, ...AT, text: '河道里倒弃渣' });
  expect(told).toMatchObject({ title: '河道里有人倒弃渣', mayOpen: false });
  expect(JSON.stringify(told)).not.toContain('张建国');
  expect(await titles('enterpriseHead', { area: VILLAGE, ...AT, text: '河道里倒弃渣' })).toEqual([]);
});

test('closed ones are nobody’s duplicate', async () => {
  const words = '仓库门口堆放纸箱挡住消火栓';
  await desk.report('villageCadre', { areaCode: VILLAGE, path: 'fixed', description: words });
  expect(await titles('villageCadre', { area: VILLAGE, text: words })).toEqual([]);
});
