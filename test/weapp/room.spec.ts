import { forSpec } from '../support/for-spec';
import { startTownship } from '../support/township';
import { hurry, keepItem, personOn } from './support/outbox';
import type { Phone } from './support/phone';
import { phoneOf } from './support/sign-in';

const PHOTO_BYTES = 300_000;

/** WeChat gives 10 MB of keys and 200 MB of files: nearly full is said before a form is begun, and nothing that waits makes room. */
describe('room on the phone', () => {
  const township = forSpec(() => startTownship());
  let phone: Phone;

  beforeEach(async () => {
    phone = await phoneOf('王秀芳', township.url);
    hurry(phone);
    phone.kill();
  });
  afterEach(() => phone.putAway());

  it('nearly taken by keys: said before a form is begun', async () => {
    for (let key = 0; key < 9; key += 1) phone.device.storage.set(`x${key}`, JSON.stringify('x'.repeat(1_000_000)));
    phone.start('hazards/report/index');
    await phone.shows('空间快满了');
  });

  it('nearly taken by photos that wait: said too, and of the files only what nothing names is removed', async () => {
    const waiting = Array.from({ length: 600 }, (_, n) => ({
      id: `p${n}`,
      source: `wxfile://store_waits_${n}.jpg`,
      bytes: PHOTO_BYTES,
      state: 'waiting',
    }));
    for (const { source } of waiting) phone.device.fill(source, PHOTO_BYTES);
    keepItem(phone, { photos: waiting });
    const named = 'wxfile://store_named.jpg';
    const orphan = 'wxfile://store_orphan.jpg';
    for (const source of [named, orphan]) phone.device.fill(source, PHOTO_BYTES);
    const draft = JSON.stringify(JSON.stringify({ photos: [{ source: named }] }));
    phone.device.storage.set(`draft:${personOn(phone)}:some-form`, draft);
    phone.device.valley(true);
    phone.start('hazards/report/index');
    await phone.shows('空间快满了');
    await phone.called('removeSavedFile');
    const removed = phone.device.callsOf('removeSavedFile').map(({ options }) => options.filePath);
    expect(removed).toEqual([orphan]);
  });
});
