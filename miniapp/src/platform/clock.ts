/**
 * The phone's clock may be wrong by a year. Every answer of the server carries its own time, and the difference is
 * kept: deadlines are shown by the server's time, and every write says how far off the phone was.
 */
let offset = 0;
let learnt = false;

/** Milliseconds to add to the phone's clock to get the server's. Zero before the first answer. */
export function clockOffset(): number {
  return offset;
}

/** The same; null while no answer has come since the start: the clock may be off by anything. */
export function knownOffset(): number | null {
  return learnt ? offset : null;
}

/** Learns from an answer's `Date` header (whole seconds: within a second and the journey's time). */
export function learnOffset(dateHeader: string | undefined, phoneNow: number): void {
  if (!dateHeader) return;
  const serverTime = Date.parse(dateHeader);
  if (Number.isNaN(serverTime)) return;
  const learned = serverTime - phoneNow;
  // The header has no fractions of a second: a difference below two seconds says nothing.
  offset = Math.abs(learned) < 2000 ? 0 : learned;
  learnt = true;
}

/** Now, by the server's clock as far as it is known. */
export function serverNow(): Date {
  return new Date(Date.now() + offset);
}

/** What a write says about its time; see `writeEnvelope` in the contracts. */
export function timeOfAct(): { occurredAt: string; clockOffset: number } {
  return { occurredAt: new Date().toISOString(), clockOffset: offset };
}
