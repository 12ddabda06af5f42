import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { ProblemError } from '../problem';
import { networkOf } from './network';

const MINUTE = 60_000;
const MOST_KEYS = 50_000;

export interface RateLimit {
  /** How many within one window. */
  most: number;
  windowMs: number;
}

/**
 * How often something may be tried. Per address the numbers are generous, for a township's office sits behind one address; each account
 * has its own lock-out besides.
 */
const LIMITS = {
  'sign-in-by-address': { most: 100, windowMs: 10 * MINUTE },
  'code-by-phone-minute': { most: 1, windowMs: MINUTE },
  'code-by-phone-hour': { most: 5, windowMs: 60 * MINUTE },
  'code-by-address': { most: 30, windowMs: 10 * MINUTE },
  // Whoever has no account: one address is many phones of a mobile network, and a code stands on one wall.
  'public-lookup-by-address': { most: 120, windowMs: 10 * MINUTE },
  'public-report-by-address': { most: 20, windowMs: 60 * MINUTE },
  'public-report-by-address-and-day': { most: 80, windowMs: 24 * 60 * MINUTE },
  'public-photo-by-address': { most: 60, windowMs: 60 * MINUTE },
  'public-photo-by-point': { most: 90, windowMs: 24 * 60 * MINUTE },
  'public-photo-by-township': { most: 600, windowMs: 24 * 60 * MINUTE },
  'public-part-by-address': { most: 1500, windowMs: 60 * MINUTE },
  'code-by-official': { most: 60, windowMs: 60 * MINUTE },
} satisfies Record<string, RateLimit>;

export type RateLimitName = keyof typeof LIMITS;

/**
 * Fixed windows, counted in this process. Several servers on one database each count for themselves, so the true limit is this number
 * times the servers; what must hold across them (lock-out, codes per phone) is counted in the database instead.
 */
@Injectable()
export class RateLimiter {
  private readonly limits: Record<RateLimitName, RateLimit> = { ...LIMITS };
  private readonly windows = new Map<string, { count: number; endsAt: number }>();

  constructor(private readonly clock: Clock) {}

  /** Puts another limit in place, for a test that wants to reach it. */
  set(name: RateLimitName, limit: Partial<RateLimit>): void {
    this.limits[name] = { ...this.limits[name], ...limit };
    this.windows.clear();
  }

  limitOf(name: RateLimitName): RateLimit {
    return this.limits[name];
  }

  /** Counts one more for a key, or refuses. */
  count(name: RateLimitName, key: string): void {
    const now = this.clock.now().getTime();
    const { most, windowMs } = this.limits[name];
    const full = `${name} ${name.includes('-by-address') ? networkOf(key) : key}`;
    const open = this.windows.get(full);
    const window =
      open && open.endsAt > now && open.endsAt <= now + windowMs ? open : { count: 0, endsAt: now + windowMs };
    window.count++;
    if (this.windows.size >= MOST_KEYS) this.forget(now);
    this.windows.set(full, window);
    if (window.count > most) throw new ProblemError('too_many_requests');
  }

  /** Drops windows that are over; if a flood of addresses fills the table all the same, the oldest go first. */
  private forget(now: number): void {
    for (const [key, window] of this.windows) if (window.endsAt <= now) this.windows.delete(key);
    for (const key of this.windows.keys()) {
      if (this.windows.size < MOST_KEYS) break;
      this.windows.delete(key);
    }
  }
}
