import { Tenure } from '@zerentian/server/posts/tenure.entity';
import { addDays, dateOf } from '@zerentian/shared/calendar';
import type { UnitView } from '@zerentian/shared/units/unit.contract';
import { uuidv7 } from 'uuidv7';
import { type HazardDesk, hazardDesk } from '../support/hazard-desk';
import { download, readPdf } from '../support/pdf-text';
import { type ActorName, startTownship, type Township, VILLAGE } from '../support/township';

/** What the head of an enterprise is not shown of others: what 通讯录 does not show them either. */
let town: Township;
let desk: HazardDesk;
let other: string;

beforeAll(async () => {
  town = await startTownship();
  desk = await hazardDesk(town);
  other = town.id('unit:jinyuan');
});
afterAll(() => town?.close());

const registered = ['riskGrade', 'legalRepresentative', 'actualController', 'principal', 'address', 'phone'] as const;

describe('units', () => {
  const unitsOf = async (actor: 'enterpriseHead' | 'villageCadre'): Promise<UnitView[]> =>
    (await town.as[actor].get(`/api/units?area=${VILLAGE}&kind=enterprise`)).body.items;

  test('a cadre reads who is registered for an enterprise', async () => {
    const { body } = await town.as.villageCadre.get(`/api/units/${other}`);
    expect(body).toMatchObject({ principal: '单国梁（示例）', legalRepresentative: '单国栋（示例）' });
  });

  test('the head of an enterprise reads all of the own and the others’ names alone', async () => {
    const { body: own } = await town.as.enterpriseHead.get(`/api/units/${desk.enterprise.id}`);
    expect(own.principal).toBe('孟庆昌（示例）');
    const { body } = await town.as.enterpriseHead.get(`/api/units/${other}`);
    expect(body).toMatchObject({ name: '金源煤矿（示例）', trade: 'coal-mine', supervision: 'county' });
    for (const field of registered) expect([field, body[field]]).toEqual([field, null]);
  });

  test('in the list as well: the same enterprises, without what is registered', async () => {
    const [seen, all] = [await unitsOf('enterpriseHead'), await unitsOf('villageCadre')];
    expect(seen.map((it) => it.name)).toEqual(all.map((it) => it.name));
    expect(all.every((it) => it.principal !== null)).toBe(true);
    expect(seen.filter((it) => it.principal !== null).map((it) => it.id)).toEqual([desk.enterprise.id]);
    expect(seen.filter((it) => it.phone !== null || it.riskGrade !== null).map((it) => it.id)).toEqual([
      desk.enterprise.id,
    ]);
  });

  test('bodies and villages keep their numbers', async () => {
    const { body } = await town.as.enterpriseHead.get(`/api/units/${town.id('unit:safety')}`);
    expect(body.phone).toBe('0349-0000005');
  });
});

describe('posts', () => {
  interface Staffed {
    profile: string;
    unitId: string;
    holders: { phone: string | null }[];
  }
  const all = async (actor: 'enterpriseHead' | 'villageCadre'): Promise<Staffed[]> => {
    const found: Staffed[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { body }: { body: { items: Staffed[]; nextCursor: string | null } } = await town.as[actor].get(
        `/api/posts?limit=40${cursor && `&cursor=${cursor}`}`,
      );
      found.push(...body.items);
      cursor = body.nextCursor;
    }
    return found;
  };

  test('of the enterprises only the own one’s, of township and villages all with their numbers', async () => {
    const [seen, whole] = [await all('enterpriseHead'), await all('villageCadre')];
    const heads = (posts: Staffed[]) => posts.filter((it) => it.profile === 'enterprise-head').map((it) => it.unitId);
    expect(heads(seen)).toEqual([desk.enterprise.id]);
    expect(heads(whole).length).toBeGreaterThan(20);
    expect(seen.length).toBe(whole.length - heads(whole).length + 1);
    for (const holder of seen.flatMap((it) => it.holders)) expect(holder.phone).toMatch(/^1380000\d{4}$/);
  });

  test('another enterprise’s posts are refused, not called empty', async () => {
    expect(await town.as.enterpriseHead.get(`/api/posts?unit=${other}`)).toMatchObject({
      status: 403,
      body: { code: 'outside_scope' },
    });
    expect((await town.as.enterpriseHead.get(`/api/posts?unit=${desk.enterprise.id}`)).body.items).toHaveLength(1);
  });

  test('文件学习 names the same posts', async () => {
    const { body } = await town.as.enterpriseHead.get('/api/document');
    const kind = body.postKinds.find((it: { key: string }) => it.key === 'enterprise-head');
    expect(kind.posts.map((it: { mine: boolean }) => it.mine)).toEqual([true]);
  });
});

test('谁负责 for another enterprise: the name, neither the number nor who is registered', async () => {
  const primary = async (actor: 'enterpriseHead' | 'villageCadre', unit: string) =>
    (await town.as[actor].get(`/api/accountability?unit=${unit}`)).body.lines[0].holders[0];
  expect(await primary('villageCadre', other)).toMatchObject({ name: '单国梁（示例）', phone: expect.any(String) });
  expect(await primary('enterpriseHead', other)).toMatchObject({ name: '单国梁（示例）', phone: null });
  expect((await primary('enterpriseHead', desk.enterprise.id)).phone).toEqual(expect.any(String));
});

describe('《安全检查记录》 of a check at another enterprise, whose hazard the own one is to put right', () => {
  const PHONE = '0349-7654321';
  const text = async (actor: ActorName, hazard: { id: string }) => {
    const path = `/api/hazards/${hazard.id}/papers/inspection-record`;
    return (await readPdf((await download(town, town.as[actor].token, path)).bytes)).text;
  };
  /** Reported at a unit, handed to enterpriseHead’s enterprise. */
  const handedOn = async (unitId: string) => {
    const found = await desk.report('safetyStation', { path: 'referred', unitId, description: '油罐车停到厂区门前' });
    const place = { responsibleUnitId: desk.enterprise.id, ownership: 'enterprise' };
    const assessed = await desk.step('safetyStation', found, 'assess', { level: 'general', ...place });
    expect(assessed).toMatchObject({ status: 200 });
    expect(await desk.step('safetyDeputy', found, 'approve', { text: '同意' })).toMatchObject({ status: 200 });
    return found;
  };

  test('names it to the other’s head without the person, the phone and the address that are registered', async () => {
    const neighbour = town.id('unit:jiayou');
    await town.source.query('UPDATE unit SET phone = ? WHERE id = ?', [PHONE, neighbour]);
    const { body: unit } = await town.as.villageCadre.get(`/api/units/${neighbour}`);
    const found = await handedOn(neighbour);
    const [seen, whole] = [await text('enterpriseHead', found), await text('safetyStation', found)];
    expect(seen).toContain(unit.name);
    for (const words of [unit.principal, unit.address, PHONE]) {
      expect(whole).toContain(words);
      expect(seen).not.toContain(words);
    }
  });

  test('tells a head the own enterprise’s', async () => {
    const { body: unit } = await town.as.enterpriseHead.get(`/api/units/${desk.enterprise.id}`);
    const seen = await text('enterpriseHead', await handedOn(desk.enterprise.id));
    for (const words of [unit.principal, unit.address]) expect(seen).toContain(words);
  });
});

describe('who found a hazard', () => {
  test('is named with post and number as in 通讯录; the number goes with the post', async () => {
    const found = await desk.report('villageCadre', desk.handedOver());
    const before = await desk.detail('enterpriseHead', found);
    expect(before.reporter).toMatchObject({ name: '张建国（示例）', phone: expect.any(String) });

    await leavesOffice('villageCadre');
    const after = await desk.detail('enterpriseHead', found);
    expect(after.reporter).toMatchObject({ name: '张建国（示例）', post: before.reporter?.post, phone: null });
    expect(after.events[0]?.actor).toMatchObject({ name: '张建国（示例）', phone: null });
    expect(after.holder?.phone).toEqual(expect.any(String));
    const { body: list } = await town.as.enterpriseHead.get('/api/hazards?limit=100');
    const listed = list.items.find((it: { id: string }) => it.id === found.id);
    expect(listed.reporter).toMatchObject({ name: '张建国（示例）', phone: null });
    const submitted = await desk.step('enterpriseHead', found, 'submit', { text: '已清走' });
    expect(submitted.body.reporter).toMatchObject({ name: '张建国（示例）', phone: null });
    expect((await desk.detail('safetyStation', found)).reporter?.phone).toEqual(expect.any(String));
  });
});

describe('who held a post in the township before, and leads another enterprise today', () => {
  let then: string;
  let personId: string;
  let phone: string;
  beforeAll(async () => {
    const today = dateOf(town.clock.now());
    then = addDays(today, -150);
    personId = town.as.safetyStation.personId;
    [{ phone }] = await town.source.query('SELECT phone FROM person WHERE id = ?', [personId]);
    const left = [addDays(today, -300), addDays(today, -100), personId];
    await town.source.query('UPDATE tenure SET startsOn = ?, endsOn = ? WHERE personId = ?', left);
    const head = "SELECT id, areaCode FROM post WHERE unitId = ? AND kindKey = 'enterprise-head'";
    const [{ id: postId, areaCode }] = await town.source.query(head, [other]);
    const id = uuidv7();
    const span = { startsOn: addDays(today, -100), endsOn: null, recordedAt: new Date(), supersededAt: null };
    const tenure = { id, tenureId: id, personId, postId, kind: 'regular' as const, areaCode, lead: false };
    await town.source.manager.insert(Tenure, { ...tenure, ...span });
  });

  test.each(['posts', 'accountability'])('%s on a date of then: the name, without the number', async (name) => {
    const on = async (actor: ActorName) => {
      const { status, body } = await town.as[actor].get(`/api/${name}?area=${AREA_OF[name]}&at=${then}&${MORE[name]}`);
      expect(status).toBe(200);
      return holdersIn(body).filter((it) => it.personId === personId);
    };
    const [whole, seen] = [await on('partySecretary'), await on('enterpriseHead')];
    expect(whole.length).toBeGreaterThan(0);
    for (const holder of whole) expect(holder.phone).toBe(phone);
    expect(seen).toEqual(whole.map((holder) => ({ ...holder, phone: null })));
  });

  test('those who are still there keep theirs', async () => {
    const { body } = await town.as.enterpriseHead.get(`/api/accountability?area=${VILLAGE}&at=${then}`);
    const secretary = holdersIn(body).find((it) => it.personId === town.as.villageSecretary.personId);
    expect(secretary?.phone).toEqual(expect.any(String));
  });
});

interface Named {
  personId: string;
  phone: string | null;
}
const AREA_OF: Record<string, string> = { posts: '140621200', accountability: VILLAGE };
const MORE: Record<string, string> = { posts: 'limit=100', accountability: '' };

/** Everybody named in an answer. */
function holdersIn(value: unknown): Named[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(holdersIn);
  return 'personId' in value ? [value as Named, ...inside] : inside;
}

/** Ends all that a person holds, from today on. */
async function leavesOffice(actor: 'villageCadre'): Promise<void> {
  const { personId } = town.as[actor];
  const rows: { tenureId: string }[] = await town.source.query(
    'SELECT tenureId FROM tenure WHERE personId = ? AND supersededAt IS NULL AND endsOn IS NULL',
    [personId],
  );
  const until = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  for (const { tenureId } of rows) {
    const answer = await town.as.administrator.post(`/api/tenures/${tenureId}/end`, { until });
    expect(answer.status).toBe(200);
  }
  expect(rows.length).toBeGreaterThan(0);
}
