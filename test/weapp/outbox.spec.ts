import type { HazardView } from '@zerentian/shared/hazards/hazard.contract';
import { problem } from '@zerentian/shared/problem';
import { forSpec } from '../support/for-spec';
import { OTHER_VILLAGE, startTownship } from '../support/township';
import { hurry, keepItem, keptItems, personOn } from './support/outbox';
import type { Phone } from './support/phone';
import { MOST_DRAWN_BYTES } from './support/set-data-meter';
import { phoneOf } from './support/sign-in';
import { eventually } from './support/wait';

const LINE = '排水沟盖板断裂，行人容易踩空';
const PART = /\/photos\/[^/]+\/parts\/(\d+)$/;

type Call = Record<string, unknown>;
const isPart = (n?: number) => (call: Call) => {
  const part = call.method === 'PUT' ? PART.exec(String(call.url)) : null;
  return part !== null && (n === undefined || Number(part[1]) === n);
};
const isReport = ({ url, method }: Call) => method === 'POST' && String(url).endsWith('/api/hazards');

/** One bar of signal, an app that is killed, a phone that changes hands: what was done is there once. */
describe('the outbox', () => {
  const township = forSpec(() => startTownship());
  let phone: Phone;

  beforeEach(async () => {
    phone = await phoneOf('王秀芳', township.url);
    hurry(phone);
    phone.start();
  });
  afterEach(() => phone.putAway());

  async function write(line: string, photos = 0): Promise<void> {
    await phone.tap('上报隐患');
    await phone.type('#description', line);
    await phone.choose('#areaCode', '大坪村');
    for (let n = 1; n <= photos; n += 1) {
      await phone.tap('#photoIds');
      await eventually(`photo ${n} to be kept`, () => phone.text.split('已存手机').length > n);
    }
  }
  const submit = async () => {
    await phone.tap('上报，请安监站研判');
    await phone.at('hazards/detail/index');
  };

  async function stored(line: string): Promise<HazardView[]> {
    const { body } = await township.as.safetyStation.get<{ items: HazardView[] }>('/api/hazards?limit=100');
    return body.items.filter(({ description }) => description === line);
  }

  const partsSent = () => phone.device.callsOf('request').filter(({ options }) => isPart()(options)).length;

  it('survives the app being killed in mid-upload and delivers each thing once', async () => {
    const line = `${LINE}，第一次`;
    // A photo as the camera made it: three parts.
    phone.device.behave('compressImage', 'fail');
    await write(line, 1);
    phone.device.behave('request', 'hang', isPart(1));
    await submit();
    await phone.shows('文字已送达，照片还在传。');
    await phone.shows('发送中 33%');
    expect(await stored(line)).toHaveLength(1);
    const [item] = keptItems(phone);
    phone.kill();
    const before = partsSent();
    phone.device.behave('request', 'ok');
    phone.start();
    await eventually('the photo to arrive', () => keptItems(phone)[0]?.photos[0]?.state === 'stored');
    expect(partsSent() - before).toBe(2);
    const [hazard] = await stored(line);
    expect((await stored(line)).length).toBe(1);
    expect(hazard?.photoIds).toEqual([item?.photos[0]?.id]);
    const { body } = await township.as.otherVillageCadre.get(`/api/photos/${hazard?.photoIds[0]}/state`);
    expect(body).toMatchObject({ stored: true });
    await eventually('the file to be freed', () => phone.device.callsOf('removeSavedFile').length === 1);
  });

  it('shows the report with a small picture while the photo itself is on its way', async () => {
    const line = `${LINE}，看得见`;
    await write(line, 1);
    phone.device.behave('request', 'hang', isPart());
    await submit();
    await phone.shows('文字已送达，照片还在传。');
    const [hazard] = await stored(line);
    const { body } = await township.as.safetyStation.get(`/api/hazards/${hazard?.id}`);
    const picture = await fetch(`${township.url}${body.photos[0].thumbnailUrl}`);
    expect([picture.status, picture.headers.get('cache-control')]).toEqual([200, 'no-store']);
  });

  it('waits in the valley, killed and started there, and sends by itself when the mast is back', async () => {
    const line = `${LINE}，沟里`;
    await write(line);
    phone.device.valley(true);
    await submit();
    await phone.shows('已存在手机里，有信号就发出');
    phone.start();
    await phone.shows('1 条未发送');
    await phone.tap('查看');
    await phone.at('outbox/index');
    await phone.shows(line);
    await phone.shows('未发送');
    phone.device.valley(false);
    await phone.shows('已送达 ');
    expect(await stored(line)).toHaveLength(1);
  });

  it('replayed as a whole, as from a copy of the phone: the server holds each thing once', async () => {
    const line = `${LINE}，重放`;
    await write(line, 1);
    // What is told of the photo arrives, the report does not: its body is fixed from now on.
    phone.device.behave('request', 'fail', isReport);
    await submit();
    await eventually('the try', () => keptItems(phone)[0]?.fixed === true);
    phone.kill();
    const keys = [...phone.device.storage];
    const files = phone.device.copyFiles();
    phone.device.behave('request', 'ok');
    for (let round = 1; round <= 3; round += 1) {
      phone.device.storage.clear();
      for (const [key, value] of keys) phone.device.storage.set(key, value);
      files.putBack();
      phone.start();
      await eventually(`round ${round}`, () => keptItems(phone)[0]?.photos[0]?.state === 'stored');
      phone.kill();
    }
    files.forget();
    const [hazard, ...others] = await stored(line);
    expect(others).toEqual([]);
    expect(hazard?.photoIds).toHaveLength(1);
    const { body } = await township.as.safetyStation.get(`/api/hazards/${hazard?.id}`);
    expect(body.events).toHaveLength(1);
    const photos = await township.source.query('SELECT id FROM photo WHERE id = ?', [hazard?.photoIds[0]]);
    expect(photos).toHaveLength(1);
  });

  it('keeps the line and says so when a photo was cleaned away before it was sent', async () => {
    const line = `${LINE}，照片没了`;
    await write(line, 2);
    phone.device.valley(true);
    await submit();
    await phone.shows('有信号就发出');
    const [item] = keptItems(phone);
    // Not in the middle of a try, which may have read it already.
    phone.kill();
    phone.device.lose(item!.photos[0]!.source);
    phone.device.valley(false);
    phone.start('outbox/index');
    await phone.shows('有一张照片没有送达：手机里找不到这张照片了');
    await phone.shows('请看说明');
    const [hazard] = await stored(line);
    expect(hazard?.photoIds).toEqual([item!.photos[1]!.id]);
    await phone.tap('知道了');
    await eventually('nothing to be left', () => !phone.text.includes('请看说明'));
  });

  it('keeps everything when the session has run out, for the same person alone', async () => {
    const line = `${LINE}，登录过期`;
    await write(line);
    phone.device.valley(true);
    await submit();
    await phone.shows('有信号就发出');
    const owner = personOn(phone);
    await township.source.query('DELETE FROM session WHERE personId = ?', [owner]);
    phone.device.valley(false);
    await phone.at('sign-in/index');
    expect(await stored(line)).toEqual([]);

    await phone.tap('张建国');
    await phone.at('hazards/detail/index');
    phone.start();
    await phone.at('today/index');
    expect(personOn(phone)).not.toBe(owner);
    expect(phone.text).not.toContain('未发送');
    await phone.tapTab('我的');
    await phone.tap('#sign-out');
    await phone.at('sign-in/index');
    expect(await stored(line)).toEqual([]);
    expect(keptItems(phone)).toMatchObject([{ personId: owner, state: 'waiting' }]);

    await phone.tap('王秀芳');
    await eventually('the report to arrive', async () => (await stored(line)).length === 1);
  });

  it('shows what was refused in the server’s words, and takes it back into its form', async () => {
    const line = `${LINE}，单位没了`;
    await write(line);
    phone.device.valley(true);
    await submit();
    await phone.shows('有信号就发出');
    const [item] = keptItems(phone);
    phone.kill();
    const body = { ...(item!.body as object), areaCode: undefined, unitId: '01890000-0000-7000-8000-00000000dead' };
    keepItem(phone, { ...item, body });
    phone.device.valley(false);
    phone.start('outbox/index');
    await phone.shows('没有找到这个单位');
    await phone.tap('修改后再发');
    await phone.at('hazards/report/index');
    await phone.shows(line);
    expect(phone.valueOf('#description')).toBe(line);
    await submit();
    await phone.shows('已送达');
    expect(await stored(line)).toHaveLength(1);
    expect(keptItems(phone)).toHaveLength(1);
  });

  it('is given up only by who was asked twice', async () => {
    phone.kill();
    keepItem(phone, { about: '放弃的一条', body: {}, state: 'refused', refusal: { detail: '不行', errors: [] } });
    phone.start('outbox/index');
    await phone.tap('放弃');
    await phone.tap('先留着');
    expect(keptItems(phone)).toHaveLength(1);
    await phone.tap('放弃');
    await phone.tap('确定放弃');
    await phone.shows('没有待发送的内容');
    expect(keptItems(phone)).toHaveLength(0);
  });

  it('makes room from what was delivered, and keeps an act in memory where there is none', async () => {
    const line = `${LINE}，存满了`;
    phone.kill();
    keepItem(phone, { state: 'delivered', deliveredAt: new Date().toISOString() });
    phone.start();
    await write(line);
    phone.device.behave('setStorageSync', 'full');
    phone.device.behave('request', 'fail', isReport);
    await submit();
    await phone.shows('没能存下来：发出之前请不要关掉小程序');
    expect(keptItems(phone)).toHaveLength(0);
    phone.device.valley(false);
    await phone.shows('已送达');
    expect(await stored(line)).toHaveLength(1);
  });

  it('waits for an update when this version is too old', async () => {
    const line = `${LINE}，旧版`;
    await write(line);
    phone.device.answerInstead(isReport, { status: 426, body: problem('client_too_old') });
    await submit();
    await phone.shows('版本太旧，更新后会接着发出');
    phone.device.answerInstead(isReport, null);
    phone.start();
    await eventually('the report to arrive', async () => (await stored(line)).length === 1);
  });

  it('opens with five hundred waiting and hands the drawing side little at once', async () => {
    phone.kill();
    for (let n = 0; n < 500; n += 1) keepItem(phone, { about: `第 ${n + 1} 条：${LINE}` });
    phone.device.valley(true);
    phone.start();
    await phone.shows('500 条未发送');
    await phone.tap('查看');
    await phone.shows('第 15 条');
    expect(phone.text).not.toContain('第 16 条');
    await phone.tap('显示更多');
    await phone.shows('第 30 条');
    const most = Math.max(...phone.program.meter.actions.map(({ bytes }) => bytes));
    console.info(`setData with 500 waiting: the largest action ${most} bytes`);
    expect(most).toBeLessThan(MOST_DRAWN_BYTES);
  });

  it('sends forty that waited, in order, each once, though answers are lost', async () => {
    phone.kill();
    const lines = Array.from({ length: 40 }, (_, n) => `${LINE}，第 ${n + 1} 处`);
    for (const description of lines) {
      const body = { description, path: 'referred', areaCode: OTHER_VILLAGE, occurredAt: new Date().toISOString() };
      keepItem(phone, { body });
    }
    let sent = 0;
    // Every seventh answer is lost after the server has stored the report.
    phone.device.behave('request', 'answer-lost', (call) => {
      if (isReport(call)) sent += 1;
      return isReport(call) && sent % 7 === 0;
    });
    phone.start();
    await eventually(
      'all to arrive',
      () => keptItems(phone).every(({ state }) => state === 'delivered'),
      undefined,
      60_000,
    );
    const { body } = await township.as.safetyStation.get<{ items: HazardView[] }>('/api/hazards?limit=100');
    const arrived = body.items.map(({ description }) => description ?? '').filter((it) => it.endsWith('处'));
    expect(arrived.reverse()).toEqual(lines);
  });
});
