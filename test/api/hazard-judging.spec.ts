import type { HazardView } from '@zerentian/shared/hazards/hazard.contract';
import { hazardSpec } from '../support/hazard-desk';

/** What the county has judged, and that nobody judges the own unit's work. */
const { desk } = hazardSpec();

describe('the county’s number', () => {
  const clause = { level: 'suspected-major', standardClause: '判定标准第五条' };
  const FIELDS = { responsibility: '厂长', measures: '停用', funds: '两万', timeLimit: '本月', contingency: '疏散' };
  const number = (countyNumber: string) => ({ countyNumber });
  const lowered = { level: 'general', text: '按县局认定' };
  const step = (hazard: HazardView, name: string, body: object) => desk.step('safetyStation', hazard, name, body);

  /** Assessed as suspected 重大 and handed to the enterprise. */
  async function suspected(): Promise<HazardView> {
    const hazard = await desk.report('villageCadre', { unitId: desk.enterprise.id, description: '无围堰', ...clause });
    await step(hazard, 'assess', { ...clause, responsibleUnitId: desk.enterprise.id });
    expect(await desk.step('safetyDeputy', hazard, 'approve')).toMatchObject({ status: 200 });
    return hazard;
  }

  it('judges one suspicion, not the next', async () => {
    const hazard = await suspected();
    await step(hazard, 'record-major', number('山应急认〔2026〕3号'));
    expect(await step(hazard, 'regrade', lowered)).toMatchObject({ status: 200 });
    const again = { level: 'suspected-major', standardClause: '判定标准第七条', text: '又发现一处' };
    expect(await step(hazard, 'regrade', again)).toMatchObject({ status: 200, body: { major: { countyNumber: '' } } });
    expect(await step(hazard, 'regrade', lowered)).toMatchObject({ status: 409, body: { code: 'major_not_judged' } });
    await step(hazard, 'record-major', number('山应急认〔2026〕8号'));
    expect(await step(hazard, 'regrade', lowered)).toMatchObject({ status: 200 });
    const { events } = await desk.detail('safetyStation', hazard);
    const numbers = events.flatMap((event) =>
      event.facts.filter((it) => it.label === '县级编号').map((it) => it.value),
    );
    expect(numbers).toEqual(expect.arrayContaining(['山应急认〔2026〕3号', '山应急认〔2026〕8号']));
  });

  it('does not outlive a new start', async () => {
    const hazard = await suspected();
    await step(hazard, 'record-major', { ...FIELDS, ...number('山应急认〔2026〕5号') });
    await desk.step('enterpriseHead', hazard, 'submit', { text: '已建围堰' });
    await step(hazard, 'verify', { companionPersonId: desk.personOf('villageCadre') });
    expect(await step(hazard, 'close', {})).toMatchObject({ status: 200 });
    expect(await step(hazard, 'reopen', { text: '围堰开裂' })).toMatchObject({
      status: 200,
      body: { major: { ...FIELDS, countyNumber: '' } },
    });
    expect(await step(hazard, 'regrade', lowered)).toMatchObject({ status: 409, body: { code: 'major_not_judged' } });
  });

  it('is a number: a way of saying that there is none is refused', async () => {
    const hazard = await suspected();
    for (const none of ['无', '不详', '-', '没有', '暂无编号', '12'])
      expect([none, await step(hazard, 'record-major', number(none))]).toMatchObject([
        none,
        { status: 422, body: { errors: [{ path: 'countyNumber' }] } },
      ]);
    for (const given of ['12号', '山应急２０２６'])
      expect(await step(hazard, 'record-major', number(given))).toMatchObject({ status: 200 });
  });
});
