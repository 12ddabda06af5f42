import type {
  AccountabilityLine,
  AccountabilityView,
  AnswerableView,
} from '@zerentian/shared/accountability/accountability.contract';
import { addDays, dateOf } from '@zerentian/shared/calendar';
import type { DutyView } from '@zerentian/shared/duties/duty.contract';
import { call } from '../support/client';
import {
  OTHER_VILLAGE,
  SECOND_VILLAGE,
  startTownship,
  TOWNSHIP,
  type Township,
  VACANT_VILLAGE,
  VILLAGE,
} from '../support/township';

let town: Township;
let today: string;
beforeAll(async () => {
  town = await startTownship();
  today = dateOf(town.clock.now());
});
afterAll(() => town?.close());

const ask = async (query: string): Promise<AccountabilityView> => {
  const { status, body } = await town.as.villageCadre.get(`/api/accountability?${query}`);
  expect(status).toBe(200);
  return body;
};
const line = (answer: AccountabilityView, wanted: AccountabilityLine['line']) =>
  answer.lines.find((it) => it.line === wanted) as AccountabilityLine;
const names = (holders: AnswerableView[]) => holders.map((holder) => holder.name);
const unit = (key: string) => `unit=${town.id(`unit:${key}`)}`;

describe('refused', () => {
  test('without a session', async () => {
    expect((await call(town, 'GET', `/api/accountability?area=${VILLAGE}`)).body.code).toBe('not_signed_in');
  });

  test.each([
    ['nothing to answer for', '', 422, 'invalid_input', 'area'],
    ['an unknown area', 'area=140621200999', 422, 'unknown_area', 'area'],
    ['an unknown unit', 'unit=00000000-0000-7000-8000-000000000000', 422, 'unknown_unit', 'unit'],
    ['an unknown trade', `area=${VILLAGE}&trade=alchemy`, 422, 'trade_unknown', 'trade'],
    ['a day that does not exist', `area=${VILLAGE}&at=2026-02-30`, 422, 'invalid_input', 'at'],
    ['no area code', 'area=x', 422, 'invalid_input', 'area'],
  ])('%s, at its field', async (_, query, status, code, path) => {
    const answer = await town.as.villageCadre.get(`/api/accountability?${query}`);
    expect([answer.status, answer.body.code, answer.body.errors[0].path]).toEqual([status, code, path]);
  });

  test('a place outside one’s township, a county, and a unit that lies elsewhere', async () => {
    const { villageCadre, county } = town.as;
    expect((await villageCadre.get('/api/accountability?area=140621')).body.code).toBe('outside_scope');
    expect((await county.get('/api/accountability?area=140621')).body.errors[0].path).toBe('area');
    const elsewhere = await villageCadre.get(`/api/accountability?area=${OTHER_VILLAGE}&${unit('changsheng')}`);
    expect(elsewhere.body.errors[0].path).toBe('unit');
  });
});

describe('the five lines', () => {
  test('of a factory: owner, village and cadres, trade, 安监站, leaders, each with the clause', async () => {
    const answer = await ask(unit('changsheng'));
    expect(answer.area).toEqual({ code: VILLAGE, name: '吴马营村' });
    expect(answer.trade).toEqual({ key: 'industry-trade', name: '工贸（加工、建材）' });
    expect(answer.lines.map((it) => it.name)).toEqual(['主体责任', '属地', '行业', '综合监管', '领导']);
    expect(line(answer, 'primary').holders).toEqual([
      expect.objectContaining({
        name: '孟庆昌（示例）',
        unitName: '昌盛建材厂（示例）',
        duties: expect.arrayContaining(['enterprises-carry-responsibility']),
      }),
    ]);
    expect(line(answer, 'territorial').holders.map((it) => [it.role, it.name, it.lead])).toEqual([
      ['assist', '吴富贵（示例）', false],
      ['assist', '吴富贵（示例）', false],
      ['lead', '张建国（示例）', true],
      ['lead', '韩志刚（示例）', false],
      ['lead', '郭丽娜（示例）', false],
      ['oversee', '冯晓燕（示例）', false],
    ]);
    expect(names(line(answer, 'sector').holders)).toEqual(['马志远（示例）', '霍文忠（示例）']);
    expect(names(line(answer, 'supervision').holders)).toEqual(['马志远（示例）', '康建平（示例）']);
    expect(line(answer, 'leadership').holders.map((it) => it.post)).toEqual(['乡长', '党委书记']);
    const lead = line(answer, 'territorial').holders[2];
    expect(lead).toMatchObject({
      phone: expect.stringMatching(/^1380000\d{4}$/),
      since: addDays(today, -580),
      tenureKind: 'regular',
      duties: ['cadre-whole-village'],
    });
  });

  test('every clause named is one of GET /api/duties', async () => {
    const { body } = await town.as.villageCadre.get('/api/duties');
    const known = new Set(body.items.map((duty: { key: string }) => duty.key));
    const answer = await ask(unit('changsheng'));
    const used = answer.lines.flatMap((it) => it.holders.flatMap((holder) => holder.duties));
    expect(used.length).toBeGreaterThan(10);
    expect(used.filter((key) => !known.has(key))).toEqual([]);
  });

  test('each clause comes in the document’s words, the same as GET /api/duties tells them', async () => {
    const { body } = await town.as.villageCadre.get('/api/duties');
    const known = new Map(body.items.map((duty: DutyView) => [duty.key, duty]));
    const holders = (await ask(unit('changsheng'))).lines.flatMap((it) => it.holders);
    for (const { duties, clauses } of holders) {
      expect(clauses.map((clause) => clause.key)).toEqual(duties);
      for (const clause of clauses) expect(known.get(clause.key)).toMatchObject(clause);
    }
    const cadre = holders.find((holder) => holder.duties.includes('cadre-whole-village'));
    expect(cadre?.clauses[0]?.clause).toMatch(/^[一二三四五六七八九十]/);
    expect(cadre?.clauses[0]?.quote).toContain('包村');
  });

  test('every village and every enterprise has an answer in each line, or says why not', async () => {
    const { body: villages } = await town.as.villageCadre.get(`/api/areas?parent=${TOWNSHIP}`);
    const { body: units } = await town.as.villageCadre.get('/api/units?kind=enterprise&limit=100');
    expect([villages.items.length, units.items.length]).toEqual([12, 24]);
    const queries = [
      ...villages.items.map((it: { code: string }) => `area=${it.code}&trade=forestry`),
      ...units.items.map((it: { id: string }) => `unit=${it.id}`),
    ];
    for (const query of queries) {
      const answer = await ask(query);
      for (const it of answer.lines) expect(it.holders.length > 0 || it.note !== null).toBe(true);
      for (const always of ['territorial', 'leadership'] as const) {
        for (const holder of line(answer, always).holders) expect(holder.name).toMatch(/（示例）$/);
        expect(line(answer, always).holders.length).toBeGreaterThan(1);
      }
    }
  });

  test('a coal mine resolves to the county, never to 安监站; the ground it lies on stays the village’s', async () => {
    for (const key of ['jinyuan', 'yongtai']) {
      const answer = await ask(unit(key));
      expect(line(answer, 'sector')).toMatchObject({
        holders: [],
        department: '县能源局',
        note: expect.stringContaining('煤矿'),
      });
      expect(line(answer, 'supervision')).toMatchObject({ holders: [], department: '县应急管理局' });
      expect(JSON.stringify(answer.lines.map((it) => it.holders))).not.toContain('safety-station');
      expect(line(answer, 'primary').holders).toHaveLength(1);
      expect(line(answer, 'territorial').holders.length).toBeGreaterThan(3);
    }
    const byTrade = await ask(`area=${VILLAGE}&trade=coal-mine`);
    expect(line(byTrade, 'supervision').holders).toEqual([]);
  });

  test('a trade outside the township’s powers shows the department and no station; 安监站 still supervises the ground', async () => {
    const answer = await ask(unit('jiayou'));
    expect(line(answer, 'sector')).toMatchObject({
      holders: [],
      department: '县应急管理局',
      note: expect.stringContaining('没有这项监管职权'),
    });
    expect(line(answer, 'supervision').holders).toHaveLength(2);
  });

  test('a station, then the deputy of its trade', async () => {
    const answer = await ask(`area=${SECOND_VILLAGE}&trade=catering-retail`);
    expect(line(answer, 'sector').holders.map((it) => it.post)).toEqual(['市场监督管理所所长', '分管社会事务副乡长']);
    expect(line(answer, 'sector').holders[1]?.duties).toEqual(['trade-deputy-own-trades']);
    expect(line(answer, 'primary')).toMatchObject({ holders: [], note: expect.stringContaining('谁所有、谁使用') });
  });

  test('a village’s own building lies with the village; a school with its head', async () => {
    const building = await ask(unit(SECOND_VILLAGE));
    expect(line(building, 'primary').holders.map((it) => it.post)).toEqual(['屯港村党支部书记', '屯港村村委会主任']);
    const school = await ask(unit('school'));
    expect(line(school, 'primary').holders.map((it) => it.post)).toEqual(['中心学校校长']);
    expect(line(school, 'territorial')).toMatchObject({ holders: [], note: expect.stringContaining('选择村') });
  });

  test('a vacant post answers with its superior, and says so', async () => {
    const answer = await ask(`area=${VACANT_VILLAGE}`);
    const vacant = line(answer, 'territorial').holders.find((it) => it.role === 'oversee');
    expect(vacant).toMatchObject({
      post: '包家岭村包村领导',
      vacant: true,
      name: '康建平（示例）',
      standIn: { post: '分管安全生产副乡长', postKind: 'safety-deputy' },
    });
    expect(line(answer, 'sector').note).toContain('没有指明行业');
  });
});

describe('on other dates', () => {
  const cadres = (answer: AccountabilityView) =>
    names(line(answer, 'territorial').holders.filter((it) => it.role === 'lead'));

  test('before a change of 包村干部, of 安监站站长 and of a 村党支部书记, and after', async () => {
    expect(cadres(await ask(`area=${VILLAGE}&at=${addDays(today, -46)}`))).toEqual([
      '张建国（示例）',
      '赵永强（示例）',
      '韩志刚（示例）',
    ]);
    expect(cadres(await ask(`area=${VILLAGE}&at=${addDays(today, -45)}`))).toEqual([
      '张建国（示例）',
      '韩志刚（示例）',
      '郭丽娜（示例）',
    ]);
    const head = async (day: number) =>
      line(await ask(`area=${VILLAGE}&at=${addDays(today, day)}`), 'supervision').holders[0]?.name;
    expect([await head(-121), await head(-120)]).toEqual(['高文斌（示例）', '马志远（示例）']);
    const secretary = async (day: number) =>
      line(await ask(`area=140621200208&at=${addDays(today, day)}`), 'territorial').holders[0]?.name;
    expect([await secretary(-201), await secretary(-200)]).toEqual(['闫老根（示例）', '闫改革（示例）']);
  });

  test('what was known then: the change was written down five days after it took effect', async () => {
    const on = (at: number, knownAt: number) =>
      ask(`area=${VILLAGE}&at=${addDays(today, at)}&knownAt=${addDays(today, knownAt)}`);
    expect(cadres(await on(-42, -41))).toContain('赵永强（示例）');
    expect(cadres(await on(-42, -41))).not.toContain('郭丽娜（示例）');
    expect(cadres(await on(-42, -40))).toContain('郭丽娜（示例）');
    expect(cadres(await on(-42, -40))).not.toContain('赵永强（示例）');
    expect(cadres(await on(-50, -40))).toContain('赵永强（示例）');
  });

  test('before the register was filled nobody was known', async () => {
    const answer = await ask(`area=${VILLAGE}&knownAt=${addDays(today, -401)}`);
    expect(answer.knownAt).toBe(addDays(today, -401));
    expect(line(answer, 'leadership').holders.map((it) => [it.vacant, it.name])).toEqual([
      [true, null],
      [true, null],
    ]);
  });
});

test('an answer takes at most three statements beside the session', async () => {
  await ask(unit('changsheng'));
  const statements = jest.spyOn(town.source, 'query');
  await ask(unit('changsheng'));
  expect(statements.mock.calls.length).toBeGreaterThan(0);
  expect(statements.mock.calls.length).toBeLessThanOrEqual(3);
  statements.mockRestore();
});
