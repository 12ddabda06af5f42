import { addDays, dateOf, daysBetween, mondayOf, monthOf, quarterOf, startOf, within } from './calendar';
import { defaultDeadline, overdueDays } from './hazards/hazard.deadline';
import { exampleRules } from './rules/rules.example';
import { windowAround } from './today/today.rule';

describe('dates in Shanghai', () => {
  it('change at 16:00 UTC', () => {
    expect(dateOf(new Date('2026-11-23T15:59:59.999Z'))).toBe('2026-11-23');
    expect(dateOf(new Date('2026-11-23T16:00:00.000Z'))).toBe('2026-11-24');
    expect(startOf('2026-11-24').toISOString()).toBe('2026-11-23T16:00:00.000Z');
  });

  it('count over months, years and leap days', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysBetween('2026-11-23', '2026-12-01')).toBe(8);
    expect(mondayOf('2026-11-29')).toBe('2026-11-23');
  });

  it('name months and quarters, half-open', () => {
    expect(monthOf('2026-12-31')).toEqual({ from: '2026-12-01', until: '2027-01-01', name: '2026年12月' });
    expect(quarterOf('2026-11-23')).toEqual({ from: '2026-10-01', until: '2027-01-01', name: '2026年第四季度' });
    expect(within('2026-12-31', '2026-10-01', '2027-01-01')).toBe(true);
    expect(within('2027-01-01', '2026-10-01', '2027-01-01')).toBe(false);
    expect(within('2099-01-01', '2026-10-01', null)).toBe(true);
  });
});

describe('deadlines', () => {
  it('are the last day in time; the day after is one day overdue', () => {
    const late = { state: 'rectifying', deadline: '2026-11-20' } as const;
    expect(overdueDays(late, new Date('2026-11-20T15:00:00Z'))).toBe(0);
    expect(overdueDays(late, new Date('2026-11-20T16:00:00Z'))).toBe(1);
    expect(overdueDays({ ...late, state: 'submitted' }, new Date('2026-12-20T16:00:00Z'))).toBe(0);
  });

  it('have a default for each level', () => {
    const now = new Date('2026-11-23T02:00:00Z');
    expect(defaultDeadline('general', now, exampleRules)).toBe('2026-12-08');
    expect(defaultDeadline('suspected-major', now, exampleRules)).toBe('2026-12-23');
  });
});

describe('windows of duties', () => {
  it('come from numbers only', () => {
    expect(windowAround({ unit: 'quarter', span: 1, times: 1 }, '2026-11-23')).toMatchObject({
      from: '2026-10-01',
      until: '2027-01-01',
    });
    expect(windowAround({ unit: 'half-year', span: 1, times: 2 }, '2026-06-30')).toMatchObject({
      from: '2026-01-01',
      until: '2026-07-01',
    });
    expect(windowAround({ unit: 'year', span: 2, times: 1 }, '2026-06-30')).toBeNull();
    expect(windowAround(null, '2026-11-23')).toBeNull();
  });
});
