import { startTownship, type Township } from '../support/township';
import { WechatStub } from '../support/wechat-stub';
import { Phone } from './support/phone';

const OPEN_ID = 'openid-of-a-cadre';

/** WeChat vouches for the phone, the roster for the person; once tied, one tap is enough, on a new phone too. */
describe('signing in by WeChat', () => {
  let township: Township;
  let wechat: WechatStub;
  let phone: Phone;

  beforeAll(async () => {
    wechat = await WechatStub.start();
    township = await startTownship(wechat.settings);
  }, 60_000);
  afterAll(async () => {
    await township.close();
    await wechat.stop();
  });

  beforeEach(() => {
    phone = new Phone({ server: township.url, wechatCode: () => wechat.login(OPEN_ID) });
    phone.start();
  });
  afterEach(() => phone.putAway());

  it('a WeChat that nobody knows is tied to the roster by phone number and code', async () => {
    const { body } = await township.as.otherVillageCadre.get<{ person: { phone: string } }>('/api/me');
    await phone.tap('#wechat-sign-in');
    await phone.type('#phone', body.person.phone);
    await phone.tap('#send-code');
    await phone.shows('验证码：');
    await phone.tap('#bind-wechat');
    await phone.at('today/index');
    await phone.shows('王秀芳');
  });

  it('from then on one tap is enough, and whoever signs out is gone', async () => {
    await phone.tap('#wechat-sign-in');
    await phone.at('today/index');
    await phone.shows('王秀芳');
    await phone.tapTab('我的');
    await phone.tap('退出登录');
    await phone.at('sign-in/index');
    expect(JSON.stringify([...phone.device.storage.values()])).not.toContain('王秀芳');
  });

  it('where WeChat cannot be reached the page says so, and the password still works', async () => {
    phone.device.behave('login', 'fail');
    await phone.tap('#wechat-sign-in');
    await phone.has('#error-summary');
    phone.device.behave('login', 'ok');
    const { body } = await township.as.county.get<{ items: { login: string; password: string }[] }>('/api/demo/logins');
    await phone.type('#login', body.items[0]!.login);
    await phone.type('#password', body.items[0]!.password);
    await phone.tap('#sign-in');
    await phone.at('today/index');
  });
});
