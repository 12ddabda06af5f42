import { factsForCounty, purposesFor } from './county-words';
import { sampleEvent, sampleHazard } from './sample-hazard';

describe('purposesFor', () => {
  it('follows from level and state', () => {
    expect(purposesFor({ level: 'suspected-major', state: 'rectifying' })).toEqual(['judgement']);
    expect(purposesFor({ level: 'major', state: 'verified' })[0]).toBe('acceptance');
    expect(purposesFor({ level: 'major', state: 'rectifying' })).toEqual(['transfer']);
    expect(purposesFor({ level: 'general', state: 'assigned' })).toEqual(['transfer']);
  });
});

describe('factsForCounty', () => {
  it('tells when, where, what, and what was done at once', () => {
    const hazard = sampleHazard({
      unitName: '昌盛建材厂（示例）',
      responsibleUnitName: '昌盛建材厂（示例）',
      deadline: '2026-11-20',
      overdueDays: 3,
      events: [
        sampleEvent(2, 'take-first-measures', {
          facts: [{ label: '先期措施', value: '撤离人员' }],
          text: '车间已停。',
        }),
        sampleEvent(3, 'take-first-measures', { text: '来晚的', late: true }),
      ],
    });
    expect(factsForCounty(hazard)).toBe(
      [
        '2026年11月23日 10:00，吴马营村 · 昌盛建材厂（示例）发现：配电箱没有盖（编号 140621200-2026-0001）。',
        '已采取先期措施：撤离人员；车间已停。',
        '整改责任单位：昌盛建材厂（示例）。',
        '整改期限 2026年11月20日，已逾期 3 天。',
      ].join('\n'),
    );
  });

  it('tells of the work and its re-check where acceptance is asked for', () => {
    const events = [sampleEvent(4, 'submit', { text: '已更换' }), sampleEvent(5, 'verify')];
    const facts = factsForCounty(sampleHazard({ state: 'verified', level: 'major', events }));
    expect(facts).toContain('整改情况（2026年11月23日）：已更换。');
    expect(facts).toContain('乡级复查合格（2026年11月23日）。');
  });
});
