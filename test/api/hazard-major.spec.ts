import { addDays, dateOf } from '@zerentian/shared/calendar';
import type { HazardView } from '@zerentian/shared/hazards/hazard.contract';
import type { TodayView } from '@zerentian/shared/today/today.contract';
import { hazardSpec } from '../support/hazard-desk';
import type { ActorName } from '../support/township';

/** As server/data/rules.json has it. */
const COUNTY_REPORT_HOURS = 24;

/** 重大: what the township does, and what only the county decides, from the report to the writing off. */
const { town, desk } = hazardSpec();

const CLAUSE = { standardClause: '判定标准第五条' };
const PLAN = {
  responsibility: '厂长',
  measures: '砌筑围堰',
  funds: '三万元',
  timeLimit: '一个月',
  contingency: '停用储罐',
};
const LIMIT = addDays(dateOf(new Date()), 40);
const paper = (kind: string) => ({ countyNumber: `山应急${kind}〔2026〕12号` });
const refused = (status: number, code: string) => ({ status, body: { code } });
const UP = { purpose: 'judgement', text: '储罐区没有围堰，已停用' };

const suspected = (): Promise<HazardView> =>
  desk.report('villageCadre', {
    unitId: desk.enterprise.id,
    description: '储罐区无围堰',
    level: 'suspected-major',
    ...CLAUSE,
  });
const listing = () => ({ ...paper('挂'), deadline: LIMIT, leaderPostId: town.id('post:safety-deputy') });
const unit = () => ({ responsibleUnitId: desk.enterprise.id });

/** A suspicion that the county has listed and handed back with its limit. */
async function listed(): Promise<HazardView> {
  const hazard = await suspected();
  for (const [step, body] of [
    ['report-to-county', UP],
    ['record-judgement', paper('判')],
    ['record-listing', { ...listing(), ...unit() }],
  ] as const)
    expect([step, await desk.step('safetyStation', hazard, step, body)]).toMatchObject([step, { status: 200 }]);
  return hazard;
}

const told = async (actor: ActorName, hazard: HazardView) => {
  const { notices }: TodayView = (await town.as[actor].get('/api/today')).body;
  return notices.filter((it) => it.hazardId === hazard.id).map((it) => it.text);
};

it('goes from the suspicion through the county to the writing off, each step in the ledger', async () => {
  const hazard = await suspected();
  expect(hazard).toMatchObject({ state: 'reported', level: 'suspected-major', county: null, leader: null });
  expect(Date.parse(hazard.countyDueAt ?? '') - Date.parse(hazard.receivedAt)).toBe(COUNTY_REPORT_HOURS * 3600_000);

  const measures = { measures: ['stop', 'cordon'], text: '已停用并拉警戒线' };
  expect(await desk.step('otherVillageCadre', hazard, 'take-first-measures', measures)).toMatchObject({ status: 403 });
  expect(await desk.step('enterpriseHead', hazard, 'take-first-measures', measures)).toMatchObject({ status: 200 });
  const assessment = { level: 'suspected-major', ...CLAUSE, ...unit() };
  expect(await desk.step('safetyStation', hazard, 'assess', { ...assessment, level: 'general' })).toMatchObject(
    refused(409, 'major_not_judged'),
  );
  expect(await desk.step('safetyStation', hazard, 'assess', assessment)).toMatchObject({
    status: 200,
    body: { state: 'graded', countyDueAt: hazard.countyDueAt },
  });
  expect(await desk.step('safetyDeputy', hazard, 'approve')).toMatchObject(refused(409, 'county_first'));

  expect(await desk.step('villageCadre', hazard, 'report-to-county', UP)).toMatchObject(refused(403, 'forbidden'));
  expect(await desk.step('safetyDeputy', hazard, 'report-to-county', { ...UP, purpose: 'transfer' })).toMatchObject({
    status: 422,
    body: { errors: [{ path: 'purpose' }] },
  });
  expect(
    await desk.step('safetyDeputy', hazard, 'report-to-county', {
      ...UP,
      to: '县应急管理局',
      reportNumber: '吴报12号',
    }),
  ).toMatchObject({
    status: 200,
    body: {
      state: 'with-county',
      countyDueAt: null,
      county: { purpose: 'judgement', reportNumber: '吴报12号', judgementNumber: '' },
      holder: { personId: desk.personOf('county') },
    },
  });
  expect(await told('enterpriseHead', hazard)).toContainEqual(expect.stringContaining('上报县级'));

  expect(await desk.step('safetyStation', hazard, 'record-listing', listing())).toMatchObject(
    refused(409, 'step_not_allowed'),
  );
  expect(await desk.step('safetyDeputy', hazard, 'record-judgement', paper('判'))).toMatchObject({ status: 403 });
  expect(await desk.step('county', hazard, 'record-judgement', paper('判'))).toMatchObject({
    status: 200,
    body: { state: 'with-county', level: 'major', county: { judgementNumber: '山应急判〔2026〕12号' } },
  });
  for (const leaderPostId of [town.id('post:safety-station-head'), town.id('post:nobody')])
    expect(await desk.step('safetyStation', hazard, 'record-listing', { ...listing(), leaderPostId })).toMatchObject({
      status: 422,
      body: { code: 'unknown_reference', errors: [{ path: 'leaderPostId' }] },
    });
  expect((await desk.detail('safetyStation', hazard)).leaders.map((it) => it.personId)).toEqual(
    expect.arrayContaining([desk.personOf('safetyDeputy'), desk.personOf('townshipHead')]),
  );
  expect(await desk.step('safetyStation', hazard, 'record-listing', listing())).toMatchObject({
    status: 200,
    body: {
      state: 'assigned',
      deadline: LIMIT,
      responsibleUnitId: desk.enterprise.id,
      leader: { personId: desk.personOf('safetyDeputy') },
      assignerPostId: town.id('post:safety-deputy'),
      holder: { personId: desk.personOf('enterpriseHead') },
    },
  });

  const todays = async () => (await town.as.enterpriseHead.get<TodayView>('/api/today')).body.items;
  expect(await todays()).toContainEqual(
    expect.objectContaining({ hazardId: hazard.id, step: '提交整改方案（五落实）' }),
  );
  for (const step of ['start', 'submit'])
    expect(await desk.step('enterpriseHead', hazard, step, { text: '开始' })).toMatchObject(
      refused(409, 'plan_missing'),
    );
  const { funds: _none, ...four } = PLAN;
  expect(await desk.step('enterpriseHead', hazard, 'submit-plan', four)).toMatchObject({
    status: 422,
    body: { errors: [{ path: 'funds' }] },
  });
  expect(await desk.step('safetyStation', hazard, 'submit-plan', PLAN)).toMatchObject({ status: 403 });
  expect(await desk.step('enterpriseHead', hazard, 'submit-plan', PLAN)).toMatchObject({
    status: 200,
    body: { plan: PLAN },
  });
  expect(await desk.step('enterpriseHead', hazard, 'start')).toMatchObject({ status: 200 });

  const progress = { text: '围堰已砌一半' };
  expect(await desk.step('townshipHead', hazard, 'follow-up', progress)).toMatchObject({ status: 403 });
  expect(await desk.step('safetyDeputy', hazard, 'follow-up', progress)).toMatchObject({ status: 200 });

  expect(await desk.step('enterpriseHead', hazard, 'submit', { text: '围堰已建成' })).toMatchObject({ status: 200 });
  const together = { companionPersonId: desk.personOf('villageCadre') };
  expect(await desk.step('safetyStation', hazard, 'verify', together)).toMatchObject({ status: 200 });
  expect(await desk.step('safetyStation', hazard, 'close')).toMatchObject(refused(409, 'county_decides'));
  const accept = { purpose: 'acceptance', text: '复查合格，报请验收' };
  expect(await desk.step('safetyStation', hazard, 'report-to-county', accept)).toMatchObject({
    status: 200,
    body: { state: 'with-county', county: { purpose: 'acceptance', listingNumber: '山应急挂〔2026〕12号' } },
  });
  expect(await desk.step('safetyStation', hazard, 'record-write-off', {})).toMatchObject({ status: 422 });
  expect(await desk.step('safetyStation', hazard, 'record-write-off', paper('销'))).toMatchObject({
    status: 200,
    body: { state: 'closed', holder: null, county: { writeOffNumber: '山应急销〔2026〕12号' } },
  });

  const { events } = await desk.detail('partySecretary', hazard);
  const numbers = events.flatMap((it) =>
    it.facts.filter((fact) => fact.label === '县级编号').map((fact) => fact.value),
  );
  expect(numbers).toEqual(['判', '挂', '销'].map((kind) => paper(kind).countyNumber));
  const ledger = (await town.as.partySecretary.get('/api/ledger?area=140621200&limit=500')).body.items;
  const acts = ledger.filter((it: { subjectId: string }) => it.subjectId === hazard.id);
  expect(acts.map((it: { act: string }) => it.act)).toEqual(events.map(({ step }) => `hazard-${step}`));
});

it('is a number: a way of saying that there is none is refused', async () => {
  const hazard = await suspected();
  await desk.step('safetyStation', hazard, 'report-to-county', UP);
  for (const none of ['无', '不详', '-', '没有', '暂无编号', '12'])
    expect([none, await desk.step('safetyStation', hazard, 'record-judgement', { countyNumber: none })]).toMatchObject([
      none,
      { status: 422, body: { errors: [{ path: 'countyNumber' }] } },
    ]);
  expect(await desk.step('safetyStation', hazard, 'record-judgement', { countyNumber: '12号' })).toMatchObject({
    status: 200,
  });
});

it('is never lowered by the township: the county returns a suspicion, which then is general', async () => {
  const hazard = await suspected();
  expect(await desk.step('safetyStation', hazard, 'reject', { text: '不属于隐患' })).toMatchObject(
    refused(409, 'major_not_judged'),
  );
  await desk.step('safetyStation', hazard, 'report-to-county', UP);
  expect(await desk.step('safetyStation', hazard, 'record-write-off', paper('销'))).toMatchObject(
    refused(409, 'county_first'),
  );
  const answer = { ...paper('复'), text: '不构成重大隐患，由乡里处理' };
  expect(await desk.step('villageCadre', hazard, 'record-county-return', answer)).toMatchObject({ status: 403 });
  expect(await desk.step('safetyStation', hazard, 'record-county-return', answer)).toMatchObject({
    status: 200,
    body: {
      state: 'graded',
      level: 'general',
      standardClause: null,
      county: null,
      holder: { personId: desk.personOf('safetyDeputy') },
    },
  });
  expect(await desk.step('safetyDeputy', hazard, 'approve', unit())).toMatchObject({ status: 200 });
  const raised = { level: 'suspected-major', ...CLAUSE, text: '又发现一处' };
  expect(await desk.step('safetyStation', hazard, 'regrade', { ...raised, standardClause: undefined })).toMatchObject({
    status: 422,
  });
  expect(await desk.step('safetyStation', hazard, 'regrade', raised)).toMatchObject({
    status: 200,
    body: { level: 'suspected-major', countyDueAt: expect.any(String) },
  });
  const lowered = { level: 'general', text: '看着不像' };
  expect(await desk.step('safetyStation', hazard, 'regrade', lowered)).toMatchObject(refused(409, 'major_not_judged'));
  expect(await desk.step('enterpriseHead', hazard, 'submit', { text: '改好了' })).toMatchObject(
    refused(409, 'county_first'),
  );
});

it('judged 重大 keeps its level: neither regraded nor pressed by the township, nor more time without the county', async () => {
  const hazard = await listed();
  expect(await desk.step('safetyStation', hazard, 'regrade', { level: 'general', text: '看着不像' })).toMatchObject(
    refused(409, 'county_decides'),
  );
  expect(await desk.step('townshipHead', hazard, 'watch', { text: '盯住' })).toMatchObject(
    refused(409, 'step_not_allowed'),
  );
  await desk.step('enterpriseHead', hazard, 'submit-plan', PLAN);
  const until = addDays(LIMIT, 10);
  expect(await desk.step('enterpriseHead', hazard, 'ask-extension', { until, text: '材料未到' })).toMatchObject({
    status: 200,
  });
  expect(await desk.step('safetyDeputy', hazard, 'grant-extension')).toMatchObject({
    status: 422,
    body: { errors: [{ path: 'countyNumber' }] },
  });
  expect(await desk.step('safetyDeputy', hazard, 'grant-extension', paper('延'))).toMatchObject({
    status: 200,
    body: { state: 'rectifying', deadline: until, askedUntil: null },
  });
});

it('written off and come back is a new suspicion, with nothing left of the first', async () => {
  const hazard = await listed();
  await desk.step('enterpriseHead', hazard, 'submit-plan', PLAN);
  await desk.step('enterpriseHead', hazard, 'submit', { text: '已建围堰' });
  await desk.step('safetyStation', hazard, 'verify', { companionPersonId: desk.personOf('villageCadre') });
  expect(await desk.step('county', hazard, 'record-write-off', paper('销'))).toMatchObject({ status: 200 });
  expect(await desk.step('safetyStation', hazard, 'reopen', { text: '围堰开裂' })).toMatchObject({
    status: 200,
    body: {
      state: 'reopened',
      level: 'suspected-major',
      plan: null,
      county: null,
      leader: null,
      countyDueAt: expect.any(String),
    },
  });
  expect(await desk.step('safetyStation', hazard, 'assign', unit())).toMatchObject(refused(409, 'county_first'));
});

it('what is the county’s to enforce goes up with facts and clause, and comes back or is written off', async () => {
  const hazard = await desk.report('villageCadre', desk.handedOver());
  const transfer = { purpose: 'transfer', text: '拒不整改' };
  expect(
    await desk.step('safetyStation', hazard, 'report-to-county', { ...transfer, purpose: 'judgement' }),
  ).toMatchObject({ status: 422, body: { errors: [{ path: 'purpose' }] } });
  expect(await desk.step('safetyStation', hazard, 'report-to-county', transfer)).toMatchObject({
    status: 422,
    body: { errors: [{ path: 'clause' }] },
  });
  expect(
    await desk.step('safetyStation', hazard, 'report-to-county', { ...transfer, clause: '安全生产法第一百零二条' }),
  ).toMatchObject({ status: 200, body: { state: 'with-county' } });
  const answer = { ...paper('复'), text: '已约谈，由乡里督促整改' };
  expect(await desk.step('county', hazard, 'record-county-return', answer)).toMatchObject({
    status: 200,
    body: { state: 'graded', level: 'general' },
  });
});
