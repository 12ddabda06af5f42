import type { ChecklistView } from '@zerentian/shared/checklists/checklist.contract';
import { lastAct } from '../support/acts';
import { forSpec } from '../support/for-spec';
import { type ActorName, startTownship } from '../support/township';

const town = forSpec(() => startTownship());

const lists = async (actor: ActorName, query = ''): Promise<ChecklistView[]> =>
  (await town.as[actor].get(`/api/checklists${query}`)).body.items;
const one = async (key: string) => (await lists('villageCadre')).find((list) => list.key === key) as ChecklistView;

const edited = (changes: object = {}) => ({
  key: 'catering-retail',
  title: '餐饮商贸检查表（本乡）',
  basedOn: 1,
  items: [
    {
      key: 'gas-alarm',
      text: '燃气报警器通电，试过会响',
      basis: null,
      verified: false,
      suggests: { level: 'general', wording: '燃气报警器没通电' },
    },
  ],
  ...changes,
});

describe('检查表', () => {
  it('there is one for every trade that the township supervises, and one for all', async () => {
    const { body } = await town.as.villageCadre.get('/api/trades');
    const supervised = body.items.filter((trade: { township: boolean }) => trade.township);
    const all = await lists('villageCadre');
    for (const { key } of supervised) expect(all.map((list) => list.trade)).toContain(key);
    expect(all.find((list) => list.key === 'general')).toMatchObject({ trade: null, origin: 'product', version: 1 });
    expect((await lists('villageCadre', '?trade=catering-retail')).map((list) => list.key)).toEqual([
      'catering-retail',
      'general',
    ]);
    expect((await town.as.villageCadre.get('/api/checklists?trade=alchemy')).body.code).toBe('trade_unknown');
  });

  it('whoever holds it already is told so, without it being sent again', async () => {
    const first = await town.as.villageCadre.get('/api/checklists');
    const tag = first.headers.get('etag') as string;
    expect((await town.as.villageCadre.get('/api/checklists', { 'if-none-match': tag })).status).toBe(304);
    expect((await town.as.villageCadre.get('/api/checklists', { 'if-none-match': '"x"' })).status).toBe(200);
  });

  it('is edited by 安监站 alone, and not over a version that somebody else made meanwhile', async () => {
    for (const actor of ['villageCadre', 'tradeStation', 'enterpriseHead', 'county', 'administrator'] as const) {
      expect(await town.as[actor].post('/api/checklists', edited())).toMatchObject({
        status: 403,
        body: { code: 'forbidden' },
      });
    }
    expect(await town.as.safetyStation.post('/api/checklists', edited({ basedOn: 3 }))).toMatchObject({
      status: 409,
      body: { code: 'conflict', errors: [{ path: 'basedOn' }] },
    });
    expect(await town.as.safetyStation.post('/api/checklists', edited({ trade: 'alchemy' }))).toMatchObject({
      status: 422,
      body: { code: 'trade_unknown' },
    });
    expect(await town.as.safetyStation.post('/api/checklists', edited({ items: [] }))).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'items' }] },
    });
  });

  it('a township’s own version takes the product’s place, and stands in the ledger', async () => {
    const answer = await town.as.safetyStationMember.post('/api/checklists', edited());
    expect(answer).toMatchObject({ status: 201, body: { version: 2, origin: 'township', trade: 'catering-retail' } });
    expect(await one('catering-retail')).toMatchObject({
      version: 2,
      title: '餐饮商贸检查表（本乡）',
      editor: { personId: town.as.safetyStationMember.personId },
    });
    const [{ id }] = await town.source.query('SELECT id FROM checklist');
    expect(await lastAct(town, id)).toMatchObject({
      act: 'edit-checklist',
      personId: town.as.safetyStationMember.personId,
      changes: { checklistKey: 'catering-retail', version: 2 },
      facts: { items: 1 },
    });
    expect(await town.as.safetyStation.post('/api/checklists', edited())).toMatchObject({ status: 409 });
    expect(await town.as.safetyStation.post('/api/checklists', edited({ basedOn: 2 }))).toMatchObject({
      status: 201,
      body: { version: 3 },
    });
  });

  it('a list of its own begins at version 1', async () => {
    const own = edited({ key: 'temple-fair', trade: null, title: '庙会检查表', basedOn: 0 });
    expect(await town.as.safetyStation.post('/api/checklists', own)).toMatchObject({
      status: 201,
      body: { version: 1, trade: null, tradeName: null },
    });
    expect(await one('temple-fair')).toMatchObject({ origin: 'township' });
  });
});
