// What the commands print: short lines, Chinese first, then English.

/** Elapsed time in words that fit a narrow terminal: `0.4 s`, `12 s`, `3 min 05 s`. */
export function duration(ms) {
  const seconds = ms / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
}

export function say(line = '') {
  process.stdout.write(`${line}\n`);
}

/**
 * Says every few seconds that a long step is still alive.
 * @param describe gives the line's text, or nothing when there is nothing to say
 * @returns stops it
 */
export function heartbeat(describe, everyMs = 10_000) {
  const started = Date.now();
  const timer = setInterval(() => say(`      … ${describe() ?? ''} ${duration(Date.now() - started)}`), everyMs);
  return () => clearInterval(timer);
}

/** A failure whose message is meant for the person at the terminal: printed without a stack. */
export class PlainError extends Error {}

/** Runs a command's main function; a failure ends it with a plain message and a non-zero code. */
export async function main(work) {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    console.error(error instanceof PlainError ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
