import { mayManageTenure, type OtherTenure, refusalOf } from './tenure.rule';

const held: OtherTenure = { personId: 'a', kind: 'regular', startsOn: '2026-01-01', endsOn: '2026-07-01' };
const wanted = { personId: 'b', kind: 'regular', from: '2026-03-01', until: null } as const;

test.each([
  ['a second holder of a post for one', wanted, [held], true, 'post_already_held'],
  ['a second holder of a team', wanted, [held], false, null],
  ['who begins on the day on which the other has gone', { ...wanted, from: '2026-07-01' }, [held], true, null],
  ['who begins a day before that', { ...wanted, from: '2026-06-30' }, [held], true, 'post_already_held'],
  ['who has gone when the other begins', { ...wanted, from: '2025-01-01', until: '2026-01-01' }, [held], true, null],
  ['who stays a day longer', { ...wanted, from: '2025-01-01', until: '2026-01-02' }, [held], true, 'post_already_held'],
  ['兼任 beside 任职', { ...wanted, kind: 'concurrent' as const }, [held], true, 'post_already_held'],
  ['代理 beside 任职', { ...wanted, kind: 'acting' as const }, [held], true, null],
  ['任职 beside 临时代管', wanted, [{ ...held, kind: 'caretaker' as const }], true, null],
  ['临时代管 beside 任职', { ...wanted, kind: 'caretaker' as const }, [held], true, 'post_already_held'],
  [
    '临时代管 beside 主持工作',
    { ...wanted, kind: 'caretaker' as const },
    [{ ...held, kind: 'in-charge' as const }],
    true,
    'post_already_held',
  ],
  ['临时代管 after 任职', { ...wanted, kind: 'caretaker' as const, from: '2026-07-01' }, [held], true, null],
  ['临时代管 in a team', { ...wanted, kind: 'caretaker' as const }, [held], false, null],
  ['the same person twice, even in a team', { ...wanted, personId: 'a' }, [held], false, 'already_in_post'],
  ['the same person again afterwards', { ...wanted, personId: 'a', from: '2026-07-01' }, [held], true, null],
  [
    'beside a tenure without an end',
    { ...wanted, from: '2030-01-01' },
    [{ ...held, endsOn: null }],
    true,
    'post_already_held',
  ],
  [
    'beside one that was undone (it ended as it began)',
    wanted,
    [{ ...held, startsOn: '2026-03-05', endsOn: '2026-03-05' }],
    true,
    null,
  ],
  ['that ends as it begins', { ...wanted, until: '2026-03-01' }, [], true, 'until_before_from'],
])('%s', (_, appointment, others, single, expected) => {
  expect(refusalOf(appointment, others, { singleHolder: single })).toBe(expected);
});

test('where only a vacant post may be given, a team counts as held too, on any of the days', () => {
  const caretaker = { ...wanted, kind: 'caretaker', from: '2025-12-01' } as const;
  const team = { singleHolder: false, onlyVacant: true };
  expect(refusalOf(caretaker, [held], team)).toBe('post_already_held');
  expect(refusalOf({ ...caretaker, until: '2026-01-01' }, [held], team)).toBeNull();
});

const caretaker = { kind: 'caretaker', postProfile: 'village-team', isOwn: false } as const;

test.each([
  [
    'the administrator, 任职 of any post',
    'administrator',
    { ...caretaker, kind: 'regular', postProfile: 'county' },
    true,
  ],
  ['a leader, 临时代管', 'leader', caretaker, true],
  ['the office, 临时代管', 'office', caretaker, true],
  ['the office, of a post that does not exist', 'office', { ...caretaker, postProfile: null }, true],
  ['the office, 代理', 'office', { ...caretaker, kind: 'acting' }, false],
  ['the office, the administrator’s post', 'office', { ...caretaker, postProfile: 'administrator' }, false],
  ['a leader, a post of the county', 'leader', { ...caretaker, postProfile: 'county' }, false],
  ['a leader, their own', 'leader', { ...caretaker, isOwn: true }, false],
  ['a station, 临时代管', 'station', caretaker, false],
] as const)('who may appoint and end: %s', (_, acting, tenure, expected) => {
  expect(mayManageTenure(acting, tenure)).toBe(expected);
});
