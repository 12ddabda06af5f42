import type { CoveragePage } from '@zerentian/shared/inspections/inspection.contract';
import { quarterAt } from '@zerentian/shared/inspections/inspection.rule';
import { hazardSpec } from '../support/hazard-desk';
import { download, readPdf } from '../support/pdf-text';
import { type ActorName, OTHER_VILLAGE, VILLAGE } from '../support/township';
import { visited, visitTo } from '../support/visits';

const { town, desk } = hazardSpec();
const coverage = async (actor: ActorName, query = ''): Promise<CoveragePage> =>
  (await town.as[actor].get(`/api/inspections/coverage?limit=100${query}`)).body;

describe('检查覆盖', () => {
  it('is refused to those who see no enterprise, and outside one’s scope', async () => {
    expect(await town.as.administrator.get('/api/inspections/coverage')).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    });
    expect((await town.as.villageSecretary.get(`/api/inspections/coverage?area=${OTHER_VILLAGE}`)).body.code).toBe(
      'outside_scope',
    );
    for (const quarter of ['2026-Q5', '2026Q4', '1999-Q1', 'x'])
      expect((await town.as.partySecretary.get(`/api/inspections/coverage?quarter=${quarter}`)).status).toBe(422);
  });

  it('lists every enterprise of one’s scope; what the county supervises is not counted', async () => {
    const { body } = await town.as.partySecretary.get('/api/units?kind=enterprise&limit=100');
    const all = await coverage('partySecretary');
    expect(all.items.map((it) => it.unitId).sort()).toEqual(body.items.map((it: { id: string }) => it.id).sort());
    const county = body.items.filter((it: { supervision: string }) => it.supervision === 'county');
    expect(all.total).toBe(body.items.length - county.length);
    expect(all).toMatchObject({ quarter: quarterAt(new Date()), visited: 0 });
    expect(all.items.slice(-county.length).every((it) => it.supervision === 'county')).toBe(true);
    const cadre = await coverage('villageCadre');
    expect(cadre.total).toBeLessThan(all.total);
    expect((await coverage('enterpriseHead')).items.map((it) => it.unitId)).toEqual([desk.enterprise.id]);
    const [trade] = (await town.as.tradeStation.get('/api/me')).body.posts[0].trades;
    expect(new Set((await coverage('tradeStation')).items.map((it) => it.trade))).toEqual(new Set([trade]));
  });

  it('who was not visited comes first, longest ago before lately, with the last visit and its author', async () => {
    const units = (await coverage('partySecretary', `&area=${VILLAGE}`)).items.map((it) => it.unitId);
    const [early, late] = [units[0] as string, units[1] as string];
    const lastQuarter = new Date(Date.now() - 100 * 86_400_000);
    town.clock.set(lastQuarter);
    await visited(town, 'safetyStation', visitTo(early));
    town.clock.set(new Date(lastQuarter.getTime() + 86_400_000));
    const earlier = await visited(town, 'safetyStation', visitTo(late));
    town.clock.set(null);
    const before = await coverage('partySecretary', `&area=${VILLAGE}`);
    expect(before.visited).toBe(0);
    expect(before.items.slice(-2).map((it) => it.unitId)).toEqual([early, late]);
    expect(before.items.at(-1)).toMatchObject({
      visits: 0,
      last: { id: earlier.id, inspector: { personId: town.as.safetyStation.personId } },
    });
    const now = await visited(town, 'safetyStation', visitTo(early));
    const after = await coverage('partySecretary', `&area=${VILLAGE}`);
    expect(after.visited).toBe(1);
    expect(after.items.at(-1)).toMatchObject({ unitId: early, visits: 1, last: { id: now.id } });
    const then = await coverage('partySecretary', `&area=${VILLAGE}&quarter=${quarterAt(lastQuarter)}`);
    expect(then.visited).toBe(2);
    expect(then.items.find((it) => it.unitId === early)).toMatchObject({ visits: 1 });
  });

  it('page by page it is the same list', async () => {
    const whole = (await coverage('partySecretary')).items.map((it) => it.unitId);
    const paged: string[] = [];
    for (let cursor = ''; ; ) {
      const { body } = await town.as.partySecretary.get(`/api/inspections/coverage?limit=5${cursor}`);
      paged.push(...body.items.map((it: { unitId: string }) => it.unitId));
      if (body.nextCursor === null) break;
      cursor = `&cursor=${body.nextCursor}`;
    }
    expect(paged).toEqual(whole);
  });

  it('as paper', async () => {
    const { token } = town.as.partySecretary;
    const answer = await download(town, token, '/api/inspections/coverage/paper');
    expect(answer.status).toBe(200);
    const paper = await readPdf(answer.bytes);
    const { total, visited: done } = await coverage('partySecretary');
    for (const words of ['安全检查覆盖情况表', `${total}家`, `已检查${done}家`, '未检查', '县级监管'])
      expect(paper.text).toContain(words);
  });
});
