import type { AccountabilityView, AnswerableView } from '@zerentian/shared/accountability/accountability.contract';
import { addDays, dateOf } from '@zerentian/shared/calendar';
import type { ContactsView } from '@zerentian/shared/contacts/contact.contract';
import type { StaffedPostView } from '@zerentian/shared/posts/post.contract';
import type { TodayItem } from '@zerentian/shared/today/today.contract';
import { signedIn } from '../support/actors';
import { type HazardDesk, hazardDesk } from '../support/hazard-desk';
import { startTownship, type Township, VILLAGE } from '../support/township';

/** Who answers for a post is the same person wherever it is asked: 谁负责, a hazard’s holder, the posts, 通讯录, 今日. */
let town: Township;
let desk: HazardDesk;
let today: string;
beforeEach(async () => {
  town = await startTownship();
  desk = await hazardDesk(town);
  today = dateOf(town.clock.now());
});
afterEach(() => town?.close());

const person = (name: string) => town.id(`person:${name}`);
const insist = async (answer: Promise<{ status: number; body: unknown }>, status: number) => {
  const { status: got, body } = await answer;
  if (got !== status) throw new Error(`${got} instead of ${status}: ${JSON.stringify(body)}`);
};
const appoint = (post: string, name: string, kind: string, from: number, more: object = {}) => {
  const body = { personId: person(name), postId: town.id(`post:${post}`), kind, from: addDays(today, from), ...more };
  return insist(town.as.administrator.post('/api/tenures', body), 201);
};
async function vacate(post: string, on = 0): Promise<void> {
  const rows: { tenureId: string }[] = await town.source.query(
    'SELECT tenureId FROM tenure WHERE postId = ? AND supersededAt IS NULL AND endsOn IS NULL',
    [town.id(`post:${post}`)],
  );
  for (const { tenureId } of rows)
    await insist(town.as.administrator.post(`/api/tenures/${tenureId}/end`, { until: addDays(today, on) }), 200);
}
const holdersOf = async (post: string, where = `unit=${town.id('unit:safety')}`) => {
  const { body } = await town.as.administrator.get<{ items: StaffedPostView[] }>(`/api/posts?${where}`);
  return body.items.find((it) => it.id === town.id(`post:${post}`))?.holders.map((it) => it.name);
};
const answers = async (query: string, post: string): Promise<AnswerableView[]> => {
  const { body } = await town.as.villageCadre.get<AccountabilityView>(`/api/accountability?${query}`);
  return body.lines.flatMap((line) => line.holders.filter((it) => it.postId === town.id(`post:${post}`)));
};
const contactsOf = async (unit: string) => {
  const { body } = await town.as.villageCadre.get<ContactsView>('/api/contacts');
  return body.groups.find((it) => it.unitId === town.id(`unit:${unit}`))?.contacts.map((it) => it.name);
};

describe('several tenures of one post', () => {
  test.each(['regular', 'concurrent'])(
    '临时代管 was there first, then comes a %s holder: that one answers',
    async (kind) => {
      await vacate('safety-station-head', -50);
      await appoint('safety-station-head', '安晓东', 'caretaker', -50);
      await appoint('safety-station-head', '冯晓燕', kind, -10);
      const hazard = await desk.report('villageCadre', { areaCode: VILLAGE, description: '拿不准' });
      expect(hazard.holder).toMatchObject({ personId: person('冯晓燕'), vacant: false });
      const supervision = await answers(`area=${VILLAGE}`, 'safety-station-head');
      expect(supervision.map((it) => it.name)).toEqual(['冯晓燕（示例）', '安晓东（示例）']);
      expect(await holdersOf('safety-station-head')).toEqual(['冯晓燕（示例）', '安晓东（示例）']);
      expect((await contactsOf('safety'))?.slice(0, 2)).toEqual(['冯晓燕（示例）', '安晓东（示例）']);
    },
  );

  test('代理 and 主持工作 come before 临时代管, the earlier of them first', async () => {
    await vacate('safety-station-head', -50);
    await appoint('safety-station-head', '安晓东', 'caretaker', -50);
    await appoint('safety-station-head', '石玉梅', 'acting', -20);
    await appoint('safety-station-head', '冯晓燕', 'in-charge', -30);
    const order = ['冯晓燕（示例）', '石玉梅（示例）', '安晓东（示例）'];
    expect(await holdersOf('safety-station-head')).toEqual(order);
    expect((await answers(`area=${VILLAGE}`, 'safety-station-head')).map((it) => it.name)).toEqual(order);
  });

  test('of a superior with both, the regular holder stands in', async () => {
    await vacate('safety-station-head', -50);
    await appoint('safety-station-head', '安晓东', 'caretaker', -50);
    await appoint('safety-station-head', '冯晓燕', 'regular', -10);
    const hazard = await desk.report('villageCadre', desk.handedOver());
    const [head] = await town.source.query('SELECT holderPostId AS id FROM hazard WHERE id = ?', [hazard.id]);
    await town.source.query('UPDATE tenure SET endsOn = ? WHERE postId = ? AND endsOn IS NULL', [today, head.id]);
    expect((await desk.detail('villageCadre', hazard)).holder).toMatchObject({ personId: person('冯晓燕') });
  });

  test('in a team whoever leads it comes first, whatever the tenure', async () => {
    await vacate(`village-cadre:${VILLAGE}`, -5);
    await appoint(`village-cadre:${VILLAGE}`, '安晓东', 'regular', -5);
    await appoint(`village-cadre:${VILLAGE}`, '石玉梅', 'acting', -2, { lead: true });
    expect(await holdersOf(`village-cadre:${VILLAGE}`, `area=${VILLAGE}`)).toEqual([
      '石玉梅（示例）',
      '安晓东（示例）',
    ]);
  });
});

describe('a vacant station', () => {
  const atClinic = () => desk.report('safetyStation', desk.handedOver({ unitId: town.id('unit:clinic') }));

  test('is answered for by the deputy of its trade, in 谁负责, at the hazard and in 今日 alike', async () => {
    const hazard = await atClinic();
    await vacate('clinic-head');
    const deputy = { personId: person('尚丽萍'), vacant: true };
    expect((await desk.detail('safetyStation', hazard)).holder).toMatchObject(deputy);
    const standIn = { ...deputy, standIn: { postId: town.id('post:deputy-social') } };
    expect(await answers(`area=${VILLAGE}&trade=health`, 'clinic-head')).toMatchObject([standIn]);
    expect((await answers(`unit=${town.id('unit:clinic')}`, 'clinic-head'))[0]).toMatchObject(standIn);
    const todayOf = async (name: string) =>
      (await (await signedIn(town, person(name))).get<{ items: TodayItem[] }>('/api/today')).body.items.filter(
        (it) => it.hazardId === hazard.id,
      );
    expect(await todayOf('尚丽萍')).toMatchObject([{ postId: town.id('post:deputy-social') }]);
    for (const name of ['岳海英', '霍文忠', '贾振华']) expect(await todayOf(name)).toEqual([]);
  });

  test('without that deputy 乡长 answers, and no deputy of other trades', async () => {
    const hazard = await atClinic();
    await vacate('clinic-head');
    await vacate('deputy-social');
    const head = { personId: person('贾振华'), vacant: true };
    expect((await desk.detail('safetyStation', hazard)).holder).toMatchObject(head);
    expect(await answers(`area=${VILLAGE}&trade=health`, 'clinic-head')).toMatchObject([head]);
  });
});

test('a village without a director, a secretary, cadres and their leader: as far up as there is somebody', async () => {
  const village = '140621200213';
  for (const kind of ['village-director', 'village-secretary', 'village-cadre']) await vacate(`${kind}:${village}`);
  const unit = { unitId: town.id(`unit:${village}`), ownership: 'collective' };
  const hazard = await desk.report('safetyStation', desk.handedOver(unit));
  const deputy = { personId: person('康建平'), vacant: true };
  expect(hazard.holder).toMatchObject(deputy);
  expect(await answers(`area=${village}`, `village-director:${village}`)).toMatchObject([deputy]);
  const { items } = (await town.as.safetyDeputy.get<{ items: TodayItem[] }>('/api/today?limit=100')).body;
  expect(items.map((it) => it.hazardId)).toContain(hazard.id);
});
