import type { TodayItem } from '@zerentian/shared/today/today.contract';
import { matters } from './today-matters';

const item = (kind: TodayItem['kind'], hazardId: string | null, postId = 'p1') =>
  ({ kind, hazardId, postId }) as TodayItem;

describe('matters', () => {
  it('makes one of a hazard and the 催办 for it, where the 催办 stood', () => {
    const [reminder, other, hazard] = [item('reminder', 'h1'), item('hazard', 'h2'), item('hazard', 'h1')];
    expect(matters([reminder, other, hazard])).toEqual([
      { item: hazard, reminders: [reminder] },
      { item: other, reminders: [] },
    ]);
  });

  it('keeps every 催办 for the same hazard', () => {
    const [first, second, hazard] = [item('reminder', 'h1'), item('reminder', 'h1'), item('recheck', 'h1')];
    expect(matters([first, second, hazard])).toEqual([{ item: hazard, reminders: [first, second] }]);
  });

  it('leaves a 催办 alone whose hazard is not there, or is there in another post', () => {
    const [reminder, hazard, duty] = [item('reminder', 'h1'), item('hazard', 'h1', 'p2'), item('duty', null)];
    expect(matters([reminder, hazard, duty])).toEqual(
      [reminder, hazard, duty].map((alone) => ({ item: alone, reminders: [] })),
    );
  });
});
