import { momentOf } from './moment';

const now = new Date('2026-11-23T08:00:00.000Z');
const at = (occurredAt: string, clockOffset?: number) => momentOf({ occurredAt, clockOffset }, now);

test('without the phone’s word the arrival counts, undoubted', () => {
  expect(momentOf({}, now)).toEqual({ occurredAt: now, receivedAt: now, doubted: false });
});

test('the phone’s time counts, set right by its offset', () => {
  expect(at('2026-11-23T07:00:00.000Z')).toEqual({
    occurredAt: new Date('2026-11-23T07:00:00.000Z'),
    receivedAt: now,
    doubted: false,
  });
  expect(at('2025-11-23T07:00:00.000Z', 365 * 24 * 3600_000).occurredAt).toEqual(new Date('2026-11-23T07:00:00.000Z'));
});

test('a little in the future is now; more is not believed', () => {
  expect(at('2026-11-23T08:04:59.000Z')).toEqual({ occurredAt: now, receivedAt: now, doubted: false });
  expect(at('2026-11-23T08:05:01.000Z')).toEqual({ occurredAt: now, receivedAt: now, doubted: true });
});

test('up to 30 days late it counts, later the arrival does', () => {
  expect(at('2026-10-24T08:00:00.000Z').doubted).toBe(false);
  expect(at('2026-10-24T07:59:59.999Z')).toEqual({ occurredAt: now, receivedAt: now, doubted: true });
});
