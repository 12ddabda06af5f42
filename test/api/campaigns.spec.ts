import type { CampaignDetail, CampaignView } from '@zerentian/shared/campaigns/campaign.contract';
import { uuidv7 } from 'uuidv7';
import { actsOn } from '../support/acts';
import { footprint } from '../support/footprint';
import { hazardSpec } from '../support/hazard-desk';
import { download, readPdf } from '../support/pdf-text';
import { type ActorName, VILLAGE } from '../support/township';
import { campaignOf, itemsWith, visited, visitTo } from '../support/visits';
import { verify } from './ledger.support';

const { town, desk } = hazardSpec();
let others: string[];
beforeAll(async () => {
  const { body } = await town.as.partySecretary.get(`/api/units?kind=enterprise&area=${VILLAGE}&limit=100`);
  others = body.items.map((unit: { id: string }) => unit.id).filter((id: string) => id !== desk.enterprise.id);
});

const both = () => [desk.enterprise.id, others[0] as string];
const planned = async (changes: object = {}, actor: ActorName = 'safetyStation'): Promise<CampaignView> => {
  const answer = await town.as[actor].post('/api/campaigns', campaignOf(both(), changes));
  expect(answer.status).toBe(201);
  return answer.body;
};
const step = (actor: ActorName, { id }: { id: string }, name: string, body: object = {}) =>
  town.as[actor].post(`/api/campaigns/${id}/${name}`, body);
const running = async (changes: object = {}) => {
  const campaign = await planned(changes);
  expect((await step('safetyStation', campaign, 'start')).status).toBe(200);
  return campaign;
};
const detail = async (actor: ActorName, { id }: { id: string }): Promise<CampaignDetail> =>
  (await town.as[actor].get(`/api/campaigns/${id}`)).body;

async function refused(actor: ActorName, body: object, status: number, code: string, path?: string) {
  const before = await footprint(town);
  const answer = await town.as[actor].post('/api/campaigns', body);
  expect([answer.status, answer.body.code]).toEqual([status, code]);
  if (path) expect(answer.body.errors[0].path).toBe(path);
  expect(await footprint(town)).toEqual(before);
}

describe('a plan', () => {
  it('is refused to those who do not plan, and with what does not exist', async () => {
    for (const actor of ['villageCadre', 'villageSecretary', 'enterpriseHead', 'discipline', 'county'] as const)
      await refused(actor, campaignOf(both()), 403, 'forbidden');
    await refused(
      'tradeStation',
      campaignOf([town.id('unit:changsheng'), town.id('unit:daping')]),
      403,
      'outside_scope',
    );
    await refused('safetyStation', campaignOf([uuidv7()]), 422, 'unknown_unit', 'unitIds.0');
    await refused('safetyStation', campaignOf(both(), { checklistKey: 'x' }), 422, 'unknown_reference', 'checklistKey');
    await refused(
      'safetyStation',
      campaignOf(both(), { responsiblePostId: uuidv7() }),
      422,
      'unknown_reference',
      'responsiblePostId',
    );
    const selection = { trades: ['alchemy'], areas: [], riskGrades: [] };
    await refused('safetyStation', campaignOf(both(), { selection }), 422, 'trade_unknown', 'selection.trades');
    await refused('safetyStation', campaignOf(both(), { endsOn: '2026-10-01' }), 422, 'invalid_input', 'endsOn');
  });

  it('has a number, a responsible post that is told, and stands in the ledger', async () => {
    const responsiblePostId = town.id('post:market-head');
    const campaign = await planned({ responsiblePostId, basis: '示例〔2026〕1号' }, 'safetyDeputy');
    expect(campaign).toMatchObject({
      number: expect.stringMatching(/^140621200-专-20\d\d-\d{4}$/),
      state: 'planned',
      responsible: { postId: responsiblePostId },
      author: { personId: town.as.safetyDeputy.personId },
      progress: { units: 2, visited: 0, visits: 0, others: 0, findings: { found: 0 } },
    });
    const [act] = await actsOn(town, campaign.id);
    expect(act).toMatchObject({ act: 'campaign-plan', changes: { state: 'planned', unitIds: both() } });
    const [notice] = await town.source.query('SELECT text FROM notice WHERE postId = ? ORDER BY createdAt DESC', [
      responsiblePostId,
    ]);
    expect(notice.text).toContain('冬季用电专项整治');
  });

  it('is changed until it starts, and proposes what enters the register later', async () => {
    const selection = { trades: ['catering-retail'], areas: [VILLAGE], riskGrades: [] };
    const campaign = await planned({ selection });
    const amended = await step(
      'safetyStation',
      campaign,
      'amend',
      campaignOf([desk.enterprise.id], { title: '改后的', selection }),
    );
    expect(amended).toMatchObject({ status: 200, body: { title: '改后的', progress: { units: 1 } } });
    const before = (await detail('safetyStation', campaign)).proposed.map((unit) => unit.unitId);
    const late = await town.as.administrator.post('/api/units', {
      name: '新开的饭店（示例）',
      kind: 'enterprise',
      areaCode: VILLAGE,
      trade: 'catering-retail',
    });
    const after = (await detail('safetyStation', campaign)).proposed.map((unit) => unit.unitId);
    expect(after.filter((id) => !before.includes(id))).toEqual([late.body.id]);
    await step('safetyStation', campaign, 'start');
    const added = await step('safetyStation', campaign, 'add-units', { unitIds: [late.body.id] });
    expect(added).toMatchObject({ status: 200, body: { state: 'running', progress: { units: 2 } } });
    expect((await detail('safetyStation', campaign)).proposed.map((unit) => unit.unitId)).not.toContain(late.body.id);
    expect(await step('safetyStation', campaign, 'amend', campaignOf(both()))).toMatchObject({
      status: 409,
      body: { code: 'step_not_allowed' },
    });
  });
});

describe('the steps', () => {
  it('are refused to whoever is neither responsible nor oversees, and in the wrong order', async () => {
    const campaign = await planned();
    for (const actor of ['tradeStation', 'villageCadre', 'officeDirector', 'discipline'] as const)
      expect([actor, (await step(actor, campaign, 'start')).body.code]).toEqual([actor, 'forbidden']);
    expect((await step('enterpriseHead', campaign, 'start')).body.code).toBe('forbidden');
    expect((await step('safetyStation', campaign, 'finish', { report: '示例' })).body.code).toBe('step_not_allowed');
    expect((await step('safetyStation', { id: uuidv7() }, 'start')).body.code).toBe('not_found');
    expect((await step('safetyStation', campaign, 'start')).body.state).toBe('running');
    expect((await step('safetyStation', campaign, 'start')).body.code).toBe('step_not_allowed');
  });

  it('are offered to those who may take them', async () => {
    const campaign = await planned();
    const offered = async (actor: ActorName) => (await detail(actor, campaign)).steps.map((it) => it.step);
    expect(await offered('safetyStation')).toEqual(['amend', 'add-units', 'start']);
    expect(await offered('partySecretary')).toEqual(['amend', 'add-units', 'start']);
    expect(await offered('villageCadre')).toEqual([]);
  });

  it('from plan to report: visits count, the report says what was found, and the ledger verifies', async () => {
    const campaign = await running();
    const first = await visited(
      town,
      'villageCadre',
      visitTo(desk.enterprise.id, { campaignId: campaign.id, items: itemsWith({ exits: {} }) }),
    );
    await visited(town, 'safetyStation', visitTo(others[1] as string, { campaignId: campaign.id }));
    expect(first.campaign).toEqual({ id: campaign.id, title: campaign.title });
    const now = await detail('partySecretary', campaign);
    expect(now.progress).toEqual({
      units: 2,
      visited: 1,
      visits: 2,
      others: 1,
      findings: { found: 1, putRight: 0, overdue: 0 },
    });
    expect(now.units.map((unit) => [unit.unitId, unit.visits]).slice(0, 1)).toEqual([[others[0], 0]]);
    expect(now.units.find((unit) => unit.unitId === desk.enterprise.id)).toMatchObject({
      visits: 1,
      last: { id: first.id, failed: 1 },
    });
    const draft = (await town.as.safetyStation.get(`/api/campaigns/${campaign.id}/report-draft`)).body.text;
    expect(draft).toContain('计划检查 2 家，实际检查 1 家，共 2 次');
    expect(draft).toContain('共发现隐患 1 条');
    const early = await town.as.safetyStation.get(`/api/campaigns/${campaign.id}/papers/report`);
    expect([early.status, early.body.code]).toEqual([409, 'step_not_allowed']);
    const finished = await step('safetyStation', campaign, 'finish', { report: `${draft}\n五、示例补充` });
    expect(finished).toMatchObject({ status: 200, body: { state: 'finished' } });
    const late = visitTo(desk.enterprise.id, { campaignId: campaign.id });
    expect(await town.as.villageCadre.post('/api/inspections', late)).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'campaignId' }] },
    });
    const { findings } = await verify(town);
    expect(findings).toEqual([]);
  });

  it('a visit needs a campaign of the township that has begun', async () => {
    const campaign = await planned();
    for (const [campaignId, code] of [
      [campaign.id, 'invalid_input'],
      [uuidv7(), 'unknown_reference'],
    ]) {
      const answer = await town.as.villageCadre.post('/api/inspections', visitTo(desk.enterprise.id, { campaignId }));
      expect([answer.body.code, answer.body.errors[0].path]).toEqual([code, 'campaignId']);
    }
  });
});

describe('who reads', () => {
  it('every official of the township and the county; no enterprise, no administrator', async () => {
    const campaign = await planned();
    for (const actor of ['villageCadre', 'villageSecretary', 'partySecretary', 'tradeStation', 'county'] as const) {
      const { body } = await town.as[actor].get('/api/campaigns?limit=100');
      expect([actor, body.items.some((it: CampaignView) => it.id === campaign.id)]).toEqual([actor, true]);
    }
    for (const actor of ['enterpriseHead', 'administrator'] as const)
      for (const path of ['', `/${campaign.id}`, `/${campaign.id}/papers/plan`, `/${campaign.id}/report-draft`])
        expect((await town.as[actor].get(`/api/campaigns${path}`)).body.code).toBe('forbidden');
    const planned1 = await town.as.partySecretary.get('/api/campaigns?state=planned&limit=100');
    expect(planned1.body.items.every((it: CampaignView) => it.state === 'planned')).toBe(true);
  });
});

describe('its papers', () => {
  const printed = async (campaign: { id: string }, paper: string) => {
    const { token } = town.as.safetyStation;
    const answer = await download(town, token, `/api/campaigns/${campaign.id}/papers/${paper}`);
    expect(answer.status).toBe(200);
    return readPdf(answer.bytes);
  };

  it('the plan names basis, period, list and units, and orders nobody', async () => {
    const campaign = await planned({ basis: '示例〔2026〕1号', purpose: '查用电\n查出口' });
    const { text } = await printed(campaign, 'plan');
    for (const words of [
      campaign.number,
      '示例〔2026〕1号',
      '2026年11月1日至2026年12月31日',
      '通用安全检查表',
      '查出口',
      '检查单位（2家）',
    ])
      expect(text).toContain(words);
    expect(text).not.toMatch(/责令|罚款/);
  });

  it('the report says what its author wrote, and what was done at each unit', async () => {
    const campaign = await running();
    await visited(town, 'villageCadre', visitTo(desk.enterprise.id, { campaignId: campaign.id }));
    await step('safetyStation', campaign, 'finish', { report: '一、检查情况\n亲自改过的话' });
    const { text } = await printed(campaign, 'report');
    for (const words of ['专项行动工作总结', '亲自改过的话', '各单位检查情况', '未检查', '已结束'])
      expect(text).toContain(words);
  });
});
