import type { TodayView } from '@zerentian/shared/today/today.contract';
import { hazardSpec } from '../support/hazard-desk';
import { type ActorName, TOWNSHIP } from '../support/township';

const { town, desk } = hazardSpec();

async function today(actor: ActorName): Promise<TodayView> {
  const answer = await town.as[actor].get('/api/today');
  expect(answer.status).toBe(200);
  return answer.body;
}

describe('今日', () => {
  it('moves a hazard from one to the next, each with the clause that makes it theirs', async () => {
    const hazard = await desk.report('villageCadre', desk.handedOver());
    const mineOf = async (actor: ActorName) => (await today(actor)).items.find((item) => item.hazardId === hazard.id);
    expect(await mineOf('enterpriseHead')).toMatchObject({
      kind: 'hazard',
      title: '配电箱前堆放纸箱',
      step: '提交整改',
      dueOn: hazard.deadline,
    });
    expect(await mineOf('otherVillageCadre')).toBeUndefined();
    await desk.step('enterpriseHead', hazard, 'submit', { text: '已清走' });
    expect(await mineOf('enterpriseHead')).toBeUndefined();
    for (const actor of ['villageCadre', 'safetyStation'] as const) {
      expect(await mineOf(actor)).toMatchObject({
        kind: 'recheck',
        duty: { clause: expect.any(String), quote: expect.any(String) },
      });
    }
  });

  it('gives page after page, each item once', async () => {
    for (let i = 0; i < 3; i += 1) await desk.report('villageCadre', desk.handedOver());
    const page = async (query: string): Promise<TodayView> =>
      (await town.as.enterpriseHead.get(`/api/today${query}`)).body;
    const all = (await today('enterpriseHead')).items;
    const paged = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { items, nextCursor } = await page(`?limit=2${cursor && `&cursor=${cursor}`}`);
      expect(items.length).toBeLessThanOrEqual(2);
      paged.push(...items);
      cursor = nextCursor;
    }
    expect(all.length).toBeGreaterThan(2);
    expect(paged).toEqual(all);
    for (const [path, query] of [
      ['limit', 'limit=0'],
      ['limit', 'limit=101'],
      ['cursor', 'cursor=x'],
      ['page', 'page=2'],
    ])
      expect(await town.as.enterpriseHead.get(`/api/today?${query}`)).toMatchObject({
        status: 422,
        body: { errors: [{ path }] },
      });
  });

  it('tells 安监站 of what was handed over without it', async () => {
    const hazard = await desk.report('villageCadre', desk.handedOver());
    const { notices } = await today('safetyStation');
    expect(notices.find((notice) => notice.hazardId === hazard.id)?.text).toContain('现场交办');
  });

  it('asks for what the document counts, until it is on record: 每季度召开一次安全生产例会', async () => {
    const dueOf = async () => (await today('safetyStation')).items.filter((item) => item.kind === 'duty');
    expect(await dueOf()).toEqual([
      expect.objectContaining({
        recordKind: 'meeting',
        duty: expect.objectContaining({ quote: expect.stringContaining('每季度召开一次') }),
      }),
    ]);
    const meeting = { kind: 'meeting', areaCode: TOWNSHIP, text: '召开第四季度安全生产例会' };
    expect((await town.as.safetyStation.post('/api/duty-records', meeting)).status).toBe(201);
    expect(await dueOf()).toEqual([]);
  });

  it('asks 一肩挑 once for the report that two posts owe', async () => {
    const { posts } = (await town.as.villageSecretary.get('/api/me')).body;
    expect(posts.map((post: { kind: string }) => post.kind)).toEqual(
      expect.arrayContaining(['village-secretary', 'village-director']),
    );
    const due = (await today('villageSecretary')).items.filter((item) => item.kind === 'duty');
    expect(due).toHaveLength(1);
    expect(due[0]).toMatchObject({ recordKind: 'duty-report' });
  });

  it('never asks a cadre for what the document gives no number', async () => {
    expect((await today('villageCadre')).items.filter((item) => item.kind === 'duty')).toEqual([]);
  });

  it('brings a reminder to whoever holds the matter, until it is answered', async () => {
    const hazard = await desk.report('villageCadre', desk.handedOver());
    const { body } = await town.as.safetyDeputy.post(`/api/hazards/${hazard.id}/reminders`, { text: '请抓紧' });
    const waiting = async () => (await today('enterpriseHead')).items.filter((item) => item.reminderId === body.id);
    expect(await waiting()).toEqual([
      expect.objectContaining({ kind: 'reminder', subtitle: expect.stringContaining('请抓紧') }),
    ]);
    await town.as.enterpriseHead.post(`/api/reminders/${body.id}/answer`, { answer: 'in-progress' });
    expect(await waiting()).toEqual([]);
  });
});
