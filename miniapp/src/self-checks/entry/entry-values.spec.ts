import { logSelfCheck } from '@zerentian/shared/self-checks/self-check.contract';
import { emptyEntry, entryInput } from './entry-values';

const ID = '0193b5a0-0000-7000-8000-000000000001';
const input = (part: object) => entryInput({ ...emptyEntry(ID), ...part }, ID);

test('what was left empty is not sent, nor a clause that belongs to no suspicion', () => {
  expect(input({ text: '护栏松动', standardClause: '写了又改主意' })).toEqual({
    id: ID,
    actingPostId: ID,
    text: '护栏松动',
  });
  expect(input({ text: '断丝', level: 'suspected-major', standardClause: '第三条' })).toMatchObject({
    level: 'suspected-major',
    standardClause: '第三条',
  });
});

test('the contract takes one line, and refuses none', () => {
  expect(logSelfCheck.safeParse(input({ text: '护栏松动' })).success).toBe(true);
  expect(logSelfCheck.safeParse(input({})).success).toBe(false);
});
