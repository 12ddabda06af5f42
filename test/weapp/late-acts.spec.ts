import { addDays, dateOf } from '@zerentian/shared/calendar';
import type { HazardView } from '@zerentian/shared/hazards/hazard.contract';
import { forEachTest } from '../support/for-spec';
import { hazardSpec } from '../support/hazard-desk';
import { hurry, keepItem, keptItems, personOn } from './support/outbox';
import type { Phone } from './support/phone';
import { phoneOf } from './support/sign-in';
import { eventually } from './support/wait';

const WORDS = '已清走纸箱，通道画了线';
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

/** What was done without signal while the matter moved on: it arrives marked, the server says what it did with it, the phone says what next. */
describe('what arrives too late', () => {
  const { town, desk } = hazardSpec(forEachTest);
  let phone: Phone;
  let hazard: HazardView;

  beforeEach(async () => {
    phone = await phoneOf('孟庆昌', town.url);
    hurry(phone);
  });
  afterEach(() => phone.putAway());

  /** The head of the enterprise says that it is put right, in the valley. */
  async function putRightInTheValley(): Promise<void> {
    hazard = await desk.report('villageCadre', desk.handedOver());
    phone.start(`hazards/detail/index?id=${hazard.id}`);
    await phone.tap('提交整改');
    await phone.type('#text', WORDS);
    await phone.tap('#photoIds');
    await phone.shows('已存手机');
    phone.device.valley(true);
    await phone.tap('#take-step');
    await phone.at('hazards/detail/index');
    await phone.shows('有信号就发出');
  }

  async function insist(actor: Parameters<typeof desk.step>[0], step: string, body: object = {}): Promise<void> {
    expect(await desk.step(actor, hazard, step, body)).toMatchObject({ status: 200 });
  }

  /** A colleague of the head was quicker, and 安监站 went on. */
  async function recheckedMeanwhile(): Promise<void> {
    await insist('enterpriseHead', 'submit', { text: '同事已经报了整改' });
    await insist('safetyStation', 'verify', { companionPersonId: desk.personOf('villageCadre') });
  }

  const notes = async () => (await desk.detail('safetyStation', hazard)).events.filter(({ late }) => late);

  const MEANWHILE: [string, () => Promise<void>, string][] = [
    [
      'closed',
      async () => {
        await recheckedMeanwhile();
        await insist('safetyStation', 'close');
      },
      '已销号',
    ],
    [
      'merged into another',
      async () => {
        const other = await desk.report('villageCadre', desk.handedOver({ description: '配电箱前杂物堵塞通道' }));
        await insist('safetyStation', 'merge', { text: '同一处', intoId: other.id });
      },
      '重复并案',
    ],
    [
      'handed to another unit',
      async () => {
        await recheckedMeanwhile();
        await insist('safetyStation', 'reopen', { text: '又出现' });
        await insist('safetyStation', 'assign', { responsibleUnitId: town.id('unit:safety') });
      },
      '已交办',
    ],
  ];

  it.each(MEANWHILE)('the hazard was %s meanwhile', async (_, moveOn, stateNow) => {
    await putRightInTheValley();
    await moveOn();
    phone.device.valley(false);
    await phone.shows('“提交整改”没有办成');
    await phone.shows(`这条隐患现在是“${stateNow}”`);
    await phone.shows('您写的内容和照片已作为补充说明记入它的经过，没有丢失');
    await phone.shows(WORDS);
    expect(await notes()).toMatchObject([{ text: WORDS, actor: { personId: personOn(phone) } }]);
    await eventually('the photo to arrive', () => keptItems(phone)[0]?.photos[0]?.state === 'stored');

    phone.start('outbox/index');
    await phone.shows('需要处理');
    await phone.shows('请看说明');
    await phone.tap('看最新进展');
    await phone.at('hazards/detail/index');
    await phone.shows(WORDS);
    await phone.tap('知道了');
    await eventually('nothing to be left', () => keptItems(phone).length === 0);
    expect(await notes()).toHaveLength(1);
  });

  it('the post ended meanwhile: what was done in it is heard, and what it is now is told', async () => {
    town.clock.set(daysAgo(60));
    hazard = await desk.report('villageCadre', desk.handedOver({ deadline: undefined }));
    town.clock.set(null);
    const occurredAt = daysAgo(50).toISOString();
    phone.kill();
    keepItem(phone, {
      title: '提交整改',
      path: `/hazards/${hazard.id}/submit`,
      subject: `hazard:${hazard.id}`,
      page: { page: 'hazard', params: { id: hazard.id } },
      capturedAt: occurredAt,
      body: { text: WORDS, ifLate: 'keep', occurredAt },
    });
    await endTenureOf('post:changsheng', addDays(dateOf(new Date()), -40));
    phone.start('outbox/index');
    await phone.shows('“提交整改”没有办成');
    await phone.shows('没有丢失');
    expect(await notes()).toMatchObject([{ text: WORDS }]);
    await phone.tap('看最新进展');
    await phone.at('hazards/detail/index');
    await phone.tap('知道了');
    await eventually('nothing to be left', () => keptItems(phone).length === 0);
  });

  it('the session ran out meanwhile: it waits for the same person, and is done once', async () => {
    await putRightInTheValley();
    await town.source.query('DELETE FROM session WHERE personId = ?', [personOn(phone)]);
    phone.device.valley(false);
    await phone.at('sign-in/index');
    await phone.tap('孟庆昌');
    await eventually('it to arrive', () => keptItems(phone)[0]?.state === 'delivered', undefined, 30_000);
    expect((await desk.detail('safetyStation', hazard)).events.map(({ step }) => step)).toEqual(['report', 'submit']);
    expect(await notes()).toEqual([]);
  });

  it('nothing happened meanwhile: it is done, dated when it was done', async () => {
    await putRightInTheValley();
    phone.device.valley(false);
    await phone.shows('待复查');
    expect(keptItems(phone)[0]).not.toHaveProperty('kept');
    expect(await notes()).toEqual([]);
  });

  it('another of the enterprise’s own list was quicker: refused in words, kept on the phone, a look before anything else', async () => {
    const { body: entry } = await town.as.enterpriseHead.post('/api/self-checks', { text: '吊带磨损' });
    phone.start(`self-checks/detail/index?id=${entry.id}`);
    await phone.type('#remedy', WORDS);
    phone.device.valley(true);
    await phone.tap('改好了，销掉');
    await phone.shows('有信号就发出');
    const quicker = await town.as.enterpriseHead.post(`/api/self-checks/${entry.id}/fix`, { remedy: '已更换' });
    expect(quicker.status).toBe(200);
    phone.device.valley(false);
    await phone.shows('这一步现在不能办理');
    expect(keptItems(phone)).toMatchObject([{ state: 'refused', body: { remedy: WORDS } }]);

    phone.start('outbox/index');
    await phone.shows('需要处理');
    // Its form is no longer there: what was written must not be taken out of the list into it.
    expect(phone.text).not.toContain('修改后再发');
    await phone.tap('看最新进展');
    await phone.at('self-checks/detail/index');
    await phone.shows('已更换');
    await phone.tap('放弃');
    await phone.tap('确定放弃');
    await eventually('nothing to be left', () => keptItems(phone).length === 0);
  });

  async function endTenureOf(post: string, until: string): Promise<void> {
    const rows: { tenureId: string }[] = await town.source.query(
      'SELECT tenureId FROM tenure WHERE postId = ? AND supersededAt IS NULL AND endsOn IS NULL',
      [town.id(post)],
    );
    for (const { tenureId } of rows)
      expect((await town.as.administrator.post(`/api/tenures/${tenureId}/end`, { until })).status).toBe(200);
  }
});
