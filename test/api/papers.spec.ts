import { addDays, dateOf } from '@zerentian/shared/calendar';
import type { HazardDetail, HazardView } from '@zerentian/shared/hazards/hazard.contract';
import type { HazardPaper } from '@zerentian/shared/hazards/hazard.papers.contract';
import { download, readPdf } from '../support/pdf-text';
import { type ActorName, startTownship, type Township } from '../support/township';

const MOST_BYTES = 200 * 1024;

let town: Township;
let unitId: string;

beforeAll(async () => {
  town = await startTownship();
  unitId = (await town.as.enterpriseHead.get('/api/me')).body.posts[0].unitId;
}, 120_000);
afterAll(() => town.close());

async function report(actor: ActorName, body: object): Promise<HazardView> {
  const answer = await town.as[actor].post('/api/hazards', body);
  expect(answer.status).toBe(201);
  return answer.body;
}

async function step(actor: ActorName, hazard: { id: string }, name: string, body: object = {}): Promise<void> {
  const answer = await town.as[actor].post(`/api/hazards/${hazard.id}/${name}`, body);
  expect(answer).toMatchObject({ status: 200 });
}

const fetched = (actor: ActorName, hazard: { id: string }, paper: HazardPaper | string) =>
  download(town, town.as[actor].token, `/api/hazards/${hazard.id}/papers/${paper}`);

async function printed(actor: ActorName, hazard: { id: string }, paper: HazardPaper) {
  const answer = await fetched(actor, hazard, paper);
  expect(answer.status).toBe(200);
  return readPdf(answer.bytes);
}

async function refused(actor: ActorName, hazard: { id: string }, paper: string) {
  const answer = await fetched(actor, hazard, paper);
  return { status: answer.status, body: JSON.parse(Buffer.from(answer.bytes).toString()) };
}

/** Hash of the last ledger entry on a hazard, by the step that wrote it. */
async function hashOf(hazard: { id: string }, act: string): Promise<string> {
  const sql = 'SELECT hash FROM ledger_entry WHERE subjectId = ? AND act = ? ORDER BY seq DESC';
  const [entry] = await town.source.query<{ hash: string }[]>(sql, [hazard.id, act]);
  return entry!.hash;
}

const handedOver = (changes: object = {}) => ({
  path: 'assigned',
  unitId,
  description: '配电箱前堆放纸箱，周边≥35℃，接地电阻＞10Ω',
  ...changes,
});

describe('《安全检查记录》', () => {
  it('says what was found, where, by whom in which post, on which basis, and ties itself to the ledger', async () => {
    const hazard = await report('villageCadre', handedOver({ spot: '一号车间东侧' }));
    const answer = await fetched('villageCadre', hazard, 'inspection-record');
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    const name = encodeURIComponent(`安全检查记录 ${hazard.number}.pdf`);
    expect(answer.headers.get('content-disposition')).toContain(`filename*=UTF-8''${name}`);
    const paper = await readPdf(answer.bytes);
    expect(paper.title).toBe(`安全检查记录 ${hazard.number}`);
    expect(paper.pages).toHaveLength(1);
    expect(paper.bytes).toBeLessThan(MOST_BYTES);
    const { person, posts } = (await town.as.villageCadre.get('/api/me')).body;
    const post = posts.find((it: { id: string }) => it.id === hazard.assignerPostId);
    for (const words of [
      '吴马营乡人民政府安全检查记录',
      `编号：${hazard.number}`,
      hazard.unitName!,
      '吴马营村，一号车间东侧',
      hazard.description!,
      `${post.title}${person.name}`,
      '〔2022〕9号',
      '搞好安全生产检查',
      '签名：',
      '（盖章）',
      '第1页共1页',
    ])
      expect(paper.text).toContain(words.replaceAll(' ', ''));
    expect(paper.text).toContain(await hashOf(hazard, 'hazard-report'));
  });

  it('tells what was put right on the spot, for path A', async () => {
    const hazard = await report('villageCadre', {
      path: 'fixed',
      unitId,
      description: '灭火器被挡',
      remedy: '当场移开货物',
    });
    expect((await printed('villageCadre', hazard, 'inspection-record')).text).toContain(
      '即查即改，当场已整改：当场移开货物',
    );
    expect(await refused('villageCadre', hazard, 'rectification-notice')).toMatchObject({
      status: 409,
      body: { code: 'step_not_allowed' },
    });
  });

  it('is not made from what a village or enterprise reports of its own', async () => {
    const hazard = await report('villageDirector', { description: '文化活动室屋顶漏雨', ownership: 'collective' });
    const { status, body } = await refused('villageDirector', hazard, 'inspection-record');
    expect(status).toBe(409);
    expect(body).toMatchObject({ code: 'step_not_allowed' });
    expect(body.detail).toContain('不是检查发现的');
  });

  it('goes on over as many pages as a long text needs, and loses no character, not even one that no font has', async () => {
    const description = '𠮷祥超市🔥门口“占道”，'.repeat(150);
    const hazard = await report('villageCadre', handedOver({ description }));
    const paper = await printed('villageCadre', hazard, 'inspection-record');
    expect(paper.pages.length).toBeGreaterThan(2);
    expect(paper.text.split('𠮷祥超市').length - 1).toBe(150);
    expect(paper.text).toContain('检查情况（续）');
    expect(paper.text).toContain('U+1F525');
    expect(paper.text).toContain(`第${paper.pages.length}页共${paper.pages.length}页`);
    expect(paper.bytes).toBeLessThan(MOST_BYTES);
  });
});

describe('《隐患整改通知单》', () => {
  it('names the unit, the deadline and who handed it over, and orders nobody', async () => {
    const hazard = await report('villageCadre', handedOver());
    const paper = await printed('enterpriseHead', hazard, 'rectification-notice');
    const [year, month, day] = hazard.deadline!.split('-').map(Number);
    expect(paper.pages).toHaveLength(1);
    for (const words of [
      '隐患整改通知单',
      `${hazard.responsibleUnitName}：`,
      `${year}年${month}月${day}日前`,
      '《中华人民共和国安全生产法》第四十一条',
      '协助督促',
      '签收方',
    ]) {
      expect(paper.text).toContain(words);
    }
    expect(paper.text).not.toMatch(/责令|现场处理措施/);
  });

  it('waits for 签批 on path C, then tells who approved it; a village is not told of the law on enterprises', async () => {
    const hazard = await report('villageDirector', {
      description: '文化活动室屋顶漏雨，电线受潮',
      ownership: 'collective',
    });
    const early = await refused('safetyStation', hazard, 'rectification-notice');
    expect(early).toMatchObject({ status: 409, body: { code: 'step_not_allowed' } });
    expect(early.body.detail).toContain('还没有交办');
    const villageUnit = (await town.as.villageDirector.get('/api/me')).body.posts[0].unitId;
    await step('safetyStation', hazard, 'assess', {
      level: 'general',
      responsibleUnitId: villageUnit,
      ownership: 'collective',
    });
    await step('safetyDeputy', hazard, 'approve', { text: '同意，抓紧修' });
    const paper = await printed('safetyDeputy', hazard, 'rectification-notice');
    const { person } = (await town.as.safetyDeputy.get('/api/me')).body;
    for (const words of [person.name, '同意，抓紧修', '村集体所有或使用', await hashOf(hazard, 'hazard-approve')])
      expect(paper.text).toContain(words);
    expect(paper.text).not.toContain('安全生产法');
  });

  it('says the same when it is printed again later, whatever happened since', async () => {
    const hazard = await report('villageCadre', handedOver());
    const before = await printed('villageCadre', hazard, 'rectification-notice');
    await step('enterpriseHead', hazard, 'submit', { text: '改好了' });
    const deadline = `${Number(hazard.deadline!.slice(0, 4)) + 1}-01-05`;
    await step('safetyStation', hazard, 'return', {
      companionPersonId: town.as.villageCadre.personId,
      text: '没改好',
      deadline,
    });
    const after = await printed('villageCadre', hazard, 'rectification-notice');
    const withoutClock = (text: string) => text.replaceAll(/\d{4}-\d\d-\d\d\d\d:\d\d由/g, '');
    expect(withoutClock(after.text)).toBe(withoutClock(before.text));
    const opinion = await printed('villageCadre', hazard, 'recheck-opinion');
    expect(opinion.text).toContain('重改期限');
  });
});

describe('《复查意见书》', () => {
  it('needs a 复查, then names both who went and what they found', async () => {
    const hazard = await report('villageCadre', handedOver());
    await step('enterpriseHead', hazard, 'submit', { text: '已清走纸箱，划了黄线' });
    const early = await refused('safetyStation', hazard, 'recheck-opinion');
    expect(early).toMatchObject({ status: 409, body: { code: 'step_not_allowed' } });
    expect(early.body.detail).toContain('还没有复查');
    await step('safetyStation', hazard, 'return', {
      companionPersonId: town.as.villageCadre.personId,
      text: '黄线内仍有杂物',
    });
    await step('enterpriseHead', hazard, 'submit', { text: '杂物已清' });
    await step('safetyStation', hazard, 'verify', {
      companionPersonId: town.as.villageCadre.personId,
      text: '现场已清',
    });
    const paper = await printed('partySecretary', hazard, 'recheck-opinion');
    const { events } = (await town.as.partySecretary.get<HazardDetail>(`/api/hazards/${hazard.id}`)).body;
    const verified = events.find((event) => event.step === 'verify')!;
    for (const words of [
      '复查意见书',
      '第2次复查',
      '杂物已清',
      '复查合格。现场已清',
      verified.actor.name!,
      verified.companion!.name!,
      await hashOf(hazard, 'hazard-verify'),
    ]) {
      expect(paper.text).toContain(words);
    }
    expect(paper.text).not.toContain('黄线内仍有杂物');
    expect(paper.pages).toHaveLength(1);
  });

  it('of a 重大 hazard tells who put the county’s 挂牌督办 on record, not who sent the plan; so does the notice to the unit', async () => {
    const hazard = await report('villageCadre', {
      unitId,
      description: '储罐区无围堰',
      level: 'suspected-major',
      standardClause: '判定标准第五条',
    });
    const county = { countyNumber: '山应急〔2026〕12号' };
    const companionPersonId = town.as.villageCadre.personId;
    await step('safetyStation', hazard, 'report-to-county', { purpose: 'judgement', text: '储罐区没有围堰，已停用' });
    await step('safetyStation', hazard, 'record-judgement', county);
    await step('safetyStation', hazard, 'record-listing', {
      ...county,
      responsibleUnitId: unitId,
      deadline: addDays(dateOf(new Date()), 40),
      leaderPostId: town.id('post:safety-deputy'),
    });
    const notice = await printed('enterpriseHead', hazard, 'rectification-notice');
    for (const words of ['挂牌督办', county.countyNumber, '登记挂牌', '责任、措施、资金、时限、预案'])
      expect(notice.text.replaceAll(/\s/g, '')).toContain(words);
    const plan = { measures: '砌筑围堰', funds: '三万元', timeLimit: '一个月', contingency: '停用储罐' };
    await step('enterpriseHead', hazard, 'submit-plan', { ...plan, responsibility: '厂长' });
    await step('enterpriseHead', hazard, 'start');
    await step('enterpriseHead', hazard, 'submit', { text: '围堰已砌好' });
    await step('safetyStation', hazard, 'verify', { companionPersonId, text: '现场查看合格' });
    const { text } = await printed('partySecretary', hazard, 'recheck-opinion');
    const { events } = (await town.as.partySecretary.get<HazardDetail>(`/api/hazards/${hazard.id}`)).body;
    const { actor } = events.find((event) => event.step === 'record-listing')!;
    expect(text).toMatch(new RegExp(`通知整改\\s*${actor.post}\\s*${actor.name}`));
  });
});

describe('who gets a paper', () => {
  it('is whoever may see the hazard', async () => {
    const hazard = await report('villageCadre', handedOver());
    for (const actor of ['otherVillageCadre', 'administrator'] as const) {
      expect(await refused(actor, hazard, 'inspection-record')).toMatchObject({
        status: 404,
        body: { code: 'not_found' },
      });
    }
    const open = await fetch(`${town.url}/api/hazards/${hazard.id}/papers/inspection-record`);
    expect(open.status).toBe(401);
    expect(await refused('villageCadre', hazard, 'punishment')).toMatchObject({
      status: 422,
      body: { code: 'invalid_input' },
    });
  });
});
