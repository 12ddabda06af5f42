/** How long anything may take on a busy machine; nothing waits that long when it works. */
const LIMIT_MS = 10_000;
const STEP_MS = 5;

/**
 * Asks again until there is an answer that is not null, false or undefined.
 * @param describe says what was there instead when the time is up
 */
export async function eventually<T>(
  what: string,
  ask: () => T | null | undefined | false | Promise<T | null | undefined | false>,
  describe: () => string = () => '',
  limitMs = LIMIT_MS,
): Promise<T> {
  const end = Date.now() + limitMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}. ${describe()}`);
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
  }
}
