import { addDays, dateOf } from '@zerentian/shared/calendar';
import { chineseDate } from '@zerentian/shared/work-summaries/chinese-dates';
import { hazardSpec } from '../support/hazard-desk';
import { download, readPdf } from '../support/pdf-text';
import type { ActorName } from '../support/township';

/** The papers between township and county: their numbers, the days that stand on them, and the limit that nothing else moves. */
const { town, desk } = hazardSpec();

const today = dateOf(new Date());
const day = (ago: number) => addDays(today, -ago);
const numbered = (kind: string, paperDate?: string) => ({ countyNumber: `山应急${kind}〔2026〕12号`, paperDate });
const UP = { purpose: 'judgement', text: '储罐区没有围堰，已停用', reportNumber: '吴报12号' };
const PLAN = { responsibility: '厂长', measures: '砌围堰', funds: '三万元', timeLimit: '一个月', contingency: '停用' };
const LIMIT = addDays(today, 40);

const suspected = () =>
  desk.report('villageCadre', {
    unitId: desk.enterprise.id,
    description: '储罐区无围堰',
    level: 'suspected-major',
    standardClause: '判定标准第五条',
  });

it('refuses a day to come, and one so long ago that it must be mistyped', async () => {
  const hazard = await suspected();
  for (const paperDate of [addDays(today, 1), '1926-11-03', '2026年11月3日'])
    expect(await desk.step('safetyStation', hazard, 'report-to-county', { ...UP, paperDate })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'paperDate' }] },
    });
});

it('names the day of each paper beside its number: in the matter, its history, and what is printed', async () => {
  const hazard = await suspected();
  const leaderPostId = town.id('post:safety-deputy');
  const listing = { ...numbered('挂', day(1)), deadline: LIMIT, leaderPostId, responsibleUnitId: desk.enterprise.id };
  for (const [actor, step, body] of [
    ['safetyStation', 'report-to-county', { ...UP, paperDate: day(6) }],
    ['safetyStation', 'record-judgement', numbered('判', day(3))],
    ['safetyStation', 'record-listing', listing],
    ['enterpriseHead', 'submit-plan', PLAN],
    ['enterpriseHead', 'ask-extension', { until: addDays(LIMIT, 10), text: '材料未到' }],
    ['safetyDeputy', 'grant-extension', numbered('延', today)],
    ['enterpriseHead', 'submit', { text: '已建围堰' }],
    ['safetyStation', 'verify', { companionPersonId: desk.personOf('villageCadre') }],
    ['county', 'record-write-off', numbered('销')],
  ] as const)
    expect([step, await desk.step(actor, hazard, step, body)]).toMatchObject([step, { status: 200 }]);

  const { county, events } = await desk.detail('safetyStation', hazard);
  const dates = { reportDate: day(6), judgementDate: day(3), listingDate: day(1), writeOffDate: '' };
  expect(county).toMatchObject({ ...dates, reportNumber: '吴报12号', listingNumber: '山应急挂〔2026〕12号' });
  const told = events.flatMap(({ facts }) => facts.filter(({ label }) => /编号|文号/.test(label)));
  expect(told.map(({ value }) => value)).toEqual([
    `吴报12号（${chineseDate(day(6))}）`,
    `山应急判〔2026〕12号（${chineseDate(day(3))}）`,
    `山应急挂〔2026〕12号（${chineseDate(day(1))}）`,
    `山应急延〔2026〕12号（${chineseDate(today)}）`,
    '山应急销〔2026〕12号',
  ]);
  const opinion = `/api/hazards/${hazard.id}/papers/recheck-opinion`;
  const pack = `/api/evidence-packs/pack.pdf?from=${day(1)}&until=${today}`;
  for (const path of [opinion, pack]) {
    const { text } = await readPdf((await download(town, town.as.safetyStation.token, path)).bytes);
    expect(text).toContain(`山应急挂〔2026〕12号（${chineseDate(day(1))}）`);
  }
});

it('the county’s limit stays when the matter is sent back, or reopened before it is written off', async () => {
  const hazard = await suspected();
  const together = { companionPersonId: desk.personOf('villageCadre') };
  const leaderPostId = town.id('post:safety-deputy');
  const unit = { responsibleUnitId: desk.enterprise.id };
  const take = async (actor: ActorName, step: string, body: object = {}) => {
    const answer = await desk.step(actor, hazard, step, body);
    expect([step, answer]).toMatchObject([step, { status: 200, body: { level: expect.any(String) } }]);
    return answer.body;
  };
  const other = addDays(LIMIT, 10);
  const refused = { status: 422, body: { errors: [{ path: 'deadline' }] } };
  await take('safetyStation', 'report-to-county', UP);
  await take('safetyStation', 'record-judgement', numbered('判'));
  await take('safetyStation', 'record-listing', { ...numbered('挂'), deadline: LIMIT, leaderPostId, ...unit });
  await take('enterpriseHead', 'submit-plan', PLAN);
  await take('enterpriseHead', 'submit', { text: '已建围堰' });
  const back = { ...together, text: '围堰不够高' };
  expect(await desk.step('safetyStation', hazard, 'return', { ...back, deadline: other })).toMatchObject(refused);
  expect(await take('safetyStation', 'return', back)).toMatchObject({ deadline: LIMIT });
  await take('enterpriseHead', 'submit', { text: '已加高' });
  await take('safetyStation', 'verify', together);
  const listing = { listingNumber: numbered('挂').countyNumber };
  const reopened = { state: 'reopened', level: 'major', deadline: LIMIT, county: listing };
  expect(await take('safetyStation', 'reopen', { text: '又开裂' })).toMatchObject(reopened);
  expect(await desk.step('safetyStation', hazard, 'assign', { ...unit, deadline: other })).toMatchObject(refused);
  expect(await take('safetyStation', 'assign', unit)).toMatchObject({
    state: 'assigned',
    level: 'major',
    deadline: LIMIT,
  });
});
