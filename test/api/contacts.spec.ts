import type { ContactGroup, ContactsView } from '@zerentian/shared/contacts/contact.contract';
import { call } from '../support/client';
import { startTownship, type Township, VACANT_VILLAGE, VILLAGE } from '../support/township';

let town: Township;
beforeAll(async () => {
  town = await startTownship();
});
afterAll(() => town?.close());

const group = (view: ContactsView, name: string) => view.groups.find((it) => it.unitName === name) as ContactGroup;

test('refused without a session, and for another township', async () => {
  expect((await call(town, 'GET', '/api/contacts')).body.code).toBe('not_signed_in');
  expect((await town.as.villageCadre.get('/api/contacts?area=140621')).body.code).toBe('outside_scope');
});

test('township, villages, enterprises, in this order, for everybody of the township', async () => {
  const { status, body } = await town.as.villageCadre.get<ContactsView>('/api/contacts');
  expect(status).toBe(200);
  expect(body.area.name).toBe('吴马营乡');
  const kinds = body.groups.map((it) => it.kind);
  expect(kinds.filter((kind, index) => kind !== kinds[index - 1])).toEqual(['township', 'village', 'enterprise']);
  expect([
    kinds.filter((kind) => kind === 'village').length,
    kinds.filter((kind) => kind === 'enterprise').length,
  ]).toEqual([12, 24]);
  for (const contact of body.groups.flatMap((it) => it.contacts)) {
    if (!contact.vacant) expect(contact.phone).toMatch(/^1380000\d{4}$/);
  }
});

test('who holds two posts of a village is one contact; the team stands with the village', async () => {
  const { body } = await town.as.villageCadre.get<ContactsView>('/api/contacts');
  expect(group(body, '吴马营村').contacts.map((it) => [it.post, it.name])).toEqual([
    ['党支部书记、村委会主任', '吴富贵（示例）'],
    ['包村领导', '冯晓燕（示例）'],
    ['包村干部', '张建国（示例）'],
    ['包村干部', '韩志刚（示例）'],
    ['包村干部', '郭丽娜（示例）'],
  ]);
  expect(group(body, '屯港村').contacts).toHaveLength(6);
});

test('a vacant post is shown as such', async () => {
  const { body } = await town.as.villageCadre.get<ContactsView>(`/api/contacts?area=${VACANT_VILLAGE}`);
  expect(body.groups.flatMap((it) => it.contacts).filter((it) => it.vacant)).toEqual([
    { personId: null, name: null, phone: null, post: '包村领导', tenureKind: null, vacant: true },
  ]);
});

test('a village alone, and the county’s townships for the county', async () => {
  const one = await town.as.villageCadre.get<ContactsView>(`/api/contacts?area=${VILLAGE}`);
  expect(new Set(one.body.groups.map((it) => it.areaCode))).toEqual(new Set([VILLAGE]));
  const county = await town.as.county.get<ContactsView>('/api/contacts');
  expect(county.body.area.code).toBe('140621');
  expect(group(county.body, '山阴县应急管理局').contacts[0]?.name).toBe('段学军（示例）');
});

test('an enterprise’s head finds the township, the villages and the own enterprise, not the others’ private numbers', async () => {
  const groupsOf = async (actor: 'enterpriseHead' | 'villageCadre') =>
    (await town.as[actor].get('/api/contacts')).body.groups;
  const enterprises = (groups: { kind: string; unitName: string }[]) => groups.filter((it) => it.kind === 'enterprise');
  const own = await groupsOf('enterpriseHead');
  expect(enterprises(own).map((it) => it.unitName)).toEqual(['昌盛建材厂（示例）']);
  expect(own.some((it: { kind: string }) => it.kind === 'village')).toBe(true);
  expect(enterprises(await groupsOf('villageCadre')).length).toBeGreaterThan(20);
});
