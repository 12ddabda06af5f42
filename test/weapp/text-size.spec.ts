import { startTownship, type Township } from '../support/township';
import { Phone } from './support/phone';
import { signInAs } from './support/sign-in';

/** 字号: as large as WeChat writes everything, until somebody chooses otherwise. */
let township: Township;
beforeAll(async () => {
  township = await startTownship();
}, 60_000);
afterAll(() => township.close());

test.each([
  [15, '.app--font-standard'],
  [17, '.app--font-standard'],
  [19, '.app--font-large'],
  [24, '.app--font-care'],
])('WeChat at %i px', async (textSize, look) => {
  const phone = new Phone({ server: township.url, textSize });
  phone.start();
  await phone.has(look);
  phone.putAway();
});

test('a WeChat too old to tell leaves it at the usual', async () => {
  const phone = new Phone({ server: township.url, without: ['getAppBaseInfo'] });
  phone.start();
  await phone.has('.app--font-standard');
  phone.switchOff();
});

test('关怀模式 chosen on 我的 holds from then on, also after a start', async () => {
  const phone = new Phone({ server: township.url });
  await signInAs(phone, '张建国');
  phone.start('me/index');
  await phone.tap('关怀模式');
  await phone.has('.app--font-care');
  phone.start();
  await phone.at('today/index');
  await phone.has('.app--font-care');
  phone.putAway();
});
