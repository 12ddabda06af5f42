import { bodyToSend, newItem } from './outbox-item';

const act = { title: '上报', about: '', path: '/hazards', subject: 'hazard:1', stale: [] };
const DAY_MS = 24 * 3600_000;
const captured = (body: Record<string, unknown>, offset: number | null) =>
  newItem(
    { ...act, photos: ['a', 'b'].map((id) => ({ id, source: id, bytes: 1 })) },
    { id: 'i', personId: 'p', capturedAt: '2025-11-23T02:00:00.000Z', offset, body },
  );
const timed = { occurredAt: '2025-11-23T02:00:00.000Z' };

describe('bodyToSend', () => {
  it('says how far off the clock was at the act, whatever it is by now', () => {
    expect(bodyToSend(captured(timed, 365 * DAY_MS), 0)).toEqual({ ...timed, clockOffset: 365 * DAY_MS });
  });

  it('takes the clock as it is known now where nothing was known at the act', () => {
    expect(bodyToSend(captured(timed, null), 365 * DAY_MS)).toEqual({ ...timed, clockOffset: 365 * DAY_MS });
  });

  it('leaves a day alone that was reckoned in the form, and a body without a time', () => {
    expect(bodyToSend(captured({ ...timed, clockOffset: 0 }, null), 5)).toEqual({ ...timed, clockOffset: 0 });
    expect(bodyToSend(captured({ a: 1 }, null), 5)).toEqual({ a: 1 });
  });

  it('goes without the photos that are lost, however deep they are named', () => {
    const body = { photoIds: ['a', 'b'], afterPhotoIds: ['a'], items: [{ photoIds: ['b', 'a'], tags: [] }] };
    const item = captured(body, null);
    item.photos[0]!.state = 'lost';
    expect(bodyToSend(item, 0)).toEqual({ photoIds: ['b'], items: [{ photoIds: ['b'], tags: [] }] });
  });

  it('never changes once it was sent', () => {
    const item = { ...captured({ ...timed, clockOffset: 3, photoIds: ['a'] }, null), fixed: true };
    item.photos[0]!.state = 'lost';
    expect(bodyToSend(item, 99)).toBe(item.body);
  });
});
