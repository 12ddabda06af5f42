import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, LessThan } from 'typeorm';
import { Clock } from '../clock';
import { Jobs } from '../jobs/jobs.service';
import { IdempotencyKey } from './writes.entity';

const KEPT_MS = 400 * 24 * 3600_000;

/** Once a day: answers that no phone will ask for again are forgotten. */
@Injectable()
export class WritesCleanup {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  @Cron('50 3 * * *', { name: 'writes-cleanup', timeZone: 'Asia/Shanghai' })
  async daily(): Promise<void> {
    await this.jobs.daily('writes-cleanup', () => this.clean());
  }

  async clean(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEPT_MS);
    await this.source.manager.delete(IdempotencyKey, { createdAt: LessThan(before) });
  }
}
