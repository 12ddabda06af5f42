import type { HazardView } from '@zerentian/shared/hazards/hazard.contract';
import sharp from 'sharp';
import { forSpec } from '../support/for-spec';
import { heic } from '../support/pictures';
import { startTownship } from '../support/township';
import { keptItems } from './support/outbox';
import { Phone } from './support/phone';
import { signInAs } from './support/sign-in';
import { eventually } from './support/wait';

const YEAR_MS = 365 * 24 * 3600_000;

/** Whatever a phone calls a photo, and a phone whose clock is a year off: each is told in plain Chinese, and nothing else is lost. */
describe('an odd phone', () => {
  const township = forSpec(() => startTownship());
  let phone: Phone;
  afterEach(() => phone.putAway());

  async function reporting(settings: { photo?: () => Buffer; clockOff?: number }, line: string): Promise<void> {
    phone = new Phone({ server: township.url, ...settings });
    await signInAs(phone, '王秀芳');
    await phone.tap('上报隐患');
    await phone.type('#description', line);
    await phone.choose('#areaCode', '大坪村');
  }

  const submit = async () => {
    await phone.tap('上报，请安监站研判');
    await phone.at('hazards/detail/index');
  };

  async function stored(line: string): Promise<HazardView | undefined> {
    const { body } = await township.as.safetyStation.get<{ items: HazardView[] }>('/api/hazards?limit=20');
    return body.items.find(({ description }) => description === line);
  }

  it.each([
    ['HEIC that the phone cannot convert', () => heic(), '这是 HEIC 格式的照片'],
    ['something that is no picture', () => Buffer.from('%PDF-1.7 一份文件'), '选的文件不是照片'],
    ['nothing', () => Buffer.alloc(0), '选的文件不是照片'],
    [
      '21 MB that it cannot make smaller',
      () => Buffer.concat([Buffer.of(0xff, 0xd8, 0xff), Buffer.alloc(21 << 20)]),
      '超过 20 MB',
    ],
  ])('%s: it is not taken, and the line goes without', async (name, photo, words) => {
    await reporting({ photo }, `怪照片：${name}`);
    await phone.tap('#photoIds');
    await phone.shows(words);
    expect(phone.find('.photos__item')).toBeUndefined();
    expect(phone.valueOf('#description')).toBe(`怪照片：${name}`);
    await submit();
    await phone.shows('已送达');
  });

  it('a photo of 60 million pixels is made small before it is kept', async () => {
    const size = { width: 9000, height: 6700, channels: 3 as const, background: '#7a6' };
    const huge = await sharp({ create: size }).jpeg().toBuffer();
    await reporting({ photo: () => huge }, '六千万像素');
    await phone.tap('#photoIds');
    await phone.shows('已存手机');
    await submit();
    await phone.shows('已送达');
    const id = (await stored('六千万像素'))!.photoIds[0];
    const row = async () => (await township.source.query('SELECT width, bytes FROM photo WHERE id = ?', [id]))[0];
    await eventually('the photo to arrive', async () => (await row()).width !== null);
    expect(await row()).toMatchObject({ width: 1600 });
    expect((await row()).bytes).toBeLessThan(300_000);
  });

  it('whoever wants to save says so on 我的: photos are made smaller still', async () => {
    const size = { width: 4000, height: 3000, channels: 3 as const, background: '#7a6' };
    const large = await sharp({ create: size }).jpeg().toBuffer();
    phone = new Phone({ server: township.url, photo: () => large });
    await signInAs(phone, '王秀芳');
    await phone.tapTab('我的');
    await phone.tap('省流量');
    await phone.tapTab('今日');
    await phone.tap('上报隐患');
    await phone.type('#description', '省流量的照片');
    await phone.choose('#areaCode', '大坪村');
    await phone.tap('#photoIds');
    await phone.shows('已存手机');
    await submit();
    await phone.shows('已送达');
    const id = (await stored('省流量的照片'))!.photoIds[0];
    const row = async () => (await township.source.query('SELECT width FROM photo WHERE id = ?', [id]))[0];
    await eventually('the photo to arrive', async () => (await row()).width === 1280);
  });

  it.each([
    ['ahead', YEAR_MS],
    ['behind', -YEAR_MS],
  ])(
    'a clock a year %s: the server’s time counts, also for what was done before any answer came',
    async (_, clockOff) => {
      const line = `时钟差一年 ${clockOff}`;
      await reporting({ clockOff }, line);
      phone.device.valley(true);
      // A new start: nothing is known of the clock.
      phone.start('hazards/report/index');
      await phone.shows('已恢复上次没有提交的内容');
      const before = Date.now();
      await submit();
      await phone.shows('有信号就发出');
      expect(Math.abs(Date.parse(String(keptItems(phone)[0]!.capturedAt)) - before)).toBeGreaterThan(YEAR_MS / 2);
      phone.device.valley(false);
      await phone.shows('已送达');
      const hazard = await stored(line);
      expect(Math.abs(Date.parse(hazard!.occurredAt) - before)).toBeLessThan(60_000);
    },
  );
});
