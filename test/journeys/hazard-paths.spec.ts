import type { AccountabilityView } from '@zerentian/shared/accountability/accountability.contract';
import type { DashboardView } from '@zerentian/shared/dashboards/dashboard.contract';
import { jpegWithExif } from '../support/pictures';
import { type ActorName, SECOND_VILLAGE, TOWNSHIP, VILLAGE } from '../support/township';
import { countEffort } from './support/effort';
import {
  boardShows,
  chooseUnit,
  hazardId,
  history,
  namesAnswered,
  namesOnLines,
  openHazard,
  takeStep,
} from './support/pages';
import { type Stage, stage } from './support/phone';

jest.setTimeout(180_000);

let set: Stage;
beforeAll(async () => {
  set = await stage();
}, 60_000);
afterAll(() => set.close());

const board = async (): Promise<DashboardView> =>
  (await set.town.as.partySecretary.get(`/api/dashboards/${TOWNSHIP}`)).body;
const nameOf = async (actor: ActorName): Promise<string> => (await set.town.as[actor].get('/api/me')).body.person.name;

/** The numbers of a board, without what is about the moment of asking and about who holds. */
function numbersOf({ totals, rows, trend }: DashboardView) {
  const counts = rows.map(({ areaCode, open, overdue, suspectedMajor, recordsThisMonth }) => [
    areaCode,
    { open, overdue, suspectedMajor, recordsThisMonth },
  ]);
  return { totals, rows: Object.fromEntries(counts), week: trend.at(-1)! };
}

/** The numbers of `before` once so many more are open in a village, and so many were reported and closed. */
function moved(before: DashboardView, area: string, by: { open: number; reported: number; closed: number }) {
  const { totals, rows, week } = numbersOf(before);
  return {
    totals: { ...totals, open: totals.open + by.open, closedThisMonth: totals.closedThisMonth + by.closed },
    rows: { ...rows, [area]: { ...rows[area], open: rows[area].open + by.open } },
    week: { ...week, reported: week.reported + by.reported, closed: week.closed + by.closed },
  };
}

describe('路径 B: handed over on the spot', () => {
  it('goes from the cadre’s photo to 销号, and the secretary sees the numbers move and the names', async () => {
    const secretary = await set.actor('partySecretary', 'desk');
    const before = await board();
    await boardShows(secretary, before, VILLAGE);

    const cadre = await set.actor('villageCadre');
    await cadre.press('上报隐患');
    await cadre.write('description', '配电箱前堆放纸箱，箱门打不开');
    await cadre.photograph('photoIds', await jpegWithExif(1200, 900));
    await chooseUnit(cadre, 'unitId', '昌盛建材厂');
    await cadre.visible('现场交办', { exact: true }).click();
    await cadre.press(/^交/);
    await cadre.sees('隐患详情');
    await cadre.sees('已交办');
    const id = hazardId(cadre);

    const reported = await board();
    expect(numbersOf(reported)).toEqual(moved(before, VILLAGE, { open: 1, reported: 1, closed: 0 }));
    const row = reported.rows.find(({ areaCode }) => areaCode === VILLAGE);
    expect(row?.holders.map(({ name }) => name)).toContain(await nameOf('enterpriseHead'));
    await boardShows(secretary, reported, VILLAGE);

    const owner = await set.actor('enterpriseHead');
    await owner.sees('配电箱前堆放纸箱，箱门打不开');
    await openHazard(owner, id);
    await takeStep(owner, '提交整改', () => owner.write('text', '纸箱已清走，箱前划了黄线'));
    await owner.sees('待复查');

    const station = await set.actor('safetyStation', 'desk');
    await openHazard(station, id);
    await takeStep(station, '复查合格', async () => {
      await station.choose('companionPersonId', await nameOf('villageCadre'));
    });
    await station.sees('复查合格');
    await takeStep(station, '销号');
    await station.sees('已销号');
    await openHazard(secretary, id);
    const [byCadre, byOwner, byStation] = await Promise.all(
      (['villageCadre', 'enterpriseHead', 'safetyStation'] as const).map(nameOf),
    );
    expect(await history(secretary)).toEqual([
      [expect.stringContaining('销号'), expect.stringContaining(byStation!)],
      [expect.stringContaining('复查合格'), expect.stringMatching(`${byStation}.*会同 ${byCadre}`)],
      [expect.stringContaining('提交整改'), expect.stringContaining(byOwner!)],
      [expect.stringContaining('已交办'), expect.stringContaining(byCadre!)],
    ]);

    const after = await board();
    expect(numbersOf(after)).toEqual(moved(before, VILLAGE, { open: 0, reported: 1, closed: 1 }));
    await boardShows(secretary, after, VILLAGE);
  });

  it('leaves the secretary with the five lines of names for the enterprise, as the roster has them', async () => {
    const secretary = await set.actor('partySecretary', 'desk');
    const place = `area=${VILLAGE}&unit=${set.town.id('unit:changsheng')}`;
    const { body } = await set.town.as.partySecretary.get<AccountabilityView>(`/api/accountability?${place}`);
    await secretary.open(`accountability/index?${place}`);
    await secretary.sees('昌盛建材厂（示例）');
    const shown = await namesOnLines(secretary);
    expect(shown).toEqual(namesAnswered(body));
    expect(Object.keys(shown)).toHaveLength(5);
    const wanted = (['enterpriseHead', 'villageCadre', 'safetyStation', 'partySecretary'] as const).map(nameOf);
    expect(Object.values(shown).flat()).toEqual(expect.arrayContaining(await Promise.all(wanted)));
    for (const names of Object.values(shown)) expect(names).not.toEqual([]);
  });
});

describe('路径 A: put right on the spot', () => {
  it('takes three taps and a line', async () => {
    const head = await set.actor('villageSecretary');
    const effort = await countEffort(head.page);
    await head.press('上报隐患');
    await head.write('description', '灭火器被货架挡住，已当场移开');
    await head.visible('即查即改', { exact: true }).click();
    await head.page.locator('#submit-hazard:visible').click();
    await head.sees('隐患详情');
    await head.sees('已销号');
    expect(await effort()).toEqual({ taps: 3, lines: 1 });
    const { body } = await set.town.as.safetyStation.get(`/api/hazards/${hazardId(head)}`);
    expect(body).toMatchObject({ state: 'closed', path: 'fixed', areaCode: VILLAGE });
  });
});

describe('路径 C: referred by a village director', () => {
  it('goes through 初判 and 签批 to the village itself, for what the collective owns', async () => {
    const before = await board();
    const director = await set.actor('villageDirector');
    await director.press('上报隐患');
    await director.write('description', '文化活动室屋顶漏雨，电线受潮');
    await director.page.locator('#submit-hazard:visible').click();
    await director.sees('隐患详情');
    await director.sees('已上报');
    const id = hazardId(director);

    const station = await set.actor('safetyStation', 'desk');
    await openHazard(station, id);
    await takeStep(station, '初判', async () => {
      await chooseUnit(station, 'responsibleUnitId', '屯港村');
      await station.write('text', '一般隐患，集体房屋，由村整改');
    });
    await station.sees('已定级');

    const deputy = await set.actor('safetyDeputy');
    await deputy.sees('文化活动室屋顶漏雨，电线受潮');
    await openHazard(deputy, id);
    await takeStep(deputy, '签批交办');
    await deputy.sees('已交办');

    await openHazard(director, id);
    await takeStep(director, '提交整改', () => director.write('text', '已换瓦，线路重新敷设'));
    await director.sees('待复查');
    await openHazard(station, id);
    await takeStep(station, '复查合格');
    await station.sees('复查合格');

    const secretary = await set.actor('partySecretary');
    await openHazard(secretary, id);
    const [byDirector, byStation, byDeputy] = await Promise.all(
      (['villageDirector', 'safetyStation', 'safetyDeputy'] as const).map(nameOf),
    );
    expect(await history(secretary)).toEqual([
      [expect.stringContaining('复查合格'), expect.stringContaining(byStation!)],
      [expect.stringContaining('提交整改'), expect.stringContaining(byDirector!)],
      [expect.stringContaining('签批交办'), expect.stringContaining(byDeputy!)],
      [expect.stringContaining('初判'), expect.stringContaining(byStation!)],
      [expect.stringContaining('上报'), expect.stringContaining(byDirector!)],
    ]);
    const { body } = await set.town.as.partySecretary.get(`/api/hazards/${id}`);
    expect(body).toMatchObject({ state: 'verified', responsibleUnitName: expect.stringContaining('屯港村') });
    expect(numbersOf(await board())).toEqual(moved(before, SECOND_VILLAGE, { open: 1, reported: 1, closed: 0 }));
  });
});
