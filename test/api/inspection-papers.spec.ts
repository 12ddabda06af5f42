import type { InspectionDetail } from '@zerentian/shared/inspections/inspection.contract';
import { hazardSpec } from '../support/hazard-desk';
import { download, readPdf } from '../support/pdf-text';
import type { ActorName } from '../support/township';
import { itemsWith, signature, visited, visitTo } from '../support/visits';

const { town, desk } = hazardSpec();

const printed = async (actor: ActorName, { id }: InspectionDetail) => {
  const answer = await download(town, town.as[actor].token, `/api/inspections/${id}/paper`);
  expect(answer.status).toBe(200);
  return {
    name: answer.headers.get('content-disposition'),
    file: Buffer.from(answer.bytes),
    ...(await readPdf(answer.bytes)),
  };
};
const signed = async (changes: object = {}) =>
  visited(
    town,
    'villageCadre',
    visitTo(desk.enterprise.id, {
      items: itemsWith({ exits: { note: '东门上锁' }, signs: { hazard: { path: 'referred' } } }),
      companionIds: [town.as.safetyStation.personId],
      signaturePhotoId: await signature(town, 'villageCadre'),
      refusal: undefined,
      inspectedName: '孟庆昌',
      inspectedTitle: '厂长',
      ...changes,
    }),
  );

describe('《安全检查记录》 of a visit', () => {
  it('says what was looked at, what was found, what follows, who was there, and ties itself to the ledger', async () => {
    const visit = await signed();
    const paper = await printed('villageCadre', visit);
    expect(paper.title).toBe(`安全检查记录 ${visit.number}`);
    expect(paper.name).toContain(encodeURIComponent(`安全检查记录 ${visit.number}.pdf`));
    const sql = 'SELECT hash FROM ledger_entry WHERE subjectId = ?';
    const [{ hash }] = await town.source.query(sql, [visit.id]);
    const hazard = visit.items[5]?.hazard;
    for (const words of [
      '吴马营乡人民政府安全检查记录',
      `编号：${visit.number}`,
      visit.unitName,
      visit.inspector.name!,
      visit.companions[0]!.name!,
      '通用安全检查表（第1版）',
      '疏散通道和安全出口畅通',
      '东门上锁',
      hazard!.number,
      '共检查10项：合格8项，不合格2项，不涉及0项',
      '现场交办你单位整改',
      '已上报安监站研判',
      '尚未与原文核对',
      '厂长孟庆昌',
      hash,
    ])
      expect(paper.text).toContain(words.replaceAll(' ', ''));
    expect(paper.text).not.toMatch(/责令|罚款|现场处理措施决定/);
  });

  it('bears the hand of the one inspected, or why it does not', async () => {
    const [withHand, without] = [
      await printed('villageCadre', await signed()),
      await printed(
        'villageCadre',
        await signed({ signaturePhotoId: undefined, refusal: { reason: '称不知情', witness: '王五' } }),
      ),
    ];
    expect(withHand.file.includes('/Subtype /Image')).toBe(true);
    expect(without.file.includes('/Subtype /Image')).toBe(false);
    expect(without.text).toContain('未签字；原因：称不知情；见证人：王五');
  });

  it('says the same again later, whatever came of its hazards', async () => {
    const visit = await signed();
    const before = await printed('villageCadre', visit);
    await desk.step('enterpriseHead', visit.items[5]!.hazard as { id: string }, 'submit', { text: '已开锁' });
    const withoutClock = (text: string) => text.replaceAll(/\d{4}-\d\d-\d\d\d\d:\d\d由/g, '');
    expect(withoutClock((await printed('villageCadre', visit)).text)).toBe(withoutClock(before.text));
  });

  it('is for whoever may see the visit', async () => {
    const visit = await signed();
    expect((await printed('enterpriseHead', visit)).text).toContain(visit.number);
    const answer = await download(town, town.as.otherVillageCadre.token, `/api/inspections/${visit.id}/paper`);
    expect(answer.status).toBe(404);
  });
});
