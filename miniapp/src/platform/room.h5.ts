/** What browsers give one origin in local storage, in characters. */
const KEYS_LIMIT = 5_000_000;

/** The share of what the browser gives the pages that is taken, 0 to 1. */
export async function roomTaken(): Promise<number> {
  const { usage = 0, quota = 0 } = (await navigator.storage?.estimate?.().catch(() => undefined)) ?? {};
  return Math.max(keysTaken(), quota > 0 ? usage / quota : 0);
}

function keysTaken(): number {
  return Object.entries(localStorage).reduce((sum, [key, value]) => sum + key.length + value.length, 0) / KEYS_LIMIT;
}
