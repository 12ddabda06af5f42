import type { TodayItem } from '@zerentian/shared/today/today.contract';
import { actionOf, countWords } from './today-words';

describe('actionOf', () => {
  it('is one verb for each kind of thing', () => {
    expect(actionOf({ kind: 'hazard', step: '初判' })).toBe('初判');
    for (const step of ['开始整改', '提交整改']) expect(actionOf({ kind: 'hazard', step })).toBe('去整改');
    expect(actionOf({ kind: 'recheck', step: '退回重改' })).toBe('去复查');
    expect(actionOf({ kind: 'reminder', step: '答复催办' })).toBe('答复催办');
    expect(actionOf({ kind: 'duty', step: '记一笔' })).toBe('记一笔履职');
  });

  it('says something even when no step is named', () => {
    expect(actionOf({ kind: 'hazard', step: null })).toBe('查看办理');
    expect(actionOf({ kind: 'reminder', step: null })).toBe('答复催办');
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
