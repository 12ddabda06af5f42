import { sampleEvent, samplePerson } from '../sample-hazard';
import { arrivalWords, eventTitle, heldBefore } from './history-words';

describe('eventTitle', () => {
  it('names the state only where the step does not say it', () => {
    expect(eventTitle({ step: 'verify', from: 'submitted', to: 'verified' })).toBe('复查合格');
    expect(eventTitle({ step: 'record-county-return', from: 'with-county', to: 'graded' })).toBe(
      '登记县级退回 → 已定级',
    );
    expect(eventTitle({ step: 'follow-up', from: 'rectifying', to: 'rectifying' })).toBe('跟踪督办');
  });
});

describe('arrivalWords', () => {
  const at = (occurredAt: string, receivedAt: string) => arrivalWords({ occurredAt, receivedAt });

  it('is silent about what arrived at once', () => {
    expect(at('2026-11-23T02:00:00.000Z', '2026-11-23T02:09:59.000Z')).toBeNull();
  });

  it('says by how much it came late, and when', () => {
    expect(at('2026-11-23T02:00:00.000Z', '2026-11-23T02:25:00.000Z')).toBe('迟到 25 分钟，2026年11月23日 10:25 送达');
    expect(at('2026-11-20T02:00:00.000Z', '2026-11-23T02:00:00.000Z')).toBe('迟到 3 天，2026年11月23日 10:00 送达');
  });
});

describe('heldBefore', () => {
  const before = sampleEvent(1, 'report', { holder: samplePerson('马某') });

  it('names whoever had it, and for how long', () => {
    expect(heldBefore(sampleEvent(2, 'assess', { heldMinutes: 26 * 60 }), before)).toBe('此前在 马某 手里 1 天 2 小时');
  });

  it('is silent where the asker may not know', () => {
    expect(heldBefore(sampleEvent(2, 'assess'), before)).toBeNull();
  });
});
