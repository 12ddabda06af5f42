const DAY_MS = 24 * 3600_000;

/** A session lasts 30 days at most, and 14 days without being used. Somebody back from the hills within two weeks is still signed in. */
export const SESSION_MS = 30 * DAY_MS;
export const SESSION_IDLE_MS = 14 * DAY_MS;

/** Whether a session is over by age or by idleness. */
export function hasEnded(session: { expiresAt: Date; lastSeenAt: Date }, now: Date): boolean {
  return session.expiresAt <= now || now.getTime() - session.lastSeenAt.getTime() >= SESSION_IDLE_MS;
}
