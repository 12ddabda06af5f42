import { load } from './storage';

/**
 * How long the phone waits for answers and before it tries again, in one place. Tests put a number below 1 under the key
 * `pace`: everything then waits that much shorter, and in the same proportions. Nothing in the product writes it.
 */
const scale = load<number>('pace') ?? 1;

/** Milliseconds as they pass here. */
export function paced(ms: number): number {
  return ms * scale;
}

/** Milliseconds by a clock that runs as much faster, for reckoning how much of a wait is left. */
export function pacedNow(): number {
  return Date.now() / scale;
}
