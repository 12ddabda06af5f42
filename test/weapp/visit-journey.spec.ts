import type { InspectionDetail, InspectionView } from '@zerentian/shared/inspections/inspection.contract';
import { startTownship, type Township } from '../support/township';
import { Phone } from './support/phone';
import { signInAs } from './support/sign-in';

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
