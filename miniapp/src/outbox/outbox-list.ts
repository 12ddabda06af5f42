import { isFinished, type OutboxItem } from '../platform/outbox/outbox-item';

/** So many lines are drawn at once; more when the end is reached. An old phone draws five hundred for seconds. */
export const LINES_AT_ONCE = 15;

export interface OutboxGroups {
  /** Refused, or taken otherwise than it was meant. */
  needed: OutboxItem[];
  /** Not sent yet, in the order in which it will be. */
  waiting: OutboxItem[];
  /** Arrived, the last first. */
  delivered: OutboxItem[];
}

export function grouped(items: readonly OutboxItem[]): OutboxGroups {
  const needed = items.filter(needsEyes);
  const others = items.filter((item) => !needsEyes(item));
  return {
    needed,
    waiting: others.filter((item) => !isFinished(item)),
    delivered: others.filter(isFinished).reverse(),
  };
}

/** Whether its author must do or read something. */
export function needsEyes(item: OutboxItem): boolean {
  const isOtherwise = item.kept !== undefined || item.photos.some(({ state }) => state === 'lost');
  return item.state === 'refused' || (isFinished(item) && isOtherwise);
}

/**
 * A delivered one is told of while its author looks on; a full second belongs to the moment of opening. `opened`: by the phone's own clock,
 * which may be known to be wrong only since; `offset`: what is known of it now.
 */
export function arrivedSince({ deliveredAt = '' }: OutboxItem, opened: number, offset: number): boolean {
  return deliveredAt >= new Date(opened + offset - 1000).toISOString();
}
