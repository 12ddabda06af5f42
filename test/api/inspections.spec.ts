import { dateOf } from '@zerentian/shared/calendar';
import type { InspectionView } from '@zerentian/shared/inspections/inspection.contract';
import { uuidv7 } from 'uuidv7';
import { actsOn, lastAct } from '../support/acts';
import { footprint, growth } from '../support/footprint';
import { hazardSpec } from '../support/hazard-desk';
import { type ActorName, OTHER_VILLAGE, VILLAGE } from '../support/township';
import { GENERAL, itemsWith, signature, visited, visitTo } from '../support/visits';

const { town, desk } = hazardSpec();

const send = (actor: ActorName, body: object, key?: string) => town.as[actor].post('/api/inspections', body, { key });
const visit = (changes: object = {}) => visitTo(desk.enterprise.id, changes);
const listed = async (actor: ActorName, query = ''): Promise<InspectionView[]> =>
  (await town.as[actor].get(`/api/inspections?limit=100${query}`)).body.items;

async function refused(actor: ActorName, body: object, status: number, code: string, path?: string) {
  const before = await footprint(town);
  const answer = await send(actor, body);
  expect([answer.status, answer.body.code]).toEqual([status, code]);
  if (path) expect(answer.body.errors[0].path).toBe(path);
  expect(await footprint(town)).toEqual(before);
}

describe('who inspects', () => {
  it('is refused to those who do not, outside one’s villages, of another trade, and of one’s own unit', async () => {
    for (const actor of ['enterpriseHead', 'villageSecretary', 'officeDirector', 'discipline', 'county'] as const)
      await refused(actor, visit(), 403, 'forbidden');
    await refused('administrator', visit(), 403, 'forbidden');
    await refused('otherVillageCadre', visit(), 403, 'outside_scope');
    const trade = (await town.as.tradeStation.get('/api/me')).body.posts[0].trades[0];
    const { body } = await town.as.tradeStation.get(`/api/units?kind=enterprise&limit=100`);
    const foreign = body.items.find((unit: { trade: string }) => unit.trade !== trade);
    await refused('tradeStation', visitTo(foreign.id), 403, 'outside_scope');
    const own = (await town.as.tradeStation.get('/api/me')).body.posts[0].unitId;
    await refused('tradeStation', visitTo(own), 403, 'forbidden');
    await refused('villageCadre', visitTo(town.id('unit:county')), 422, 'invalid_input', 'unitId');
    await refused('villageCadre', visitTo(uuidv7()), 422, 'unknown_unit', 'unitId');
  });

  it('leaders, deputies, 安监站, the trade’s station and the team do', async () => {
    const trade = (await town.as.tradeStation.get('/api/me')).body.posts[0].trades[0];
    const units = (await town.as.tradeStation.get(`/api/units?kind=enterprise&trade=${trade}`)).body.items;
    expect((await visited(town, 'tradeStation', visitTo(units[0].id))).trade).toBe(trade);
    for (const actor of [
      'partySecretary',
      'safetyDeputy',
      'safetyStation',
      'safetyStationMember',
      'villageLeader',
    ] as const)
      expect((await visited(town, actor, visit())).inspector.personId).toBe(town.as[actor].personId);
  });
});

describe('a visit', () => {
  it('arrives whole in one write: number, counts, inspectors, signature, and the ledger', async () => {
    const signaturePhotoId = await signature(town, 'villageCadre');
    const companion = town.as.safetyStation.personId;
    const body = visit({
      id: uuidv7(),
      items: itemsWith({ exits: {} }).map((item, index) =>
        index === 9 ? { ...item, result: 'not-applicable' } : item,
      ),
      companionIds: [companion],
      signaturePhotoId,
      refusal: undefined,
      inspectedName: '孟庆昌（示例）',
      inspectedTitle: '厂长',
    });
    const inspection = await visited(town, 'villageCadre', body);
    expect(inspection).toMatchObject({
      number: expect.stringMatching(/^140621200-检-20\d\d-\d{4}$/),
      unitId: desk.enterprise.id,
      areaCode: VILLAGE,
      counts: { total: 10, passed: 8, failed: 1, notApplicable: 1 },
      findings: { found: 1, putRight: 0, overdue: 0 },
      inspector: { personId: town.as.villageCadre.personId },
      companions: [{ personId: companion }],
      inspectedName: '孟庆昌（示例）',
      refusal: null,
      signature: { id: signaturePhotoId },
      checklist: { key: 'general', version: 1, title: '通用安全检查表' },
    });
    expect(inspection.items.map((item) => item.key)).toEqual(GENERAL);
    const act = await lastAct(town, inspection.id);
    expect(act).toMatchObject({ act: 'record-inspection', changes: { number: inspection.number, failed: 1 } });
    expect(act.facts).toMatchObject({
      itemsDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
      photos: [{ id: signaturePhotoId }],
      hazardIds: [inspection.items[5]?.hazard?.id],
    });
  });

  it('is stored once, however often it is sent', async () => {
    const [body, key] = [visit({ id: uuidv7(), items: itemsWith({ signs: {} }) }), uuidv7()];
    const first = await send('villageCadre', body, key);
    const answers: unknown[] = [];
    const again = async () => answers.push((await send('villageCadre', body, key)).body);
    expect(await growth(town, again)).toEqual({});
    expect(answers).toEqual([first.body]);
    expect((await send('villageCadre', body, uuidv7())).body.code).toBe('id_taken');
  });

  it('made without signal days ago counts from then', async () => {
    const occurredAt = new Date(Date.now() - 3 * 86_400_000).toISOString();
    expect(await visited(town, 'villageCadre', visit({ occurredAt }))).toMatchObject({ occurredAt, doubted: false });
  });

  it('needs a signature or why there is none, and the name of who signed', async () => {
    const signaturePhotoId = await signature(town, 'villageCadre');
    await refused('villageCadre', visit({ refusal: undefined }), 422, 'invalid_input', 'signaturePhotoId');
    await refused('villageCadre', visit({ signaturePhotoId }), 422, 'invalid_input', 'signaturePhotoId');
    await refused(
      'villageCadre',
      visit({ signaturePhotoId, refusal: undefined }),
      422,
      'invalid_input',
      'inspectedName',
    );
    await refused('villageCadre', visit({ refusal: { reason: '不肯签' } }), 422, 'invalid_input', 'refusal.witness');
    const signed = { refusal: undefined, inspectedName: '示例', signaturePhotoId: uuidv7() };
    await refused('villageCadre', visit(signed), 422, 'unknown_reference', 'signaturePhotoId.0');
  });

  it('knows its list, takes what was added on the spot, and what a list said that nobody knows any more', async () => {
    await refused(
      'villageCadre',
      visit({ items: [{ key: 'dragons', result: 'pass' }] }),
      422,
      'unknown_reference',
      'items.0.key',
    );
    await refused('villageCadre', visit({ checklistVersion: 7 }), 422, 'unknown_reference', 'checklistKey');
    const items = [...itemsWith(), { key: 'other-1', result: 'fail', text: '院墙没有开裂', note: '东墙开裂' }];
    const added = await visited(town, 'villageCadre', visit({ items }));
    expect(added.items.at(-1)).toMatchObject({ text: '院墙没有开裂', basis: null, note: '东墙开裂' });
    const old = [{ key: 'exits', result: 'pass', text: '当时的写法' }];
    const late = await visited(town, 'villageCadre', visit({ checklistVersion: 7, items: old }));
    expect(late.items[0]).toMatchObject({ text: '当时的写法', verified: false });
  });

  it('names who went along, of the township and not of the unit inspected', async () => {
    const at = (companionIds: string[]) => visit({ companionIds });
    const { villageCadre, enterpriseHead } = town.as;
    await refused('villageCadre', at([villageCadre.personId]), 422, 'invalid_input', 'companionIds.0');
    await refused('villageCadre', at([enterpriseHead.personId]), 422, 'invalid_input', 'companionIds.0');
    await refused('villageCadre', at([uuidv7()]), 422, 'unknown_reference', 'companionIds.0');
  });
});

it('a visit stands in the proof of diligence of whoever made it', async () => {
  const made = await visited(town, 'safetyStationMember', visit());
  const today = dateOf(new Date());
  const { body } = await town.as.safetyStationMember.get(`/api/diligence-proof/items?from=${today}&until=${today}`);
  expect(body.items.at(-1)).toMatchObject({ kinds: ['inspected'], words: '安全检查' });
  expect(body.totals.find((total: { kind: string }) => total.kind === 'inspected').count).toBeGreaterThan(0);
  expect(body.items.at(-1).place).toContain(made.unitName);
});

describe('a failed item', () => {
  it('becomes a hazard that remembers the visit, handed to the unit on the spot unless said otherwise', async () => {
    const items = itemsWith({
      exits: { note: '东门上锁' },
      electricity: { hazard: { path: 'fixed', remedy: '当场清走' } },
      signs: { hazard: { path: 'referred' } },
      training: { hazard: { level: 'suspected-major', standardClause: '示例条款' } },
    });
    const inspection = await visited(town, 'villageCadre', visit({ items, spot: '二车间' }));
    const hazards = Object.fromEntries(inspection.items.map((item) => [item.key, item.hazard]));
    expect(hazards.exits).toMatchObject({ state: 'assigned', path: 'assigned' });
    expect(hazards.electricity).toMatchObject({ state: 'closed', path: 'fixed' });
    expect(hazards.signs).toMatchObject({ state: 'reported' });
    expect(hazards.training).toMatchObject({ state: 'reported', path: 'referred' });
    expect(hazards.responsibility).toBeNull();
    const detail = await desk.detail('enterpriseHead', hazards.exits as { id: string });
    expect(detail).toMatchObject({
      origin: 'inspection',
      originId: inspection.id,
      description: '东门上锁',
      spot: '二车间',
      responsibleUnitId: desk.enterprise.id,
      holder: { personId: town.as.enterpriseHead.personId },
    });
    expect(detail.deadline).not.toBeNull();
    expect(hazards.signs).toMatchObject({ description: '危险部位没有警示标志' });
    const listed = await desk.detail('villageCadre', hazards.signs as { id: string });
    expect(listed.description).toBe('危险部位没有警示标志');
    expect((await actsOn(town, inspection.id)).map((act) => act.act)).toEqual(['record-inspection']);
  });

  it('is counted as it stands now', async () => {
    const inspection = await visited(town, 'villageCadre', visit({ items: itemsWith({ exits: {}, signs: {} }) }));
    const hazard = inspection.items.find((item) => item.key === 'exits')?.hazard as { id: string };
    await desk.step('enterpriseHead', hazard, 'submit', { text: '已开锁' });
    await desk.step('safetyStation', hazard, 'verify', { companionPersonId: town.as.villageCadre.personId });
    expect((await desk.step('safetyStation', hazard, 'close')).status).toBe(200);
    const { body } = await town.as.villageCadre.get(`/api/inspections/${inspection.id}`);
    expect(body.findings).toEqual({ found: 2, putRight: 1, overdue: 0 });
  });

  it('that cannot be taken is told at the item, and then nothing of the visit is kept', async () => {
    const items = itemsWith({ exits: {}, signs: { hazard: { deadline: '2020-01-01' } } });
    await refused('villageCadre', visit({ items }), 422, 'invalid_input', 'items.6.hazard.deadline');
    const photo = itemsWith({ exits: { photoIds: [uuidv7()] } });
    await refused('villageCadre', visit({ items: photo }), 422, 'unknown_reference', 'items.5.photoIds.0');
  });

  it('of the collective’s own place goes to the village, where the village can take it', async () => {
    const inspection = await visited(
      town,
      'safetyStation',
      visitTo(town.id(`unit:${VILLAGE}`), { items: itemsWith({ exits: {} }) }),
    );
    const hazard = inspection.items[5]?.hazard as { id: string };
    expect(await desk.detail('safetyStation', hazard)).toMatchObject({ path: 'assigned', ownership: 'collective' });
  });
});

describe('who learns of a visit', () => {
  it('the unit’s head by a notice, and everybody whose posts see the unit', async () => {
    const inspection = await visited(town, 'villageCadre', visit());
    const { notices } = (await town.as.enterpriseHead.get('/api/today')).body;
    expect(notices[0].text).toContain(inspection.number);
    const sees = async (actor: ActorName, query = '') =>
      (await listed(actor, query)).some((it) => it.id === inspection.id);
    for (const actor of ['villageCadre', 'enterpriseHead', 'villageSecretary', 'partySecretary', 'county'] as const) {
      expect([actor, await sees(actor)]).toEqual([actor, true]);
      expect((await town.as[actor].get(`/api/inspections/${inspection.id}`)).status).toBe(200);
    }
    for (const actor of ['otherVillageCadre', 'administrator', 'tradeStation'] as const) {
      expect([actor, await sees(actor)]).toEqual([actor, false]);
      expect((await town.as[actor].get(`/api/inspections/${inspection.id}`)).status).toBe(404);
    }
    expect(await sees('villageCadre', '&mine=true')).toBe(true);
    expect(await sees('partySecretary', '&mine=true')).toBe(false);
    expect(await sees('partySecretary', `&unit=${desk.enterprise.id}`)).toBe(true);
    expect(await sees('partySecretary', `&area=${OTHER_VILLAGE}`)).toBe(false);
    expect(await sees('partySecretary', '&until=2020-01-01')).toBe(false);
  });

  it('page by page, each once', async () => {
    const all = (await listed('partySecretary')).map((it) => it.id);
    const paged: string[] = [];
    for (let cursor = ''; ; ) {
      const { body } = await town.as.partySecretary.get(`/api/inspections?limit=3${cursor}`);
      paged.push(...body.items.map((it: { id: string }) => it.id));
      if (body.nextCursor === null) break;
      cursor = `&cursor=${body.nextCursor}`;
    }
    expect(all.length).toBeGreaterThan(6);
    expect(paged).toEqual(all);
  });
});
