import { check } from '../../platform/form-errors';
import { caretakerContract } from './caretaker-contract';

const ID = '01890000-0000-7000-8000-000000000001';

describe('caretakerContract', () => {
  it('takes a person, a post and a first day', () => {
    const input = { personId: ID, postId: ID, kind: 'caretaker', from: '2026-11-23' };
    expect(check(caretakerContract, input)).toEqual({ ok: true, value: input });
  });

  it('asks for the person in the words of the form', () => {
    expect(check(caretakerContract, { postId: ID, kind: 'caretaker', from: '' })).toEqual({
      ok: false,
      errors: { personId: '请从名册选一个人', from: expect.stringContaining('日期') },
    });
  });
});
