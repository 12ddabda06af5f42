import type { DutyRecordView } from '@zerentian/shared/duty-records/duty-record.contract';
import { type ActorName, OTHER_VILLAGE, startTownship, TOWNSHIP, type Township, VILLAGE } from '../support/township';

let town: Township;
beforeAll(async () => {
  town = await startTownship();
});
afterAll(() => town.close());

const study = (changes: object = {}) => ({ kind: 'study', areaCode: VILLAGE, text: '组织村两委学习', ...changes });

async function listed(actor: ActorName, query = ''): Promise<DutyRecordView[]> {
  return (await town.as[actor].get(`/api/duty-records?limit=100${query}`)).body.items;
}

describe('履职记录', () => {
  it('is refused outside one’s villages, to those without a duty, and in kinds the catalogue does not know', async () => {
    const { as } = town;
    expect(await as.villageCadre.post('/api/duty-records', study({ areaCode: OTHER_VILLAGE }))).toMatchObject({
      status: 403,
      body: { code: 'outside_scope' },
    });
    expect(await as.administrator.post('/api/duty-records', study())).toMatchObject({ status: 403 });
    expect(await as.villageCadre.post('/api/duty-records', study({ kind: 'clock-in' }))).toMatchObject({
      status: 422,
      body: { code: 'unknown_reference', errors: [{ path: 'kind' }] },
    });
    expect(await as.villageCadre.post('/api/duty-records', study({ text: ' ' }))).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'text', message: '请填写' }] },
    });
  });

  it('is written once, in a post, and stands in the ledger', async () => {
    const answer = await town.as.villageCadre.post('/api/duty-records', study());
    expect(answer).toMatchObject({ status: 201, body: { kindName: '组织学习', areaName: '吴马营村', paper: null } });
    expect(answer.body.actor).toMatchObject({ personId: town.as.villageCadre.personId });
    const ledger = await town.as.partySecretary.get(`/api/ledger?area=${TOWNSHIP}&limit=500`);
    const entry = ledger.body.items.find((it: { subjectId: string }) => it.subjectId === answer.body.id);
    expect(entry).toMatchObject({
      act: 'record-duty',
      subjectType: 'duty-record',
      personId: town.as.villageCadre.personId,
    });
  });

  it('takes paper afterwards, with its day and where the original lies', async () => {
    const paper = { doneOn: '2026-03-05', original: '村委会档案柜第二格' };
    const answer = await town.as.villageCadre.post('/api/duty-records', study({ paper }));
    expect(answer).toMatchObject({ status: 201, body: { paper, occurredAt: '2026-03-04T16:00:00.000Z' } });
    const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    const early = await town.as.villageCadre.post(
      '/api/duty-records',
      study({ paper: { ...paper, doneOn: tomorrow } }),
    );
    expect(early).toMatchObject({ status: 422, body: { errors: [{ path: 'paper.doneOn' }] } });
  });

  it('takes no paper from before the post was held, nor from another century', async () => {
    const on = (doneOn: string) =>
      town.as.villageCadre.post('/api/duty-records', study({ paper: { doneOn, original: '档案柜' } }));
    expect(await on('2001-03-05')).toMatchObject({ status: 403 });
    for (const doneOn of ['1999-12-31', '0001-01-01'])
      expect(await on(doneOn)).toMatchObject({ status: 422, body: { errors: [{ path: 'paper.doneOn' }] } });
    expect((await listed('villageCadre')).some((it) => it.occurredAt < '2002')).toBe(false);
  });

  it('names a unit only where it lies', async () => {
    const unitId = town.id('unit:changsheng');
    const at = (areaCode: string) => town.as.safetyStation.post('/api/duty-records', study({ areaCode, unitId }));
    expect(await at(OTHER_VILLAGE)).toMatchObject({ status: 422, body: { errors: [{ path: 'unitId' }] } });
    for (const areaCode of [VILLAGE, TOWNSHIP])
      expect(await at(areaCode)).toMatchObject({ status: 201, body: { unitId } });
  });

  it('is for heads of enterprises about their enterprise alone, named or not', async () => {
    const post = (changes: object) => town.as.enterpriseHead.post('/api/duty-records', study(changes));
    const own = (await town.as.enterpriseHead.get('/api/me')).body.posts[0].unitId;
    const others = { unitId: town.id(`unit:${VILLAGE}`) };
    expect(await post(others)).toMatchObject({ status: 403, body: { code: 'outside_scope' } });
    for (const changes of [{}, { areaCode: undefined }, { unitId: own }])
      expect(await post(changes)).toMatchObject({ status: 201, body: { unitId: own } });
  });

  it('says when the phone’s time could not be believed, but the paper’s day always can', async () => {
    const post = (changes: object) => town.as.villageCadre.post('/api/duty-records', study(changes));
    const occurredAt = new Date(Date.now() + 365 * 86_400_000).toISOString();
    const { body } = await post({ occurredAt });
    expect(body).toMatchObject({ doubted: true, occurredAt: body.receivedAt });
    expect((await listed('partySecretary')).find((it) => it.id === body.id)?.doubted).toBe(true);
    const paper = { doneOn: '2026-03-05', original: '档案柜' };
    for (const changes of [{}, { occurredAt, paper }])
      expect((await post(changes)).body).toMatchObject({ doubted: false });
  });

  it('is seen by whoever’s posts reach it, and always by its writer', async () => {
    const { body } = await town.as.villageCadre.post('/api/duty-records', study({ text: '只此一条' }));
    const sees = async (actor: ActorName, query = '') => (await listed(actor, query)).some((it) => it.id === body.id);
    expect(await sees('villageCadre', '&mine=true')).toBe(true);
    for (const actor of ['villageSecretary', 'partySecretary', 'discipline', 'county'] as const)
      expect(await sees(actor)).toBe(true);
    for (const actor of ['otherVillageCadre', 'enterpriseHead', 'administrator'] as const)
      expect(await sees(actor)).toBe(false);
    expect(await sees('partySecretary', '&mine=true')).toBe(false);
    expect(await sees('partySecretary', `&area=${OTHER_VILLAGE}`)).toBe(false);
    expect(await sees('partySecretary', '&kind=inspection')).toBe(false);
  });
});
