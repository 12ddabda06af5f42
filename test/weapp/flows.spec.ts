import type { DutyRecordView } from '@zerentian/shared/duty-records/duty-record.contract';
import { forSpec } from '../support/for-spec';
import { startTownship } from '../support/township';
import type { Phone } from './support/phone';
import { phoneOf } from './support/sign-in';
import { bytesOf } from './support/wx/files';

const LINE = '到三户养殖户查用电，换掉一处老化插座';

/** What else is done on the phone every week, tapped through: a handler that the build lost shows only here. */
describe('on the phone of a 包村干部', () => {
  const township = forSpec(() => startTownship());
  let phone: Phone;

  beforeEach(async () => {
    phone = await phoneOf('张建国', township.url);
  });
  afterEach(() => phone.putAway());

  it('a duty record in one line and a photo', async () => {
    await phone.tap('履职记录');
    await phone.at('duty-records/list/index');
    await phone.tap('#record-duty');
    await phone.at('duty-records/record/index');
    await phone.tap('安全检查');
    await phone.type('#text', LINE);
    await phone.tap('#photoIds');
    await phone.shows('已存手机');
    await phone.tap('#submit-record');
    await phone.shows('已送达');
    const { body } = await township.as.villageCadre.get<{ items: DutyRecordView[] }>('/api/duty-records?mine=true');
    expect(body.items.map(({ text }) => text)).toContain(LINE);
    await phone.tap('看我的记录');
    await phone.at('duty-records/list/index');
    await phone.shows(LINE);
  });

  it('the work summary, put into other words, copied and as a PDF', async () => {
    phone.open('duty-records/summary/index');
    await phone.type('#text', '本月走访三户，换掉一处老化插座。');
    await phone.tap('#copy-summary');
    await phone.called('setClipboardData');
    expect(phone.program.shown.clipboard).toBe('本月走访三户，换掉一处老化插座。');
    await phone.tap('#print-summary');
    await phone.called('openDocument');
    const { filePath } = phone.device.callsOf('openDocument')[0]!.options as { filePath: string };
    expect(bytesOf(phone.device, filePath).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('a summary that the phone has no room for says so, and the text stays', async () => {
    phone.device.behave('writeFile', 'full');
    phone.open('duty-records/summary/index');
    await phone.type('#text', '本月走访三户。');
    await phone.tap('#print-summary');
    await phone.has('#error-summary');
    expect(phone.valueOf('#text')).toBe('本月走访三户。');
  });

  it('a call from the contact book, found by a few characters, without any network', async () => {
    await phone.tap('通讯录');
    await phone.shows('截至');
    phone.kill();
    phone.device.behave('request', 'fail');
    phone.start('contacts/index');
    await phone.type('#contact-words', '马志远');
    await phone.shows('马志远');
    await phone.tap('.person__call');
    await phone.called('makePhoneCall');
    const { body } = await township.as.safetyStation.get<{ person: { phone: string } }>('/api/me');
    expect(phone.device.callsOf('makePhoneCall')[0]!.options).toMatchObject({ phoneNumber: body.person.phone });
  });

  it('who is accountable for another village, one tap and a choice', async () => {
    await phone.tap('谁负责');
    await phone.at('accountability/index');
    await phone.choose('#ask-area', '屯港村');
    await phone.shows('崔银花');
  });

  it('a large font, which every page and the next start keep', async () => {
    await phone.tapTab('我的');
    await phone.tap('大字');
    phone.start('contacts/index');
    await phone.has('.app--font-large');
  });
});
