import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager, LessThan, MoreThan } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { OneTimeCode } from '../auth/auth.entity';
import { RateLimiter } from '../auth/rate-limiter';
import { ServerSecret, sameText } from '../auth/secret';
import { Clock } from '../clock';
import { forUpdate } from '../database/data-source';
import { ProblemError } from '../problem';
import { Writes } from '../writes/writes.service';

/** How long a code holds. */
export const CODE_MINUTES = 5;

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const MOST_ATTEMPTS = 5;

/** A code on its way to a phone. `code` is in nobody's hands but the receiver's: what is kept is keyed with the server's secret. */
export interface IssuedCode {
  code: string;
  expiresAt: Date;
}

/** Six digits that prove a phone: five minutes, five tries, once. Only the newest of a phone counts. */
@Injectable()
export class OneTimeCodes {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly writes: Writes,
    private readonly clock: Clock,
    private readonly secret: ServerSecret,
    private readonly limiter: RateLimiter,
  ) {}

  /**
   * Counts a request against a phone's limits, in this process and, by the codes that exist, across processes.
   * @throws too_many_requests
   */
  async limit(phone: string): Promise<void> {
    for (const name of ['code-by-phone-minute', 'code-by-phone-hour'] as const) {
      this.limiter.count(name, phone);
      const { most, windowMs } = this.limiter.limitOf(name);
      const since = MoreThan(new Date(this.clock.now().getTime() - windowMs));
      if ((await this.source.manager.countBy(OneTimeCode, { phone, createdAt: since })) >= most)
        throw new ProblemError('too_many_requests');
    }
  }

  /** A new code for a phone, in the caller's transaction. */
  async issue(tx: EntityManager, phone: string): Promise<IssuedCode> {
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const createdAt = this.clock.now();
    const expiresAt = new Date(createdAt.getTime() + CODE_MINUTES * MINUTE_MS);
    const id = uuidv7();
    await tx.insert(OneTimeCode, {
      id,
      phone,
      codeDigest: this.digest(id, code),
      createdAt,
      expiresAt,
      attempts: 0,
      usedAt: null,
    });
    return { code, expiresAt };
  }

  /**
   * Uses a code up. The try is counted even when it is refused.
   * @throws wrong_code for a wrong, used, old or superseded code, and for one that was tried too often
   */
  async use(phone: string, code: string): Promise<void> {
    const fits = await this.writes.transaction(async (tx) => {
      const newest = await this.newest(tx, phone);
      const now = this.clock.now();
      if (!newest || newest.usedAt || newest.expiresAt <= now || newest.attempts >= MOST_ATTEMPTS) return false;
      const isRight = sameText(newest.codeDigest, this.digest(newest.id, code));
      await tx.update(OneTimeCode, newest.id, { attempts: newest.attempts + 1, usedAt: isRight ? now : null });
      return isRight;
    });
    if (!fits) throw new ProblemError('wrong_code');
  }

  /** Forgets codes that are long over. */
  async forgetOld(): Promise<void> {
    await this.source.manager.delete(OneTimeCode, {
      createdAt: LessThan(new Date(this.clock.now().getTime() - DAY_MS)),
    });
  }

  private async newest(tx: EntityManager, phone: string): Promise<OneTimeCode | null> {
    const sql = `SELECT id FROM one_time_code WHERE phone = ? ORDER BY createdAt DESC, id DESC LIMIT 1${forUpdate(tx.dataSource)}`;
    const [newest] = await tx.query<{ id: string }[]>(sql, [phone]);
    return newest ? tx.findOneBy(OneTimeCode, { id: newest.id }) : null;
  }

  private digest(id: string, code: string): string {
    return this.secret.sign('one-time-code', `${id} ${code}`);
  }
}
