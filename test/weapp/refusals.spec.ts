import type { HazardView } from '@zerentian/shared/hazards/hazard.contract';
import { forSpec } from '../support/for-spec';
import { startTownship } from '../support/township';
import type { Phone } from './support/phone';
import { phoneOf } from './support/sign-in';
import { eventually } from './support/wait';

const LINE = '灭火器压力不足，指针在红区';

/** The phone or its owner says no in the middle of a report: the program goes on and what was typed is there. */
describe('a phone that refuses', () => {
  const township = forSpec(() => startTownship());
  let phone: Phone;

  beforeEach(async () => {
    phone = await phoneOf('王秀芳', township.url);
    await phone.tap('上报隐患');
    await phone.type('#description', LINE);
    await phone.choose('#areaCode', '大坪村');
  });
  afterEach(() => phone.putAway());

  async function stored(): Promise<HazardView[]> {
    const { body } = await township.as.otherVillageCadre.get<{ items: HazardView[] }>('/api/hazards?limit=100');
    return body.items.filter(({ description }) => description === LINE);
  }

  const submit = () => phone.tap('上报，请安监站研判');
  const hazardPost = ({ url, method }: Record<string, unknown>) =>
    method === 'POST' && String(url).endsWith('/api/hazards');

  it.each(['cancel', 'deny', 'fail'] as const)('no photo (%s): the line alone is sent', async (how) => {
    phone.device.behave('chooseMedia', how);
    await phone.tap('#photoIds');
    await phone.called('chooseMedia');
    expect(phone.valueOf('#description')).toBe(LINE);
    expect(phone.find('.photos__item')).toBeUndefined();
    const before = (await stored()).length;
    await submit();
    await phone.at('hazards/detail/index');
    await phone.shows('已送达');
    expect(await stored()).toHaveLength(before + 1);
  });

  it('no room for the photo: it says so, and sends it from where WeChat put it', async () => {
    phone.device.behave('saveFile', 'full');
    phone.device.behave('compressImage', 'fail');
    await phone.tap('#photoIds');
    await phone.shows('照片没能存下来');
    await submit();
    await phone.shows('已送达');
    expect((await stored()).at(0)?.photoIds).toHaveLength(1);
  });

  it('no room for the draft: nothing on the page is lost, and it is sent', async () => {
    phone.device.behave('setStorageSync', 'full');
    await phone.type('#description', `${LINE}，已拍照`);
    await phone.shows('空间满了，正在写的没能存下来：提交之前请不要关掉小程序');
    expect(phone.valueOf('#description')).toBe(`${LINE}，已拍照`);
    await submit();
    await phone.at('hazards/detail/index');
    await phone.shows('已送达');
  });

  it('full in mid-capture: making room takes nothing of what is being written', async () => {
    const line = `${LINE}，拍到一半满了`;
    phone.device.behave('setStorageSync', 'full');
    await phone.type('#description', line);
    await phone.tap('#photoIds');
    await phone.shows('已存手机');
    // The draft that names the first photo is in memory alone.
    phone.device.behave('saveFile', 'full');
    await phone.tap('#photoIds');
    await phone.shows('照片没能存下来');
    await submit();
    await phone.shows('已送达');
    const { body } = await township.as.otherVillageCadre.get<{ items: HazardView[] }>('/api/hazards?limit=100');
    const [hazard] = body.items.filter(({ description }) => description === line);
    expect(hazard?.photoIds).toHaveLength(2);
    for (const id of hazard?.photoIds ?? [])
      await eventually('the photo to arrive', async () => {
        const state = await township.as.otherVillageCadre.get(`/api/photos/${id}/state`);
        return state.body.stored === true;
      });
  });

  it('no place: the report does without', async () => {
    phone.device.behave('getLocation', 'deny');
    await phone.tap('补充：具体位置、级别、归属（选填）');
    await phone.tap('附上现在的位置');
    await phone.shows('没有取得位置，不影响上报');
    expect(phone.valueOf('#description')).toBe(LINE);
  });

  it('an older WeChat without random bytes, and one that never answers: the ids are made all the same', async () => {
    phone.device.behave('getRandomValues', 'hang');
    await phone.tap('#photoIds');
    await phone.shows('已存手机');
    await submit();
    await phone.at('hazards/detail/index');
    await phone.shows('已送达');
  });

  it('a place that is allowed goes along', async () => {
    await phone.tap('补充：具体位置、级别、归属（选填）');
    await phone.tap('附上现在的位置');
    await phone.shows('已附上位置，约 20 米内');
  });

  it.each(['fail', 'timeout'] as const)(
    'no network (%s): kept on the phone, and sent once there is one',
    async (how) => {
      const before = (await stored()).length;
      phone.device.behave('request', how, hazardPost);
      await submit();
      await phone.at('hazards/detail/index');
      await phone.shows('已存在手机里，有信号就发出');
      await phone.shows(LINE);
      expect(await stored()).toHaveLength(before);
      phone.device.valley(false);
      await phone.shows('已送达');
      expect(await stored()).toHaveLength(before + 1);
    },
  );

  it('an answer that never arrives: sent again, it is stored once', async () => {
    const before = (await stored()).length;
    phone.device.behave('request', 'answer-lost', hazardPost);
    await submit();
    await phone.shows('已存在手机里，有信号就发出');
    await eventually('the report to arrive', async () => (await stored()).length > before);
    phone.device.valley(false);
    await phone.shows('已送达');
    expect(await stored()).toHaveLength(before + 1);
  });

  it('killed while writing: the draft is back, on the same page', async () => {
    phone.start('hazards/report/index');
    await phone.shows('已恢复上次没有提交的内容');
    expect(phone.valueOf('#description')).toBe(LINE);
  });

  it('killed without network: 今日 shows what was last known', async () => {
    phone.start();
    await phone.shows('常用');
    // What was read is written down a moment later, once for all that came in.
    await eventually('what was read to be kept', () => phone.device.storage.get('kept-queries')?.includes('today'));
    phone.kill();
    phone.device.behave('request', 'fail');
    phone.start();
    await phone.shows('常用');
    await phone.shows('王秀芳');
  });
});
