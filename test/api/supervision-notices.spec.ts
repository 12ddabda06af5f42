import { Writes } from '@zerentian/server/platform/writes/writes.service';
import { SupervisionNotices } from '@zerentian/server/supervision-notices/supervision-notices.service';
import { addDays, dateOf } from '@zerentian/shared/calendar';
import type { HazardView } from '@zerentian/shared/hazards/hazard.contract';
import {
  NOT_A_CLUE,
  type SupervisionNoticeView,
} from '@zerentian/shared/supervision-notices/supervision-notice.contract';
import { actsOn, lastAct } from '../support/acts';
import { hazardSpec } from '../support/hazard-desk';
import { download, readPdf } from '../support/pdf-text';
import { type ActorName, TOWNSHIP } from '../support/township';
import { verify } from './ledger.support';

const { town, desk } = hazardSpec();
const MATTER = '配电箱前堆放纸箱';
/** Whose business a 监督提示 is not, whatever else they may read. */
const OTHERS: ActorName[] = [
  ...([
    'partySecretary',
    'townshipHead',
    'villageLeader',
    'villageCadre',
    'otherVillageCadre',
    'officeDirector',
  ] as const),
  ...([
    'safetyStationMember',
    'villageSecretary',
    'enterpriseHead',
    'tradeStation',
    'county',
    'administrator',
  ] as const),
];

/** 安监站站长 named, as the rungs of escalation do it. */
async function made(): Promise<{ hazard: HazardView; notice: SupervisionNoticeView }> {
  const hazard = await desk.report('villageCadre', desk.handedOver({ description: MATTER }));
  const now = town.clock.now();
  const late = {
    ...{ townshipCode: TOWNSHIP, hazardId: hazard.id, matter: `${hazard.number} ${MATTER}`, step: '复查' },
    ...{ dueOn: addDays(dateOf(now), -15), since: new Date(now.getTime() - 20 * 24 * 3600_000), rule: '示例规则' },
    ...{ postId: town.id('post:safety-station-head'), personId: desk.personOf('safetyStation') },
    ...{ toPostId: town.id('post:discipline-secretary'), superiorPostId: town.id('post:safety-deputy') },
  };
  const writes = town.nest.get(Writes, { strict: false });
  const notices = town.nest.get(SupervisionNotices, { strict: false });
  await writes.transaction((tx) => notices.make(tx, late, '应急管理站站长', now));
  const { items } = (await town.as.discipline.get('/api/supervision-notices?limit=1')).body;
  return { hazard, notice: items[0] };
}

describe('监督提示', () => {
  it('is read by 乡纪委, whom it names and their superior; nobody else learns that it is there', async () => {
    const { notice } = await made();
    for (const actor of OTHERS) {
      expect(await town.as[actor].get(`/api/supervision-notices/${notice.id}`)).toMatchObject({ status: 404 });
      expect((await town.as[actor].get('/api/supervision-notices')).body).toEqual({ items: [], nextCursor: null });
    }
    for (const actor of ['discipline', 'safetyStation', 'safetyDeputy'] as const) {
      const { status, body } = await town.as[actor].get(`/api/supervision-notices/${notice.id}`);
      expect([actor, status, body.named.name]).toEqual([actor, 200, notice.named.name]);
    }
    expect(notice).toMatchObject({
      number: expect.stringMatching(/^监督提示〔\d{4}〕\d+号$/),
      step: '复查',
      outcome: null,
    });
  });

  it('is marked by 乡纪委 alone: read, then known, each once; what was learnt is said', async () => {
    const { notice } = await made();
    const handle = (actor: ActorName, body: object) =>
      town.as[actor].post(`/api/supervision-notices/${notice.id}/handle`, body);
    expect(await handle('partySecretary', { outcome: 'seen' })).toMatchObject({ status: 404 });
    expect(await handle('safetyDeputy', { outcome: 'seen' })).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    });
    expect(await handle('safetyStation', { outcome: 'seen' })).toMatchObject({ status: 409 });
    expect(await handle('discipline', { outcome: 'understood' })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'text' }] },
    });
    expect(await handle('discipline', { outcome: 'seen' })).toMatchObject({ status: 200, body: { outcome: 'seen' } });
    expect(await handle('discipline', { outcome: 'seen' })).toMatchObject({ status: 409 });
    const text = '站里人手不足，已安排补上';
    const { body } = await handle('discipline', { outcome: 'understood', text });
    expect(body).toMatchObject({ outcome: 'understood', outcomeText: text, mayHandle: null });
    expect(await handle('discipline', { outcome: 'seen' })).toMatchObject({ status: 409 });
    expect((await actsOn(town, notice.id)).map((act) => act.act)).toEqual([
      ...['supervise', 'handle-supervision', 'handle-supervision'],
    ]);
  });

  it('is explained once, by whom it names', async () => {
    const { notice } = await made();
    const explain = (actor: ActorName) =>
      town.as[actor].post(`/api/supervision-notices/${notice.id}/explain`, { text: '厂里停产检修，进不去' });
    expect(await explain('villageCadre')).toMatchObject({ status: 404 });
    expect(await explain('safetyDeputy')).toMatchObject({ status: 403 });
    expect(await explain('discipline')).toMatchObject({ status: 409 });
    expect(await explain('safetyStation')).toMatchObject({
      status: 200,
      body: { explanation: '厂里停产检修，进不去', explainedBy: { personId: desk.personOf('safetyStation') } },
    });
    expect(await explain('safetyStation')).toMatchObject({ status: 409 });
    expect(await lastAct(town, notice.id)).toMatchObject({
      act: 'explain-supervision',
      postId: town.id('post:safety-station-head'),
      changes: { explanation: '厂里停产检修，进不去' },
    });
  });

  it('waits in 今日 of both until each has said their word', async () => {
    const { notice } = await made();
    const waiting = async (actor: ActorName) => {
      const { items } = (await town.as[actor].get('/api/today?limit=100')).body;
      return items.some((item: { supervisionNoticeId: string | null }) => item.supervisionNoticeId === notice.id);
    };
    expect([await waiting('discipline'), await waiting('safetyStation'), await waiting('safetyDeputy')]).toEqual([
      ...[true, true, false],
    ]);
    await town.as.safetyStation.post(`/api/supervision-notices/${notice.id}/explain`, { text: '已在办' });
    expect([await waiting('discipline'), await waiting('safetyStation')]).toEqual([true, false]);
    await town.as.discipline.post(`/api/supervision-notices/${notice.id}/handle`, { outcome: 'seen' });
    expect(await waiting('discipline')).toBe(false);
  });

  it('waits for the explanation also once 乡纪委 has read it, and no longer once they know', async () => {
    const { notice } = await made();
    const handle = (body: object) => town.as.discipline.post(`/api/supervision-notices/${notice.id}/handle`, body);
    const waiting = async () => {
      const { items } = (await town.as.safetyStation.get('/api/today?limit=100')).body;
      return items.some((item: { supervisionNoticeId: string | null }) => item.supervisionNoticeId === notice.id);
    };
    await handle({ outcome: 'seen' });
    expect(await waiting()).toBe(true);
    await handle({ outcome: 'understood', text: '已当面了解' });
    expect(await waiting()).toBe(false);
  });

  it('tells its content in the ledger to 乡纪委 only; the chain verifies', async () => {
    const { notice } = await made();
    const entryFor = async (actor: ActorName) => {
      const { seq } = await lastAct(town, notice.id);
      const { body } = await town.as[actor].get(`/api/ledger?area=${TOWNSHIP}&after=${seq - 1}&limit=1`);
      return body.items[0];
    };
    expect(await entryFor('discipline')).toMatchObject({ content: { changes: { matter: notice.matter } } });
    for (const actor of ['partySecretary', 'officeDirector', 'safetyStation', 'county'] as const)
      expect(await entryFor(actor)).toMatchObject({ subjectId: notice.id, content: null, salt: null });
    expect((await verify(town)).findings).toEqual([]);
  });

  it('prints as a paper that says what it is not', async () => {
    const { notice } = await made();
    const path = `/api/supervision-notices/${notice.id}/paper`;
    expect(await download(town, town.as.officeDirector.token, path)).toMatchObject({ status: 404 });
    const answer = await download(town, town.as.discipline.token, path);
    expect(answer).toMatchObject({ status: 200 });
    const { text } = await readPdf(answer.bytes);
    for (const words of ['监督提示', notice.number, MATTER, notice.named.name as string, NOT_A_CLUE])
      expect(text).toContain(words.replaceAll(/\s+/g, ''));
  });

  it('is refused a second time for the same lateness', async () => {
    const { hazard } = await made();
    const [row] = await town.source.query('SELECT * FROM supervision_notice WHERE hazardId = ?', [hazard.id]);
    const again = town.source.query(
      `INSERT INTO supervision_notice (id, number, townshipCode, hazardId, matter, step, dueOn, since, rule, postId, toPostId, madeAt)
       SELECT 'x', number, townshipCode, hazardId, matter, step, dueOn, since, rule, postId, toPostId, madeAt
       FROM supervision_notice WHERE id = ?`,
      [row.id],
    );
    await expect(again).rejects.toThrow();
  });
});
