import { reportHazard } from '@zerentian/shared/hazards/hazard.contract';
import { signIn } from '@zerentian/shared/people/session.contract';
import { check, errorsOf, filled } from './form-errors';

describe('check', () => {
  it('passes what the contract passes', () => {
    expect(check(signIn, { login: 'a', password: 'b' })).toEqual({ ok: true, value: { login: 'a', password: 'b' } });
  });

  it('names each field once, in Chinese', () => {
    const result = check(signIn, { login: '' });
    expect(result).toEqual({ ok: false, errors: { login: '请填写账号', password: '请填写密码' } });
  });

  it('never shows the English of a rule without wording', () => {
    const result = check(reportHazard, { description: '电线裸露', path: 'nowhere' });
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.errors.path).toMatch(/^[一-鿿，]+$/);
  });

  it('asks for one line or one photo, not for both', () => {
    const result = check(reportHazard, {});
    expect(result).toEqual({ ok: false, errors: { description: '写一句话，或者拍一张照片，有一样就行' } });
    expect(check(reportHazard, { description: '电线裸露' }).ok).toBe(true);
  });
});

describe('errorsOf', () => {
  it('puts the error of an element at its field', () => {
    expect(errorsOf([{ path: 'photoIds.0', message: '没有这张照片' }])).toEqual({ photoIds: '没有这张照片' });
  });
});

describe('filled', () => {
  it('drops what was left empty and keeps zero and false', () => {
    expect(filled({ a: '', b: ' ', c: [], d: undefined, e: null, f: 0, g: false, h: '字' })).toEqual({
      f: 0,
      g: false,
      h: '字',
    });
  });
});
