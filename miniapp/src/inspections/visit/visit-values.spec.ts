import type { ChecklistItem } from '@zerentian/shared/checklists/checklist.contract';
import { recordInspection } from '@zerentian/shared/inspections/inspection.contract';
import type { HeldPostView } from '@zerentian/shared/people/session.contract';
import {
  emptyVisit,
  failedItems,
  NO_ANSWER,
  openItems,
  photosOf,
  postFor,
  restPassed,
  visitInput,
} from './visit-values';

const ID = '0193b5a0-0000-7000-8000-00000000dead';
const item = (key: string): ChecklistItem => ({
  key,
  text: `看${key}`,
  basis: null,
  verified: false,
  suggests: { level: 'general', wording: '示例' },
});
const photo = { id: ID, source: 's', bytes: 1 };
const visit = () => ({
  ...emptyVisit(ID),
  unit: { id: ID, name: '示例厂', areaCode: '140621200200', trade: 'industry-trade', principal: '示例' },
  checklist: { key: 'general', version: 3, title: '示例', items: ['a', 'b', 'c'].map(item) },
  inspectedName: '示例',
  signature: photo,
});

test('nothing is in order until somebody says so, and what was said stays', () => {
  const begun = { ...visit(), answers: { b: { ...NO_ANSWER, result: 'fail' as const, note: '坏了' } } };
  expect(openItems(begun).map((it) => it.key)).toEqual(['a', 'c']);
  const done = { ...begun, answers: restPassed(begun) };
  expect(openItems(done)).toEqual([]);
  expect(failedItems(done).map((it) => it.key)).toEqual(['b']);
  expect(done.answers.b?.note).toBe('坏了');
});

test('what is sent passes the contract, with each item’s words, and the path only of what failed', () => {
  const answers = {
    a: { ...NO_ANSWER, path: 'fixed' as const },
    b: { ...NO_ANSWER, result: 'fail' as const, note: '坏了', photos: [photo], path: 'fixed' as const },
    c: { ...NO_ANSWER, result: 'not-applicable' as const },
  };
  const input = visitInput({ ...visit(), answers }, ID);
  expect(recordInspection.safeParse(input).error).toBeUndefined();
  expect(input).toMatchObject({
    checklistVersion: 3,
    signaturePhotoId: ID,
    items: [
      { key: 'a', result: 'pass', text: '看a' },
      { key: 'b', result: 'fail', note: '坏了', photoIds: [ID], hazard: { path: 'fixed' } },
      { key: 'c', result: 'not-applicable' },
    ],
  });
  expect((input as { items: object[] }).items[0]).not.toHaveProperty('hazard');
  expect(photosOf({ ...visit(), answers }).map((it) => it.id)).toEqual([ID, ID]);
});

test('who refuses to sign gives no signature, also where there were strokes', () => {
  const refused = { ...visit(), answers: { a: NO_ANSWER }, refused: true, reason: '不肯签', witness: '示例' };
  const input = visitInput(refused, ID);
  expect(recordInspection.safeParse(input).error).toBeUndefined();
  expect(input).not.toHaveProperty('signaturePhotoId');
  expect(photosOf(refused)).toEqual([]);
});

test('the post is one that inspects there: the one acted in, if it does', () => {
  const post = (id: string, changes: object = {}) =>
    ({
      id,
      profile: 'village-team',
      line: 'territorial',
      areaCode: '140621200200',
      trades: [],
      ...changes,
    }) as unknown as HeldPostView;
  const unit = { areaCode: '140621200200', trade: 'industry-trade' };
  expect(postFor(unit, [post('a'), post('b')], 'b')?.id).toBe('b');
  expect(postFor(unit, [post('a', { areaCode: '140621200202' }), post('b')], 'a')?.id).toBe('b');
  expect(postFor(unit, [post('a', { profile: 'village-head' })], 'a')).toBeUndefined();
});
