import type { StandardView } from '@zerentian/shared/standards/standard.contract';
import { startTownship, type Township, VILLAGE } from '../support/township';
import { Phone } from './support/phone';
import { signInAs } from './support/sign-in';
import { eventually } from './support/wait';

/** What spares typing on the way to a report: the library, also without a signal; three fields; what others reported already. */
let township: Township;
beforeAll(async () => {
  township = await startTownship();
}, 60_000);
afterAll(() => township.close());

async function firstOf(q: string): Promise<StandardView> {
  const { body } = await township.as.villageCadre.get(`/api/standards?q=${encodeURIComponent(q)}`);
  return body.items[0];
}

const holds = (phone: Phone, field: string, words: string) =>
  eventually(
    `${field} to hold “${words}”`,
    () => phone.valueOf(field) === words,
    () => phone.valueOf(field),
  );

test('an entry of the library fills in the line, from the kept copy where there is no signal', async () => {
  const entry = await firstOf('有限空间 台账');
  const phone = new Phone({ server: township.url });
  await signInAs(phone, '张建国');
  await phone.tap('上报隐患');
  await phone.tap('#choose-standard');
  await phone.shows('标准库里选');
  await phone.type('#standard-search', '台账');
  await phone.shows(entry.wording);
  phone.device.behave('request', 'fail');
  phone.start('hazards/report/index');
  await phone.tap('#choose-standard');
  await phone.type('#standard-search', '台账');
  await phone.tap(entry.wording);
  await holds(phone, '#description', entry.wording);
  await holds(phone, '#standardClause', `${entry.basis} ${entry.clause}`);
  phone.switchOff();
});

test('the head of a village says what, where and shows it', async () => {
  const phone = new Phone({ server: township.url });
  await signInAs(phone, '吴富贵');
  await phone.tap('上报隐患');
  await phone.has('#description');
  await phone.has('#spot');
  await phone.has('#photoIds');
  expect([phone.find('#unitId'), phone.find('#choose-standard')]).toEqual([undefined, undefined]);
  await phone.tap('#report-more');
  await phone.has('#choose-standard');
  phone.putAway();
});

test('what is open already is shown while one writes, and can be added to', async () => {
  const report = { areaCode: VILLAGE, description: '村口路灯杆倾斜，快要倒了' };
  const { body } = await township.as.villageCadre.post('/api/hazards', report);
  const phone = new Phone({ server: township.url });
  await signInAs(phone, '吴富贵');
  await phone.tap('上报隐患');
  await phone.type('#description', '村口的路灯杆歪了');
  await phone.shows('可能已经有人报过');
  await phone.shows(body.number);
  await phone.tap('是同一个问题，作为补充');
  await holds(phone, '#description', `补充隐患 ${body.number}：村口的路灯杆歪了`);
  phone.putAway();
});
