import type { InspectionDetail, InspectionView } from '@zerentian/shared/inspections/inspection.contract';
import { startTownship, type Township } from '../support/township';
import { hurry, keptItems } from './support/outbox';
import { Phone } from './support/phone';
import { signInAs } from './support/sign-in';
import { eventually } from './support/wait';

/** A visit in the WeChat bundle: from the choice of the unit to the signature, and to the server. */
let township: Township;
let cadre: Phone;
beforeAll(async () => {
  township = await startTownship();
  cadre = new Phone({ server: township.url });
}, 60_000);
afterAll(() => township.close());

it('goes from 今日 through the ten items to the field for the signature, and arrives with why it is empty', async () => {
  await signInAs(cadre, '张建国');
  await cadre.tap('检查');
  await cadre.at('inspections/list/index');
  await cadre.tap('#begin-visit');
  await cadre.at('inspections/visit/index');
  await cadre.tap('昌盛建材厂（示例）');
  await cadre.shows('传动皮带、齿轮等转动部位有防护罩');
  await cadre.tap('10 项都合格');
  await cadre.tap('#rest-confirm');
  await cadre.shows('合格 10 项，不合格 0 项');
  await cadre.has('#signaturePhotoId-canvas');
  await cadre.tap('#refuses');
  await cadre.type('#refusal', '负责人不在场');
  await cadre.type('#witness', '网格员示例');
  await cadre.tap('#send-visit');
  await cadre.at('inspections/detail/index');
  await cadre.shows('已送达');
  const { body } = await township.as.villageCadre.get<{ items: InspectionView[] }>('/api/inspections?mine=true');
  expect(body.items).toHaveLength(1);
  const detail = await township.as.villageCadre.get<InspectionDetail>(`/api/inspections/${body.items[0]?.id}`);
  expect(detail.body).toMatchObject({ counts: { total: 10, passed: 10 }, inspectedName: '孟庆昌（示例）' });
  expect(detail.body.refusal).toEqual({ reason: '负责人不在场', witness: '网格员示例' });
  cadre.complaints.none();
}, 60_000);

it('signed with a finger in the valley, the app killed: the visit and the signature arrive once each', async () => {
  hurry(cadre);
  cadre.start('inspections/visit/index');
  await cadre.tap('昌盛建材厂（示例）');
  await cadre.tap('10 项都合格');
  await cadre.tap('#rest-confirm');
  cadre.device.valley(true);
  await cadre.draw('#signaturePhotoId-canvas', [
    [20, 40],
    [80, 90],
    [140, 30],
  ]);
  await cadre.has('#signaturePhotoId');
  await cadre.shows('擦掉重签');
  await cadre.tap('#send-visit');
  await cadre.shows('有信号就发出');
  const item = keptItems(cadre).at(-1);
  expect(item).toMatchObject({ title: '安全检查', photos: [{ state: 'waiting' }] });
  cadre.kill();
  cadre.device.valley(false);
  cadre.start();
  await eventually('the signature to arrive', () => keptItems(cadre).at(-1)?.photos[0]?.state === 'stored');
  const { body } = await township.as.villageCadre.get<{ items: InspectionView[] }>('/api/inspections?mine=true');
  expect(body.items).toHaveLength(2);
  const { id } = item!.body as { id: string };
  const visit = (await township.as.villageCadre.get<InspectionDetail>(`/api/inspections/${id}`)).body;
  expect(visit).toMatchObject({ counts: { total: 10, passed: 10 }, refusal: null });
  const picture = await fetch(`${township.url}${visit.signature?.url}`);
  expect(picture.headers.get('content-type')).toBe('image/jpeg');
  cadre.complaints.none();
}, 60_000);

it('a signature for which the phone has no room says so, and is sent while the app is open', async () => {
  cadre.start('inspections/visit/index');
  await cadre.tap('昌盛建材厂（示例）');
  await cadre.tap('10 项都合格');
  await cadre.tap('#rest-confirm');
  cadre.device.behave('saveFile', 'full');
  await cadre.draw('#signaturePhotoId-canvas', [
    [20, 40],
    [140, 30],
  ]);
  await cadre.shows('签字没能存下来：送出之前请不要关掉小程序');
  await cadre.tap('#send-visit');
  await cadre.shows('已送达');
  const arrived = () => keptItems(cadre).every(({ photos }) => photos.every(({ state }) => state === 'stored'));
  await eventually('the signature to arrive', arrived);
  cadre.putAway();
}, 60_000);
