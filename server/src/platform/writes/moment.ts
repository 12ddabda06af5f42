/**
 * Which time counts: when it was done by the phone's clock, set right by the phone's offset. In the future, or more than 30
 * days before it arrived, the arrival counts and the act is marked.
 */
const TOLERANCE_MS = 5 * 60_000;
/** How late an act may be delivered. */
export const LATEST_MS = 30 * 24 * 3600_000;

export interface Moment {
  occurredAt: Date;
  receivedAt: Date;
  /** The phone's own time could not be believed. */
  doubted: boolean;
}

/** What follows upon something cannot have happened before it: an earlier time is set to that of the last act, and marked. */
export function notBefore(moment: Moment, last: Date): Moment {
  return moment.occurredAt >= last ? moment : { ...moment, occurredAt: last, doubted: true };
}

export function momentOf(envelope: { occurredAt?: string; clockOffset?: number }, now: Date): Moment {
  if (envelope.occurredAt === undefined) return { occurredAt: now, receivedAt: now, doubted: false };
  const corrected = Date.parse(envelope.occurredAt) + (envelope.clockOffset ?? 0);
  const age = now.getTime() - corrected;
  if (age < -TOLERANCE_MS || age > LATEST_MS) return { occurredAt: now, receivedAt: now, doubted: true };
  return { occurredAt: new Date(Math.min(corrected, now.getTime())), receivedAt: now, doubted: false };
}
