import { addDays, dateOf } from '@zerentian/shared/calendar';
import type { HazardView } from '@zerentian/shared/hazards/hazard.contract';
import { hazardSpec } from '../support/hazard-desk';
import { VILLAGE } from '../support/township';

/** What the county has judged, and that nobody judges the own unit's work. */
const { town, desk } = hazardSpec();

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

describe('the responsible unit', () => {
  const OWN = { status: 403, body: { code: 'own_unit', detail: expect.stringContaining('别的站所') } };
  const done = { text: '改好了' };

  it('does not re-check its own work: what 安监站 put right others verify, and 分管 closes', async () => {
    const handed = desk.handedOver({ unitId: town.id('unit:safety'), areaCode: VILLAGE });
    const hazard = await desk.report('safetyStation', handed);
    await desk.step('safetyStation', hazard, 'submit', done);
    expect((await desk.detail('safetyStationMember', hazard)).steps).toEqual([]);
    for (const step of ['verify', 'return'])
      expect(await desk.step('safetyStationMember', hazard, step, done)).toMatchObject(OWN);
    const { companions } = await desk.detail('villageCadre', hazard);
    expect(companions.map((it) => it.personId)).toContain(desk.personOf('villageLeader'));
    expect(companions.map((it) => it.personId)).not.toContain(desk.personOf('safetyStationMember'));
    const along = { companionPersonId: desk.personOf('safetyStationMember') };
    expect(await desk.step('villageCadre', hazard, 'verify', along)).toMatchObject(OWN);
    expect(await desk.step('villageCadre', hazard, 'verify')).toMatchObject({
      status: 200,
      body: { state: 'verified', holder: { personId: desk.personOf('safetyDeputy') } },
    });
    expect(await desk.step('safetyStationMember', hazard, 'close')).toMatchObject(OWN);
    expect(await desk.step('villageCadre', hazard, 'close')).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    });
    expect((await desk.detail('safetyDeputy', hazard)).steps.map((it) => it.step)).toEqual(['close']);
    expect(await desk.step('safetyDeputy', hazard, 'close')).toMatchObject({ status: 200, body: { state: 'closed' } });
  });

  it('is of no concern to 分管 otherwise: what others put right 安监站 or the assigner closes', async () => {
    const hazard = await desk.report('villageCadre', desk.handedOver());
    await desk.step('enterpriseHead', hazard, 'submit', done);
    await desk.step('safetyStation', hazard, 'verify', { companionPersonId: desk.personOf('villageCadre') });
    expect((await desk.detail('safetyDeputy', hazard)).steps).toEqual([]);
    expect(await desk.step('safetyDeputy', hazard, 'close')).toMatchObject({ status: 403 });
    expect(await desk.step('villageCadre', hazard, 'close')).toMatchObject({ status: 200 });
  });

  it('has nobody among those who judge, in whichever other post', async () => {
    const postId = town.id('post:changsheng');
    const from = addDays(dateOf(new Date()), -30);
    const tenure = { personId: desk.personOf('villageCadre'), postId, kind: 'acting', from };
    expect((await town.as.administrator.post('/api/tenures', tenure)).status).toBe(201);
    const hazard = await desk.report('safetyStation', desk.handedOver());
    await desk.step('enterpriseHead', hazard, 'submit', done);
    const together = { companionPersonId: desk.personOf('safetyStation') };
    const actingPostId = town.id(`post:village-cadre:${VILLAGE}`);
    expect(await desk.step('villageCadre', hazard, 'verify', { ...together, actingPostId })).toMatchObject(OWN);
    const along = { companionPersonId: desk.personOf('villageCadre') };
    expect(await desk.step('safetyStation', hazard, 'verify', along)).toMatchObject(OWN);
    const { companions } = await desk.detail('safetyStation', hazard);
    expect(companions.map((it) => it.personId)).not.toContain(desk.personOf('villageCadre'));
    const leader = { companionPersonId: desk.personOf('villageLeader') };
    expect(await desk.step('safetyStation', hazard, 'verify', leader)).toMatchObject({ status: 200 });
  });
});
