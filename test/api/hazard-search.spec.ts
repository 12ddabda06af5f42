import type { HazardView } from '@zerentian/shared/hazards/hazard.contract';
import { hazardSpec } from '../support/hazard-desk';
import { TOWNSHIP, VILLAGE } from '../support/township';

/** What is open is found by its number or words, however many are newer. */
const { town, desk } = hazardSpec();

let old: HazardView;
beforeAll(async () => {
  old = await desk.report(
    'villageCadre',
    desk.handedOver({ description: '厂门口LNG储罐没有围堰', spot: '西墙100%处' }),
  );
  for (const description of ['灭火器过期', '储罐的阀门生锈'])
    await desk.report('villageCadre', { areaCode: VILLAGE, description });
});

const search = (q: string, more = `area=${VILLAGE}&open=true`) =>
  town.as.safetyStation.get(`/api/hazards?limit=1&${more}&q=${encodeURIComponent(q)}`);

it('is refused where it would look through everything that ever was', async () => {
  for (const more of ['', `area=${VILLAGE}`, 'open=true'])
    expect(await search('储罐', more)).toMatchObject({ status: 422, body: { errors: [{ path: 'q' }] } });
  expect((await search('长'.repeat(51))).status).toBe(422);
});

test.each(['围堰', 'lng储罐', '储罐 门口', '昌盛建材', '100%处', '建材厂 西墙'])('finds it by %s', async (words) => {
  const { status, body } = await search(words);
  expect([status, body.items.map((it: HazardView) => it.id)]).toEqual([200, [old.id]]);
});

it('finds it by the end of its number, in the township as in the village', async () => {
  const { body } = await search(old.number.slice(-4), `area=${TOWNSHIP}&open=true`);
  expect(body.items.map((it: HazardView) => it.id)).toEqual([old.id]);
});

test.each(['储罐 灭火器', '%%', '_罐', '没有这几个字'])('finds nothing by %s', async (words) => {
  expect((await search(words)).body.items).toEqual([]);
});
