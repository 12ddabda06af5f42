import { addWorkingDays, isWorkingDay, workingDaysBetween } from '../calendar';
import { holidaysOf } from './holidays.contract';
import { dueOn, isUncertain, type Rules } from './rules';
import { ruleKeys } from './rules.contract';

/** As the State Council arranged 2026 around New Year, spring and National Day. */
const holidays = holidaysOf([
  {
    ...{ year: 2026, title: '示例', number: '示例', issuedOn: '2025-11-04', source: '示例', verified: false },
    off: [
      { name: '元旦', from: '2026-01-01', to: '2026-01-03' },
      { name: '春节', from: '2026-02-15', to: '2026-02-23' },
      { name: '国庆节', from: '2026-10-01', to: '2026-10-07' },
    ],
    work: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-10-10'],
  },
]);
const none = holidaysOf([]);

describe('working days', () => {
  it('leave out the days off and take in the weekend days worked instead', () => {
    expect(isWorkingDay('2026-01-02', holidays)).toBe(false);
    expect(isWorkingDay('2026-01-04', holidays)).toBe(true);
    expect(isWorkingDay('2026-01-10', holidays)).toBe(false);
    expect(isWorkingDay('2026-02-28', holidays)).toBe(true);
  });

  it.each([
    ['over New Year, whose Sunday is worked', '2025-12-31', 2, '2026-01-05'],
    ['over the spring festival', '2026-02-13', 2, '2026-02-24'],
    ['onto a make-up Saturday', '2026-10-08', 2, '2026-10-10'],
    ['over a plain weekend', '2026-11-20', 1, '2026-11-23'],
    ['not at all', '2026-10-03', 0, '2026-10-03'],
  ])('are counted %s', (_words, from, days, until) => {
    expect(addWorkingDays(from, days, holidays)).toBe(until);
  });

  it('count 29 February', () => {
    expect(addWorkingDays('2028-02-28', 1, none)).toBe('2028-02-29');
    expect(addWorkingDays('2028-02-28', 2, none)).toBe('2028-03-01');
  });

  it('are Monday to Friday in a year that is not arranged yet', () => {
    expect(addWorkingDays('2026-12-31', 1, holidays)).toBe('2027-01-01');
  });

  it('between two days are the way back', () => {
    expect(workingDaysBetween('2026-02-13', '2026-02-24', holidays)).toBe(2);
    expect(workingDaysBetween('2026-02-24', '2026-02-13', holidays)).toBe(0);
  });
});

describe('a date by rule', () => {
  const every = (value: number, unit: 'calendar-days' | 'working-days') =>
    Object.fromEntries(ruleKeys.map((key) => [key, { value, unit }])) as Rules['values'];
  const rules = (value: number, unit: 'calendar-days' | 'working-days'): Rules => ({
    values: every(value, unit),
    escalation: [],
    holidays,
  });

  it('is counted in the unit that the rule names', () => {
    expect(dueOn(rules(3, 'calendar-days'), 'assess', '2026-02-13')).toBe('2026-02-16');
    expect(dueOn(rules(3, 'working-days'), 'assess', '2026-02-13')).toBe('2026-02-25');
  });

  it('says when it reaches into a year that is not arranged', () => {
    expect(isUncertain(rules(2, 'working-days'), 'assess', '2026-12-28')).toBe(false);
    expect(isUncertain(rules(4, 'working-days'), 'assess', '2026-12-28')).toBe(true);
    expect(isUncertain(rules(4, 'calendar-days'), 'assess', '2026-12-28')).toBe(false);
  });
});
