import { forSpec } from '../support/for-spec';
import { startTownship } from '../support/township';
import { Bundle } from './support/bundle';
import { Phone } from './support/phone';
import { photo } from './support/photo';
import { signInAs } from './support/sign-in';
import { eventually } from './support/wait';

/** WeChat demands an agreement before camera, album and place; whoever refuses goes on without them. */
describe('privacy', () => {
  const township = forSpec(() => startTownship());
  let phone: Phone;

  beforeEach(async () => {
    phone = new Phone({ server: township.url, photo, privacy: 'not asked yet' });
    await signInAs(phone, '王秀芳');
    await phone.tap('上报隐患');
    await phone.type('#description', '井盖松动');
    await phone.choose('#areaCode', '大坪村');
  });
  afterEach(() => phone.putAway());

  const asked = () => phone.shows('不同意也照常能上报');
  const answered = () => eventually('the question to go', () => phone.find('#privacy-sheet') === undefined);

  it('asks in our own words before the first photo, once', async () => {
    expect(phone.find('#privacy-sheet')).toBeUndefined();
    await phone.tap('#photoIds');
    await asked();
    expect(phone.find('.photos__item')).toBeUndefined();
    await phone.tapOpen('#agree-privacy', 'agreeprivacyauthorization');
    await phone.shows('已存手机');
    await answered();
    await phone.tap('补充：具体位置、级别、归属（选填）');
    await phone.tap('附上现在的位置');
    await phone.shows('已附上位置');
  });

  it('lets who refuses report all the same', async () => {
    await phone.tap('#photoIds');
    await asked();
    await phone.tap('不同意');
    await phone.shows('没能打开相机或相册，不影响提交文字');
    await phone.tap('补充：具体位置、级别、归属（选填）');
    await phone.tap('附上现在的位置');
    await asked();
    await phone.tap('不同意');
    await phone.shows('没有取得位置，不影响上报');
    await phone.tap('上报，请安监站研判');
    await phone.at('hazards/detail/index');
    await phone.shows('已送达');
  });

  it('lets who refuses record their work all the same', async () => {
    phone.start('duty-records/record/index');
    await phone.tap('安全检查');
    await phone.type('#text', '不带照片的记录');
    await phone.tap('#photoIds');
    await asked();
    await phone.tap('不同意');
    await phone.shows('没能打开相机或相册');
    await phone.tap('#submit-record');
    await phone.shows('已送达');
  });

  it('leaves it to an older WeChat to ask', async () => {
    const older = new Phone({ server: township.url, photo, without: ['onNeedPrivacyAuthorization'] });
    await signInAs(older, '王秀芳');
    older.putAway();
  });
});

it('app.json declares what is used, and no more', () => {
  const { app } = Bundle.built();
  expect(app).toMatchObject({
    __usePrivacyCheck__: true,
    requiredPrivateInfos: ['getLocation'],
    permission: { 'scope.userLocation': expect.anything() },
  });
  expect(Object.keys(app.permission as object)).toEqual(['scope.userLocation']);
  expect(app).not.toHaveProperty('requiredBackgroundModes');
});
