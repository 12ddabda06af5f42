import { answerLines, type Question } from './accountability.rule';
import { type KindFacts, kindDepth, kindsByArea, type StaffedPost, superiorOf } from './superior.rule';

const kind = (key: string, facts: Partial<KindFacts>): KindFacts => ({
  key,
  profile: 'member',
  line: null,
  singleHolder: true,
  reportsTo: null,
  ...facts,
});
const kinds = new Map(
  [
    kind('secretary', { profile: 'leader', line: 'leadership' }),
    kind('head', { profile: 'leader', line: 'leadership', reportsTo: 'secretary' }),
    kind('safety-deputy', { profile: 'deputy', line: 'supervision', reportsTo: 'head' }),
    kind('trade-deputy', { profile: 'deputy', line: 'sector', singleHolder: false, reportsTo: 'head' }),
    kind('safety-station', { profile: 'station', line: 'supervision', reportsTo: 'safety-deputy' }),
    kind('safety-member', {
      profile: 'station',
      line: 'supervision',
      singleHolder: false,
      reportsTo: 'safety-station',
    }),
    kind('trade-station', { profile: 'station', line: 'sector', reportsTo: 'trade-deputy' }),
    kind('village-leader', {
      profile: 'village-team',
      line: 'territorial',
      singleHolder: false,
      reportsTo: 'safety-deputy',
    }),
    kind('village-cadre', {
      profile: 'village-team',
      line: 'territorial',
      singleHolder: false,
      reportsTo: 'village-leader',
    }),
    kind('village-head', { profile: 'village-head', line: 'territorial', reportsTo: 'village-cadre' }),
    kind('enterprise-head', { profile: 'enterprise-head', line: 'primary', reportsTo: 'safety-station' }),
  ].map((it) => [it.key, it]),
);

const VILLAGE = '140621200200';
const holder = (name: string, lead = false) => ({
  personId: `id of ${name}`,
  name,
  phone: null,
  since: '2026-01-01',
  tenureKind: 'regular' as const,
  lead,
});
const post = (kindKey: string, change: Partial<StaffedPost> = {}): StaffedPost => ({
  postId: `${kindKey} post`,
  kindKey,
  title: kindKey,
  unitId: 'township',
  unitName: 'township',
  areaCode: kindKey.startsWith('village') ? VILLAGE : '140621200',
  trades: [],
  answersForTrade: false,
  holders: [holder(`holder of ${kindKey}`)],
  ...change,
});

const trade = { name: '餐饮', department: '县局', township: true, coalMine: false };
const unit = { id: 'shop', name: '饭店', supervision: 'township' as const, principal: '某人' };
const all = [
  ...[
    'secretary',
    'head',
    'safety-deputy',
    'safety-station',
    'safety-member',
    'village-leader',
    'village-cadre',
    'village-head',
  ].map((key) => post(key)),
  post('trade-station', { trades: ['catering'], answersForTrade: true }),
  post('trade-deputy', { trades: ['catering'], answersForTrade: true }),
  post('enterprise-head', { unitId: 'shop', areaCode: VILLAGE }),
];
const question = (change: Partial<Question> = {}): Question => ({
  isVillage: true,
  unit,
  trade,
  countySupervisor: '县应急局',
  posts: all,
  kinds,
  clausesFor: (key, line) => [{ key: `${key} in ${line}`, clause: '一', quote: `words for ${key}` }],
  ...change,
});
const without = (key: string) => all.map((it) => (it.kindKey === key ? { ...it, holders: [] } : it));
const kindsIn = (asked: Question) => answerLines(asked).map((line) => line.holders.map((it) => it.postKind));

test('each answer carries the words of its clauses beside their keys', () => {
  const [head] = answerLines(question())[0]?.holders ?? [];
  expect(head?.duties).toEqual(['enterprise-head in primary']);
  expect(head?.clauses).toEqual([
    { key: 'enterprise-head in primary', clause: '一', quote: 'words for enterprise-head' },
  ]);
});

test('five lines in their order, each from the ground up', () => {
  expect(kindsIn(question())).toEqual([
    ['enterprise-head'],
    ['village-head', 'village-cadre', 'village-leader'],
    ['trade-station', 'trade-deputy'],
    ['safety-station', 'safety-deputy'],
    ['head', 'secretary'],
  ]);
});

test('协助, 牵头, 督导, and the clauses of that line', () => {
  const territorial = answerLines(question())[1];
  expect(territorial?.holders.map((it) => [it.role, it.duties])).toEqual([
    ['assist', ['village-head in territorial']],
    ['lead', ['village-cadre in territorial']],
    ['oversee', ['village-leader in territorial']],
  ]);
});

test('a township whose teams have one kind only: they lead', () => {
  const flat = new Map(kinds).set(
    'village-cadre',
    kind('village-cadre', { profile: 'village-team', line: 'territorial', reportsTo: 'safety-deputy' }),
  );
  const posts = all.filter((it) => it.kindKey !== 'village-leader');
  const roles = answerLines(question({ kinds: flat, posts }))[1]?.holders.map((it) => it.role);
  expect(roles).toEqual(['assist', 'lead']);
});

test('a vacant post answers with the nearest superior that is held', () => {
  const cadre = answerLines(question({ posts: without('village-cadre') }))[1]?.holders[1];
  expect(cadre).toMatchObject({
    postKind: 'village-cadre',
    vacant: true,
    name: 'holder of village-leader',
    standIn: { postKind: 'village-leader' },
  });
  const posts = without('village-cadre').map((it) => (it.kindKey === 'village-leader' ? { ...it, holders: [] } : it));
  expect(answerLines(question({ posts }))[1]?.holders[1]?.standIn?.postKind).toBe('safety-deputy');
});

test('the head of the chain has no superior', () => {
  const secretary = answerLines(question({ posts: without('secretary') }))[4]?.holders[1];
  expect(secretary).toMatchObject({ vacant: true, name: null, standIn: null });
});

describe('a vacant station’s superior', () => {
  const vacant = post('trade-station', { trades: ['a', 'b'], holders: [] });
  const deputy = (postId: string, trades: string[], change: Partial<StaffedPost> = {}) =>
    post('trade-deputy', { postId, trades, ...change });
  const found = (...posts: StaffedPost[]) => superiorOf(vacant, [...posts, post('head')], kinds)?.postId;

  test('is the deputy of its trade and of no other, whichever trade was asked about', () => {
    expect(found(deputy('other', ['c'], { answersForTrade: true }))).toBe('head post');
    expect(found(deputy('none', []))).toBe('head post');
    expect(found(deputy('other', ['c']), deputy('own', ['b']))).toBe('own');
    expect(found(deputy('own', ['b'], { holders: [] }))).toBe('head post');
  });

  test('of several has the most trades in common, then the first id', () => {
    expect(found(deputy('first', ['a']), deputy('second', ['a', 'b']))).toBe('second');
    expect(found(deputy('2', ['b']), deputy('1', ['a']))).toBe('1');
  });
});

test('the nearest of the superiors', () => {
  const vacant = post('village-cadre', { holders: [] });
  const wide = post('village-leader', { postId: '1', areaCode: '140621200' });
  expect(superiorOf(vacant, [wide, post('village-leader', { postId: '2' })], kinds)?.postId).toBe('2');
});

test('a superior of another village is none', () => {
  const vacant = post('village-cadre', { holders: [] });
  const elsewhere = post('village-leader', { areaCode: '140621200202' });
  expect(superiorOf(vacant, [elsewhere], kinds)).toBeNull();
});

describe('a coal mine', () => {
  const mine = question({
    trade: { name: '煤矿', department: '县能源局', township: false, coalMine: true },
    unit: { ...unit, supervision: 'county' },
  });

  test('resolves to county departments in 行业 and 综合监管', () => {
    const [, , sector, supervision] = answerLines(mine);
    expect([sector?.holders, sector?.department]).toEqual([[], '县能源局']);
    expect([supervision?.holders, supervision?.department]).toEqual([[], '县应急局']);
  });

  test('even without a head nobody of 安监站 stands in', () => {
    const [primary] = answerLines({ ...mine, posts: without('enterprise-head') });
    expect(primary?.holders).toEqual([expect.objectContaining({ vacant: true, name: null, standIn: null })]);
  });

  test('by its unit alone, without a trade', () => {
    const [, , sector, supervision] = answerLines({ ...mine, trade: null });
    expect([sector?.department, supervision?.holders]).toEqual(['县应急局', []]);
  });
});

test('what is missing is said, not guessed', () => {
  const bare = answerLines(question({ unit: null, trade: null, posts: [] }));
  expect(bare.map((line) => [line.holders.length, line.note !== null])).toEqual(Array(5).fill([0, true]));
  const [primary] = answerLines(question({ posts: [] }));
  expect(primary?.note).toContain('登记的主要负责人：某人');
});

test('a trade outside the township’s powers names its department', () => {
  const sector = answerLines(question({ trade: { ...trade, township: false } }))[2];
  expect(sector).toMatchObject({ holders: [], department: '县局' });
});

test('a whole township has no 属地 line of its own', () => {
  expect(answerLines(question({ isVillage: false }))[1]).toMatchObject({
    holders: [],
    note: expect.stringContaining('选择村'),
  });
});

test('kinds to load by area: those of the lines and what stands above them, and above the trades’', () => {
  expect(new Set(kindsByArea(kinds))).toEqual(
    new Set([
      'secretary',
      'head',
      'safety-deputy',
      'safety-station',
      'trade-deputy',
      'village-leader',
      'village-cadre',
      'village-head',
    ]),
  );
});

test('kinds that report in a circle end somewhere', () => {
  const circle = new Map([kind('a', { reportsTo: 'b' }), kind('b', { reportsTo: 'a' })].map((it) => [it.key, it]));
  expect(kindDepth(circle, 'a')).toBe(1);
});
