import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager, LessThan } from 'typeorm';
import { Clock } from '../clock';
import { forUpdate } from '../database/data-source';
import { ProblemError } from '../problem';
import { Writes } from '../writes/writes.service';
import { SignInAttempt } from './auth.entity';
import { digestOf } from './token';

const MOST_FAILURES = 5;
const LOCKED_MS = 15 * 60_000;
const DAY_MS = 24 * 3600_000;

/**
 * Lock-out: after five failures within a quarter of an hour a login is closed for a quarter of an hour. A try is written down before
 * the password is looked at, so that guesses sent all at once count one by one; and for logins that nobody has just the same.
 */
@Injectable()
export class SignInAttempts {
  constructor(
    private readonly writes: Writes,
    private readonly clock: Clock,
    @InjectDataSource() private readonly source: DataSource,
  ) {}

  /** Counts a try as failed until `succeeded` says otherwise, or refuses with `locked_out`. */
  async begin(login: string): Promise<void> {
    const loginDigest = digestOf(login);
    let isOpen = await this.countOne(loginDigest);
    while (isOpen === null) {
      await this.insertFirst(loginDigest);
      isOpen = await this.countOne(loginDigest);
    }
    if (!isOpen) throw new ProblemError('locked_out');
  }

  /**
   * The password was right, or is a new one: nothing is held against the login any more. With `tx`: if that transaction commits.
   */
  async succeeded(login: string, tx: EntityManager = this.source.manager): Promise<void> {
    await tx.delete(SignInAttempt, { loginDigest: digestOf(login) });
  }

  /** Forgets tries that no longer count. */
  async forgetOld(): Promise<void> {
    await this.source.manager.delete(SignInAttempt, {
      lastAt: LessThan(new Date(this.clock.now().getTime() - DAY_MS)),
    });
  }

  /** Answers whether the login is open; null where nothing is written down about it yet. */
  private countOne(loginDigest: string): Promise<boolean | null> {
    const now = this.clock.now();
    return this.writes.transaction(async (tx) => {
      const sql = `SELECT loginDigest FROM sign_in_attempt WHERE loginDigest = ?${forUpdate(tx.dataSource)}`;
      if ((await tx.query<unknown[]>(sql, [loginDigest])).length === 0) return null;
      const last = await tx.findOneByOrFail(SignInAttempt, { loginDigest });
      if (last.lockedUntil && last.lockedUntil > now) return false;
      const isRecent = !last.lockedUntil && now.getTime() - last.lastAt.getTime() < LOCKED_MS;
      const failures = isRecent ? last.failures + 1 : 1;
      const lockedUntil = failures >= MOST_FAILURES ? new Date(now.getTime() + LOCKED_MS) : null;
      await tx.update(SignInAttempt, { loginDigest }, { failures, lastAt: now, lockedUntil });
      return true;
    });
  }

  /** On its own, not in the transaction that counts: there, two first tries at once would wait for each other's gap. */
  private async insertFirst(loginDigest: string): Promise<void> {
    const first = { loginDigest, failures: 0, lastAt: this.clock.now(), lockedUntil: null };
    await this.source.manager.createQueryBuilder().insert().into(SignInAttempt).values(first).orIgnore().execute();
  }
}
