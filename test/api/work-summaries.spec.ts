import { addDays, dateOf } from '@zerentian/shared/calendar';
import { summaryPaper } from '@zerentian/shared/duty-records/duty-record.contract';
import type { HazardView } from '@zerentian/shared/hazards/hazard.contract';
import type { ProofItem } from '@zerentian/shared/work-summaries/diligence-proof.contract';
import { download, readPdf } from '../support/pdf-text';
import { type ActorName, startTownship, type Township, VILLAGE } from '../support/township';

let town: Township;
let unitId: string;
let today: string;
let month: string;

beforeAll(async () => {
  town = await startTownship();
  unitId = (await town.as.enterpriseHead.get('/api/me')).body.posts[0].unitId;
  today = dateOf(new Date());
  month = today.slice(0, 7);
}, 120_000);
afterAll(() => town.close());

async function done<T = unknown>(actor: ActorName, path: string, body: object = {}): Promise<T> {
  const answer = await town.as[actor].post(path, body);
  expect([200, 201]).toContain(answer.status);
  return answer.body;
}

const report = (actor: ActorName, changes: object = {}) =>
  done<HazardView>(actor, '/api/hazards', { path: 'assigned', unitId, description: '配电箱前堆放纸箱', ...changes });

interface Proof {
  name: string;
  totals: { kind: string; count: number }[];
  items: ProofItem[];
  nextCursor: string | null;
}

async function proof(actor: ActorName, query = `from=${today}&until=${today}`): Promise<Proof> {
  const answer = await town.as[actor].get<Proof>(`/api/diligence-proof/items?${query}`);
  expect(answer.status).toBe(200);
  return answer.body;
}

const count = (it: Proof, kind: string) => it.totals.find((total) => total.kind === kind)?.count ?? 0;

describe('尽职证明', () => {
  it('lists found, handed over, pressed, reported up, re-checked and recorded, each with its place in the ledger', async () => {
    const before = await proof('villageCadre');
    const hazard = await report('villageCadre');
    await done('villageCadre', `/api/hazards/${hazard.id}/reminders`, { text: '请抓紧' });
    const referred = await report('villageCadre', { path: 'referred', description: '坡上有裂缝' });
    await done('villageCadre', '/api/duty-records', { kind: 'inspection', areaCode: VILLAGE, text: '查了三户' });
    await done('enterpriseHead', `/api/hazards/${hazard.id}/submit`, { text: '已清走' });
    await done('villageCadre', `/api/hazards/${hazard.id}/return`, {
      companionPersonId: town.as.safetyStation.personId,
      text: '没清干净',
    });
    const after = await proof('villageCadre');
    const growth = (kind: string) => count(after, kind) - count(before, kind);
    expect(
      ['found', 'handed-over', 'pressed', 'reported-up', 'rechecked', 'recorded', 'rectified'].map(growth),
    ).toEqual([2, 1, 1, 1, 1, 1, 0]);
    expect(after.items.length - before.items.length).toBe(5);
    const item = after.items.find((it) => it.hazardId === hazard.id && it.kinds.includes('found'))!;
    expect(item).toMatchObject({
      hazardNumber: hazard.number,
      words: '发现隐患，现场交办',
      place: expect.stringContaining('吴马营村'),
    });
    expect(after.items.find((it) => it.hazardId === hazard.id && it.kinds.includes('pressed'))).toMatchObject({
      hazardNumber: hazard.number,
    });
    expect(after.items.find((it) => it.hazardId === referred.id)!.words).toBe('发现隐患，上报研判');
    for (const it of after.items) {
      const sql = 'SELECT hash, personId, subjectId FROM ledger_entry WHERE chain = ? AND seq = ?';
      const [entry] = await town.source.query<{ hash: string; personId: string }[]>(sql, [it.chain, it.seq]);
      expect(entry!.hash.startsWith(it.hashPrefix)).toBe(true);
      if (!it.words.startsWith('同去')) expect(entry!.personId).toBe(town.as.villageCadre.personId);
    }
  });

  it('counts a re-check for whoever went along too, in their own post', async () => {
    const before = await proof('villageCadre');
    const hazard = await report('safetyStation');
    await done('enterpriseHead', `/api/hazards/${hazard.id}/submit`, { text: '已清走' });
    await done('safetyStation', `/api/hazards/${hazard.id}/verify`, {
      companionPersonId: town.as.villageCadre.personId,
    });
    const after = await proof('villageCadre');
    expect(count(after, 'rechecked') - count(before, 'rechecked')).toBe(1);
    const joined = after.items.find((it) => it.hazardId === hazard.id)!;
    expect(joined).toMatchObject({ words: '同去复查（合格）', post: expect.stringContaining('包村干部') });
    expect((await proof('otherVillageCadre')).items.some((it) => it.hazardId === hazard.id)).toBe(false);
  });

  it('tells when it happened and when it arrived, and goes by when it happened', async () => {
    const occurredAt = new Date(Date.now() - 26 * 3600_000).toISOString();
    const late = await report('villageCadre', { occurredAt });
    const yesterday = dateOf(new Date(occurredAt));
    const found = (it: Proof) => it.items.find((item) => item.hazardId === late.id);
    const item = found(await proof('villageCadre', `from=${yesterday}&until=${yesterday}`))!;
    expect(item.occurredAt).toBe(occurredAt);
    expect(Date.parse(item.receivedAt) - Date.parse(item.occurredAt)).toBeGreaterThan(25 * 3600_000);
    expect(found(await proof('villageCadre'))).toBeUndefined();
  });

  it('comes in pages that neither repeat nor leave out, with totals of the whole', async () => {
    const whole = await proof('villageCadre', `from=${addDays(today, -90)}&until=${today}`);
    const seen: ProofItem[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const part = await proof(
        'villageCadre',
        `from=${addDays(today, -90)}&until=${today}&limit=4${cursor ? `&cursor=${cursor}` : ''}`,
      );
      expect(part.totals).toEqual(whole.totals);
      seen.push(...part.items);
      cursor = part.nextCursor;
    }
    expect(whole.items.length).toBeGreaterThan(4);
    expect(seen).toEqual(whole.items);
  });

  it('is a paper with totals, each line, the head of the chain and how to verify', async () => {
    const listed = await proof('villageCadre', `from=${addDays(today, -300)}&until=${today}`);
    const answer = await download(
      town,
      town.as.villageCadre.token,
      `/api/diligence-proof?from=${addDays(today, -300)}&until=${today}`,
    );
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent(`尽职证明 ${listed.name}`));
    const paper = await readPdf(answer.bytes);
    expect(paper.bytes).toBeLessThan(200 * 1024);
    for (const words of ['尽职证明', '包村干部', '核对办法', '本人', `共${listed.items.length}条`])
      expect(paper.text).toContain(words);
    for (const total of listed.totals)
      expect(paper.text).toContain(`${(total as unknown as { label: string }).label}${total.count}`);
    for (const item of listed.items) expect(paper.text).toContain(`${item.chain}#${item.seq}${item.hashPrefix}`);
    const [head] = await town.source.query<{ hash: string }[]>('SELECT hash FROM ledger_chain WHERE chain = ?', [
      listed.items[0]!.chain,
    ]);
    expect(paper.text).toContain(head!.hash);
  });

  it('is only one’s own, and for a span that can be', async () => {
    const others = await proof('otherVillageCadre', `from=${addDays(today, -300)}&until=${today}`);
    const mine = new Set(
      (await proof('villageCadre', `from=${addDays(today, -300)}&until=${today}`)).items
        .filter((it) => !it.words.startsWith('同去'))
        .map((it) => it.seq),
    );
    expect(others.items.filter((it) => mine.has(it.seq))).toEqual([]);
    const bad = async (query: string) => (await town.as.villageCadre.get(`/api/diligence-proof/items?${query}`)).body;
    expect(await bad(`from=${today}&until=${addDays(today, -1)}`)).toMatchObject({
      code: 'invalid_input',
      errors: [{ path: 'until' }],
    });
    expect(await bad(`from=2020-01-01&until=${today}`)).toMatchObject({
      code: 'invalid_input',
      errors: [{ path: 'until' }],
    });
    expect(await bad('from=昨天&until=今天')).toMatchObject({ code: 'invalid_input' });
    expect((await fetch(`${town.url}/api/diligence-proof?from=${today}&until=${today}`)).status).toBe(401);
  });

  it('is an empty paper, not an error, where nothing is recorded', async () => {
    const answer = await download(
      town,
      town.as.administrator.token,
      '/api/diligence-proof?from=2019-01-01&until=2019-01-31',
    );
    expect(answer.status).toBe(200);
    expect((await readPdf(answer.bytes)).text).toContain('没有记录不等于没有履职');
  });
});

describe('我的工作小结', () => {
  it('is a draft from one’s own records and hazards of the month, with what is still open', async () => {
    await done('villageCadre', '/api/duty-records', { kind: 'study', areaCode: VILLAGE, text: '组织村民学习用电安全' });
    const hazard = await report('villageCadre', { description: '油罐区无围堰，疏散口上锁', level: 'general' });
    const { status, body } = await town.as.villageCadre.get(`/api/work-summary?period=${month}`);
    expect(status).toBe(200);
    expect(body.name).toBe((await town.as.villageCadre.get('/api/me')).body.person.name);
    for (const words of ['组织学习', '发现隐患', '吴马营村', '没有办结', '下一步']) expect(body.text).toContain(words);
    const listed = await proof('villageCadre', `from=${month}-01&until=${today}`);
    const found = body.counts.find((it: { label: string }) => it.label === '发现隐患').count;
    expect(found).toBe(count(listed, 'found'));
    expect(body.text).toContain(`发现隐患 ${found} 处`);
    const other = await town.as.otherVillageCadre.get(`/api/work-summary?period=${month}`);
    expect(other.body.text).not.toContain('组织村民学习用电安全');
    expect(hazard.state).toBe('assigned');
  });

  it('takes a quarter too, says so where there is nothing, and refuses what is no period', async () => {
    const quarter = `${today.slice(0, 4)}-Q${Math.ceil(Number(today.slice(5, 7)) / 3)}`;
    expect((await town.as.villageCadre.get(`/api/work-summary?period=${quarter}`)).body.text).toContain(
      '季度履职情况小结',
    );
    expect((await town.as.villageCadre.get('/api/work-summary?period=2001-01')).body).toMatchObject({
      counts: [],
      text: expect.stringContaining('没有记录不等于没有做'),
    });
    for (const period of ['2026-13', '2026', 'Q4']) {
      expect(await town.as.villageCadre.get(`/api/work-summary?period=${period}`)).toMatchObject({
        status: 422,
        body: { errors: [{ path: 'period' }] },
      });
    }
  });

  it('prints the text as its owner left it, over several pages if it is long', async () => {
    const text = `现将情况小结如下。\n一、改写过的标题\n${'一处一处看，一件一件办，℃ Ω ≤ ① 𠮷。'.repeat(120)}\n${'二'.repeat(3)}\n<b>不是标记</b>`;
    const answer = await download(town, town.as.villageCadre.token, '/api/work-summary/pdf', { period: month, text });
    expect(answer.status).toBe(200);
    const paper = await readPdf(answer.bytes);
    expect(paper.pages.length).toBeGreaterThan(2);
    expect(paper.bytes).toBeLessThan(200 * 1024);
    const pageMarks = /工作小结（[^）]*月）[^第]{1,60}文字由本人核定第\d+页共\d+页/g;
    expect(paper.text.replaceAll(pageMarks, '')).toContain(text.replaceAll(/\s+/g, ''));
    expect(paper.text).toContain(`第${paper.pages.length}页共${paper.pages.length}页`);
  });

  it('refuses an empty text, one too long, and a period that is none', async () => {
    const post = (body: object) => town.as.villageCadre.post('/api/work-summary/pdf', body);
    expect(await post({ period: month, text: ' ' })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'text' }] },
    });
    expect(await post({ period: month, text: '字'.repeat(20_001) })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'text' }] },
    });
    expect(await post({ period: 'never', text: '甲' })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'period' }] },
    });
    for (const period of ['2026-13', '2026', '2026-Q5', '2026-1', '']) {
      expect([period, summaryPaper.safeParse({ period, text: '甲' }).success]).toEqual([period, false]);
    }
  });
});
