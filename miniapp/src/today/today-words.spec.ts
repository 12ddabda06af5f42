import { hazardStepNames, hazardSteps } from '@zerentian/shared/hazards/hazard.lifecycle';
import type { TodayItem } from '@zerentian/shared/today/today.contract';
import { actionOf, countWords } from './today-words';

describe('actionOf', () => {
  it.each(hazardSteps)('is a verb for %s', (step) => {
    expect(actionOf({ kind: 'hazard', step })).toBe(`去${hazardStepNames[step]}`);
  });

  it('never shows a key that it does not know', () => {
    expect(actionOf({ kind: 'hazard', step: 'teleport' })).toBe('查看办理');
    expect(actionOf({ kind: 'hazard', step: null })).toBe('查看办理');
  });
});

describe('countWords', () => {
  const item = (overdueDays: number) => ({ overdueDays }) as TodayItem;
  it('counts, and names what is late', () => {
    expect(countWords([])).toBe('');
    expect(countWords([item(0), item(0)])).toBe('2 件');
    expect(countWords([item(0), item(3)])).toBe('2 件，其中 1 件逾期');
  });
});
