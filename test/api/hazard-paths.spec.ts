import { hazardSpec } from '../support/hazard-desk';

const { town, desk } = hazardSpec();

describe('路径 B 现场交办', () => {
  it('is refused to those who may not assign, and outside their villages', async () => {
    expect(await town.as.enterpriseHead.post('/api/hazards', desk.handedOver())).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    });
    expect(await town.as.otherVillageCadre.post('/api/hazards', desk.handedOver())).toMatchObject({
      status: 403,
      body: { code: 'outside_scope' },
    });
    expect(await town.as.administrator.post('/api/hazards', desk.handedOver())).toMatchObject({ status: 403 });
  });

  it('goes from the cadre to the unit, to a re-check by two, to 安监站, and each step is in the ledger', async () => {
    const hazard = await desk.report('villageCadre', desk.handedOver());
    expect(hazard).toMatchObject({
      state: 'assigned',
      level: 'general',
      responsibleUnitId: desk.enterprise.id,
      areaCode: desk.enterprise.areaCode,
    });
    expect(hazard.deadline).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(hazard.holder).toMatchObject({ personId: desk.personOf('enterpriseHead'), vacant: false });
    expect(hazard.assistingUnitName).toContain('村');

    const refused = await desk.step('villageCadre', hazard, 'submit', { text: '我替他改' });
    expect(refused).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect(await desk.step('enterpriseHead', hazard, 'start')).toMatchObject({
      status: 200,
      body: { state: 'rectifying' },
    });
    const submitted = await desk.step('enterpriseHead', hazard, 'submit', { text: '已清走纸箱，划了黄线' });
    expect(submitted).toMatchObject({
      status: 200,
      body: { state: 'submitted', holder: { personId: desk.personOf('villageCadre') } },
    });

    const alone = await desk.step('safetyStation', hazard, 'verify', { text: '合格' });
    expect(alone).toMatchObject({
      status: 422,
      body: { code: 'recheck_needs_two', errors: [{ path: 'companionPersonId' }] },
    });
    const companionPersonId = desk.personOf('villageCadre');
    expect(await desk.step('safetyStation', hazard, 'verify', { companionPersonId })).toMatchObject({
      status: 200,
      body: { state: 'verified' },
    });
    expect(await desk.step('safetyStation', hazard, 'close')).toMatchObject({
      status: 200,
      body: { state: 'closed', holder: null },
    });

    const { events, steps } = await desk.detail('partySecretary', hazard);
    expect(events.map((event) => event.step)).toEqual(['report', 'start', 'submit', 'verify', 'close']);
    expect(events[3]).toMatchObject({
      companion: { personId: companionPersonId },
      actor: { personId: desk.personOf('safetyStation') },
    });
    expect(steps).toEqual([]);
    const ledger = await town.as.partySecretary.get(
      `/api/ledger?area=${desk.enterprise.areaCode.slice(0, 9)}&limit=500`,
    );
    const acts = ledger.body.items.filter((entry: { subjectId: string }) => entry.subjectId === hazard.id);
    expect(acts.map((entry: { act: string }) => entry.act)).toEqual(events.map((event) => `hazard-${event.step}`));
  });

  it('comes back to the unit with reasons when the re-check finds it undone', async () => {
    const hazard = await desk.report('villageCadre', desk.handedOver());
    await desk.step('enterpriseHead', hazard, 'submit', { text: '改好了' });
    const companionPersonId = desk.personOf('villageCadre');
    expect(await desk.step('safetyStation', hazard, 'return', { companionPersonId })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'text' }] },
    });
    const returned = await desk.step('safetyStation', hazard, 'return', { companionPersonId, text: '黄线内仍有杂物' });
    expect(returned).toMatchObject({
      status: 200,
      body: { state: 'returned', holder: { personId: desk.personOf('enterpriseHead') } },
    });
    expect((await desk.detail('enterpriseHead', hazard)).events.at(-1)).toMatchObject({ text: '黄线内仍有杂物' });
  });

  it('never lets a 疑似重大 be handed over on the spot', async () => {
    const refused = await town.as.villageCadre.post(
      '/api/hazards',
      desk.handedOver({ level: 'suspected-major', standardClause: '判定标准第三条' }),
    );
    expect(refused).toMatchObject({ status: 422, body: { code: 'major_needs_assessment' } });
  });

  it('never makes a village responsible for what is not the collective’s', async () => {
    const refused = await town.as.safetyStation.post('/api/hazards', desk.handedOver({ unitId: desk.village.id }));
    expect(refused).toMatchObject({ status: 422, body: { code: 'village_not_responsible' } });
  });
});

describe('路径 A 即查即改', () => {
  it('is one record: found, put right, closed; 安监站 may sample and reopen it', async () => {
    const hazard = await desk.report('villageCadre', {
      path: 'fixed',
      unitId: desk.enterprise.id,
      description: '灭火器被挡',
      remedy: '当场移开',
    });
    expect(hazard).toMatchObject({ state: 'closed', path: 'fixed', holder: null });
    expect(await desk.step('villageCadre', hazard, 'reopen', { text: '又挡上了' })).toMatchObject({ status: 403 });
    const reopened = await desk.step('safetyStation', hazard, 'reopen', { text: '抽查发现又被挡住' });
    expect(reopened).toMatchObject({ status: 200, body: { state: 'reopened' } });
    const assigned = await desk.step('safetyStation', hazard, 'assign', { responsibleUnitId: desk.enterprise.id });
    expect(assigned).toMatchObject({ status: 200, body: { state: 'assigned', responsibleUnitId: desk.enterprise.id } });
  });

  it('takes one line for what was found and done', async () => {
    const line = '灭火器被纸箱挡住，已当场移开';
    const hazard = await desk.report('villageCadre', { path: 'fixed', unitId: desk.enterprise.id, description: line });
    expect(hazard).toMatchObject({ state: 'closed', path: 'fixed', description: line });
  });

  it('needs a line or a photo, like every report', async () => {
    const refused = await town.as.villageCadre.post('/api/hazards', { path: 'fixed', unitId: desk.enterprise.id });
    expect(refused).toMatchObject({ status: 422, body: { code: 'invalid_input', errors: [{ path: 'description' }] } });
  });
});

describe('路径 C 上报研判', () => {
  it('goes from a village director through 初判 and 签批 to the village itself, for what the collective owns', async () => {
    const hazard = await desk.report('villageDirector', {
      description: '文化活动室屋顶漏雨，电线受潮',
      ownership: 'collective',
    });
    expect(hazard).toMatchObject({
      state: 'reported',
      areaCode: desk.village.areaCode,
      holder: { personId: desk.personOf('safetyStation') },
    });
    const assessment = {
      level: 'general',
      responsibleUnitId: desk.village.id,
      ownership: 'collective',
      text: '一般隐患',
    };
    expect(await desk.step('safetyDeputy', hazard, 'assess', assessment)).toMatchObject({ status: 403 });
    expect(await desk.step('safetyStation', hazard, 'assess', assessment)).toMatchObject({
      status: 200,
      body: { state: 'graded', holder: { personId: desk.personOf('safetyDeputy') } },
    });
    const approved = await desk.step('safetyDeputy', hazard, 'approve', { text: '同意' });
    expect(approved).toMatchObject({
      status: 200,
      body: { state: 'assigned', responsibleUnitId: desk.village.id, assistingUnitName: null },
    });
    expect(await desk.step('villageDirector', hazard, 'submit', { text: '已换瓦，线路重新敷设' })).toMatchObject({
      status: 200,
      body: { state: 'submitted' },
    });
    const own = await desk.step('villageDirector', hazard, 'verify');
    expect(own).toMatchObject({ status: 403 });
    expect(await desk.step('safetyStation', hazard, 'verify')).toMatchObject({
      status: 200,
      body: { state: 'verified' },
    });
    expect(await desk.step('safetyStation', hazard, 'close')).toMatchObject({ status: 200, body: { state: 'closed' } });
  });

  it('may be rejected with a reason, and sent back by 分管 to be judged again', async () => {
    const rejected = await desk.report('villageDirector', { description: '路边有落叶' });
    expect(await desk.step('safetyStation', rejected, 'reject')).toMatchObject({ status: 422 });
    expect(await desk.step('safetyStation', rejected, 'reject', { text: '不属于安全隐患' })).toMatchObject({
      status: 200,
      body: { state: 'rejected', holder: null },
    });
    const again = await desk.report('villageDirector', { description: '护栏松动' });
    await desk.step('safetyStation', again, 'assess', { level: 'general' });
    expect(await desk.step('safetyDeputy', again, 'approve')).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'responsibleUnitId' }] },
    });
    expect(await desk.step('safetyDeputy', again, 'return-assessment', { text: '请写明责任单位' })).toMatchObject({
      status: 200,
      body: { state: 'reported' },
    });
  });
});
