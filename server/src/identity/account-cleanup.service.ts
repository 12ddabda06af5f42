import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, LessThan } from 'typeorm';
import { Session } from '../platform/auth/auth.entity';
import { SESSION_MS } from '../platform/auth/session-age';
import { SignInAttempts } from '../platform/auth/sign-in-attempts.service';
import { Clock } from '../platform/clock';
import { OneTimeCodes } from '../platform/codes/one-time-codes.service';
import { Jobs } from '../platform/jobs/jobs.service';

/** Once a day: what no longer says anything about anybody is forgotten. */
@Injectable()
export class AccountCleanup {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly attempts: SignInAttempts,
    private readonly codes: OneTimeCodes,
  ) {}

  @Cron('40 3 * * *', { name: 'account-cleanup', timeZone: 'Asia/Shanghai' })
  async daily(): Promise<void> {
    await this.jobs.daily('account-cleanup', () => this.clean());
  }

  /** Sessions stay a month beyond their end, so that a phone which comes back is told that its session expired. */
  async clean(): Promise<void> {
    await this.source.manager.delete(Session, {
      expiresAt: LessThan(new Date(this.clock.now().getTime() - SESSION_MS)),
    });
    await this.attempts.forgetOld();
    await this.codes.forgetOld();
  }
}
