import { demoAccounts, demoLogins } from './demo-logins';
import { demoPlan } from './demo-plan';

const plan = demoPlan();
const postOf = (key: string) => plan.posts.filter((post) => post.kind === key);

test('twelve villages, eight and more of them 一肩挑, 24 enterprises, two of them coal mines', () => {
  expect(plan.units.filter((unit) => unit.kind === 'village')).toHaveLength(12);
  const secretaries = new Map(postOf('village-secretary').map((post) => [post.areaCode, post.holders.at(-1)?.name]));
  const both = postOf('village-director').filter(
    (post) => post.holders.at(-1)?.name === secretaries.get(post.areaCode),
  );
  expect(both.length).toBeGreaterThanOrEqual(8);
  expect(both.length).toBeLessThan(12);
  const enterprises = plan.units.filter((unit) => unit.kind === 'enterprise');
  expect([enterprises.length, enterprises.filter((unit) => unit.trade === 'coal-mine').length]).toEqual([24, 2]);
});

test('every person and enterprise is marked 示例, and every number is one person’s', () => {
  const names = [...plan.people, ...plan.units.filter((unit) => unit.kind === 'enterprise')].map((it) => it.name);
  expect(names.filter((name) => !name.endsWith('（示例）'))).toEqual([]);
  expect(new Set(plan.people.map((person) => person.phone)).size).toBe(plan.people.length);
});

test('teams of two or three with one 牵头; some posts changed hands; one is vacant', () => {
  for (const { holders } of postOf('village-cadre')) {
    const now = holders.filter((holder) => holder.until === undefined);
    expect([2, 3]).toContain(now.length);
    expect(now.filter((holder) => holder.lead)).toHaveLength(1);
  }
  const vacant = plan.posts.filter((post) => post.holders.every((holder) => holder.until !== undefined));
  expect(vacant.map((post) => post.title)).toEqual(['包家岭村包村领导']);
  const changed = plan.posts.filter(
    (post) => post.holders.some((it) => it.until !== undefined) && !vacant.includes(post),
  );
  expect(new Set(changed.map((post) => post.kind))).toEqual(
    new Set(['safety-station-head', 'village-cadre', 'village-secretary', 'village-director']),
  );
});

test('the same every time, in the order of time', () => {
  expect(demoPlan()).toEqual(plan);
  const days = plan.changes.map((change) => change.day);
  expect(days).toEqual(days.toSorted((a, b) => a - b));
});

test('every account belongs to somebody who holds a post now', () => {
  const holding = new Set(
    plan.posts.flatMap((post) => post.holders.filter((it) => it.until === undefined).map((it) => `${it.name}（示例）`)),
  );
  expect(demoLogins().filter((login) => !holding.has(login.name))).toEqual([]);
  expect(new Set(demoAccounts().map((account) => account.key)).size).toBe(demoAccounts().length);
});
