import { addDays, dateOf } from '@zerentian/shared/calendar';
import { hazardSpec } from '../support/hazard-desk';
import { VILLAGE } from '../support/township';

/** Nobody judges the own unit's work. */
const { town, desk } = hazardSpec();

describe('the responsible unit', () => {
  const OWN = { status: 403, body: { code: 'own_unit', detail: expect.stringContaining('别的站所') } };
  const done = { text: '改好了' };

  it('does not re-check its own work: what 安监站 put right others verify, and 分管 closes', async () => {
    const handed = desk.handedOver({ unitId: town.id('unit:safety'), areaCode: VILLAGE });
    const hazard = await desk.report('safetyStation', handed);
    await desk.step('safetyStation', hazard, 'submit', done);
    expect((await desk.detail('safetyStationMember', hazard)).steps.map((it) => it.step)).toEqual(['report-to-county']);
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
    expect((await desk.detail('safetyDeputy', hazard)).steps.map((it) => it.step)).toEqual([
      'close',
      'report-to-county',
    ]);
    expect(await desk.step('safetyDeputy', hazard, 'close')).toMatchObject({ status: 200, body: { state: 'closed' } });
  });

  it('is of no concern to 分管 otherwise: what others put right 安监站 or the assigner closes', async () => {
    const hazard = await desk.report('villageCadre', desk.handedOver());
    await desk.step('enterpriseHead', hazard, 'submit', done);
    await desk.step('safetyStation', hazard, 'verify', { companionPersonId: desk.personOf('villageCadre') });
    expect((await desk.detail('safetyDeputy', hazard)).steps.map((it) => it.step)).toEqual(['report-to-county']);
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
