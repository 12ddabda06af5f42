import { problem } from '@zerentian/shared/problem';
import { ApiProblem, asProblem, noAnswer, problemFrom } from './api-problem';

describe('problemFrom', () => {
  it('keeps the server’s words, code and field errors', () => {
    const body = problem('invalid_input', undefined, [{ path: 'deadline', message: '请选择日期' }]);
    const read = problemFrom(422, JSON.parse(JSON.stringify(body)));
    expect(read).toMatchObject({ status: 422, code: 'invalid_input', title: body.title, detail: body.detail });
    expect(read.errors).toEqual([{ path: 'deadline', message: '请选择日期' }]);
    expect(read.isTransient).toBe(false);
  });

  it('makes a readable one of a proxy’s page', () => {
    const read = problemFrom(502, undefined);
    expect(read.detail).toContain('没有丢失');
    expect(read.isTransient).toBe(true);
    expect(problemFrom(404, { message: 'no' }).code).toBe('unreadable_answer');
  });
});

describe('asProblem', () => {
  it('passes a problem through and hides the words of any other error', () => {
    const offline = noAnswer('offline');
    expect(asProblem(offline)).toBe(offline);
    const wrapped = asProblem(new TypeError('x is not a function'));
    expect(wrapped).toBeInstanceOf(ApiProblem);
    expect(wrapped.detail).not.toContain('x is not');
  });

  it('lets a request without an answer be sent again', () => {
    expect(noAnswer('timeout').isTransient).toBe(true);
    expect(noAnswer('offline').isTransient).toBe(true);
  });
});
