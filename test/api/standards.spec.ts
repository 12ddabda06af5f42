import type { StandardView } from '@zerentian/shared/standards/standard.contract';
import type { TestActor } from '../support/actors';
import { lastAct } from '../support/acts';
import type { Answer } from '../support/client';
import { startTownship, TOWNSHIP, type Township, VILLAGE } from '../support/township';

let town: Township;
beforeAll(async () => {
  town = await startTownship();
});
afterAll(() => town?.close());

const rope = {
  kind: 'common',
  trade: 'industry-trade',
  wording: '行车钢丝绳断丝（示例）',
  level: 'general',
  advice: '停用行车，换绳以后试吊',
};

async function listed(actor: TestActor, query = ''): Promise<StandardView[]> {
  const items: StandardView[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const { status, body }: Answer = await actor.get(`/api/standards?limit=30${query}${cursor && `&cursor=${cursor}`}`);
    if (status !== 200) throw new Error(JSON.stringify(body));
    items.push(...body.items);
    cursor = body.nextCursor;
  }
  return items;
}

const wordings = (items: StandardView[]) => items.map((it) => it.wording);
const found = (actor: TestActor, q: string) => listed(actor, `&q=${encodeURIComponent(q)}`);

describe('reading', () => {
  test('what came with the system, by pages, each once; nothing of it claims to be verified', async () => {
    const items = await listed(town.as.villageCadre);
    expect(items.length).toBeGreaterThanOrEqual(60);
    expect(new Set(items.map((it) => it.id)).size).toBe(items.length);
    expect(items.filter((it) => it.areaCode === null && it.verified)).toEqual([]);
    for (const { level, basis } of items) if (level === 'suspected-major') expect(basis).toBeTruthy();
  });

  test('by words in any part, by trade with what holds in all, by level and kind', async () => {
    const { villageCadre } = town.as;
    const [first] = await found(villageCadre, '有限空间 通风');
    expect(first).toMatchObject({ trade: 'industry-trade', level: 'suspected-major', kind: 'judging' });
    expect(await found(villageCadre, '%')).toEqual([]);
    const trades = new Set((await listed(villageCadre, '&trade=gas')).map((it) => it.trade));
    expect(trades).toEqual(new Set(['gas', null]));
    const judging = await listed(villageCadre, '&kind=judging&level=suspected-major');
    expect(judging.length).toBeGreaterThan(10);
    expect(judging.every((it) => it.kind === 'judging')).toBe(true);
    expect(await listed(villageCadre, '&verified=true')).toEqual([]);
  });

  test('an unknown trade, another township and a forged mark are refused', async () => {
    const { villageCadre } = town.as;
    expect((await villageCadre.get('/api/standards?trade=alchemy')).body.code).toBe('trade_unknown');
    expect((await villageCadre.get('/api/standards?area=140621')).body.code).toBe('outside_scope');
    expect((await villageCadre.get('/api/standards?cursor=abc')).body.code).toBe('invalid_input');
  });
});

describe('entering', () => {
  test('refused to everybody but 安监站 and the county', async () => {
    const { villageCadre, partySecretary, administrator, enterpriseHead, tradeStation } = town.as;
    for (const actor of [villageCadre, partySecretary, administrator, enterpriseHead, tradeStation]) {
      expect((await actor.post('/api/standards', rope)).body.code).toBe('forbidden');
    }
  });

  test.each([
    ['疑似重大 without a document', { level: 'suspected-major' }, 'invalid_input', 'basis'],
    ['verified against nothing', { verified: true }, 'invalid_input', 'basis'],
    ['an unknown trade', { trade: 'alchemy' }, 'trade_unknown', 'trade'],
    ['in place of nothing', { replacesId: '01930000-0000-7000-8000-00000000dead' }, 'unknown_reference', 'replacesId'],
  ])('%s is refused at its field', async (_, change, code, path) => {
    const { status, body } = await town.as.safetyStation.post('/api/standards', { ...rope, ...change });
    expect([status, body.code, body.errors[0].path]).toEqual([422, code, path]);
  });

  test('the township’s own: found by its villages, in the ledger, changed and retired', async () => {
    const { safetyStation, villageCadre, county } = town.as;
    const { status, body } = await safetyStation.post('/api/standards', rope, { key: 'rope' });
    expect([status, body.areaCode, body.verified, body.active]).toEqual([201, TOWNSHIP, false, true]);
    expect((await safetyStation.post('/api/standards', rope, { key: 'rope' })).body).toEqual(body);
    expect(await lastAct(town, body.id)).toMatchObject({ act: 'create-standard', changes: { wording: rope.wording } });
    expect(wordings(await found(villageCadre, '钢丝绳'))).toEqual([rope.wording]);

    const better = { ...rope, wording: '行车钢丝绳断丝、变形（示例）' };
    const path = `/api/standards/${body.id}/change`;
    expect((await villageCadre.post(path, better)).body.code).toBe('forbidden');
    expect((await county.post(path, better)).body.code).toBe('outside_scope');
    expect((await safetyStation.post(path, better)).body.wording).toBe(better.wording);
    expect((await safetyStation.post(path, { ...better, active: false })).body.active).toBe(false);
    expect((await lastAct(town, body.id)).act).toBe('retire-standard');
    expect(await found(villageCadre, '钢丝绳')).toEqual([]);
    expect(wordings(await listed(safetyStation, '&retired=true'))).toEqual([better.wording]);
    expect((await safetyStation.get(`/api/standards/${body.id}`)).body.active).toBe(false);
  });

  test('one of the system is not changed but replaced, once, and only here', async () => {
    const { safetyStation, safetyStationMember, villageCadre, county } = town.as;
    const [old] = await found(safetyStation, '配电箱');
    const { wording } = old as StandardView;
    expect((await safetyStation.post(`/api/standards/${old?.id}/change`, rope)).body.code).toBe('outside_scope');
    const own = { ...rope, wording: `${wording}，或者门关不上（示例）`, replacesId: old?.id };
    expect((await safetyStation.post('/api/standards', own)).status).toBe(201);
    expect(wordings(await found(villageCadre, '配电箱'))).toEqual([own.wording]);
    expect((await safetyStationMember.post('/api/standards', own)).body.code).toBe('standard_replaced');
    expect(wordings(await found(county, '配电箱'))).toEqual([wording]);
  });

  test('one of the system that is out of use here', async () => {
    const [old] = await found(town.as.safetyStation, '加油站');
    const { kind, wording, level, basis } = old as StandardView;
    const retired = { kind, wording, level, basis, replacesId: old?.id, active: false };
    expect((await town.as.safetyStation.post('/api/standards', retired)).status).toBe(201);
    expect(await found(town.as.villageCadre, '加油站')).toEqual([]);
    expect(await found(town.as.county, '加油站')).toHaveLength(1);
  });

  test('the county’s are found in its townships, which may replace them', async () => {
    const { county, safetyStation, villageCadre } = town.as;
    const basis = '县里的检查要点（示例）';
    const { body } = await county.post('/api/standards', {
      ...rope,
      wording: '县里要求（示例）',
      basis,
      verified: true,
    });
    expect(body).toMatchObject({ areaCode: '140621', verified: true });
    expect(wordings(await listed(villageCadre, `&area=${VILLAGE}&verified=true`))).toEqual(['县里要求（示例）']);
    const own = { ...rope, wording: '乡里的说法（示例）', replacesId: body.id };
    expect((await safetyStation.post('/api/standards', own)).status).toBe(201);
    expect(await found(villageCadre, '县里要求')).toEqual([]);
    expect(wordings(await found(county, '县里要求'))).toEqual(['县里要求（示例）']);
  });
});
