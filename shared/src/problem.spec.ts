import { PROBLEMS, problem, problemCodes } from './problem';

describe('the problem catalogue', () => {
  it.each(problemCodes)('%s says in Chinese what happened and what to do', (code) => {
    const { title, detail, status } = PROBLEMS[code];
    expect(title).toMatch(/\p{Script=Han}/u);
    expect(detail).toMatch(/\p{Script=Han}.*。$/u);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(problem(code).type).toBe(`urn:zerentian:problem:${code}`);
  });
});
