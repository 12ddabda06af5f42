import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { dateOf } from '@zerentian/shared/calendar';
import { DataSource, LessThan } from 'typeorm';
import { Clock } from '../clock';
import { isDuplicate } from '../database/database-errors';
import { JobRun } from './job-run.entity';

/**
 * Jobs by the clock, on any number of servers with one database: each slot of a job is run by whoever claims it first. A job must be able
 * to go on where it was left, for its server may die over it, and a slow one may still be at it when the next slot begins.
 */
@Injectable()
export class Jobs {
  private readonly log = new Logger('Jobs');

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Once in the present hour. Says whether it was run here. */
  hourly(name: string, work: () => Promise<unknown>): Promise<boolean> {
    return this.once(name, this.clock.now().toISOString().slice(0, 13), work);
  }

  /** Once on the present day of Shanghai. */
  daily(name: string, work: () => Promise<unknown>): Promise<boolean> {
    return this.once(name, dateOf(this.clock.now()), work);
  }

  /** A failure is told in the log: the next slot tries again. */
  private async once(name: string, slot: string, work: () => Promise<unknown>): Promise<boolean> {
    if (!(await this.claim(name, slot))) return false;
    try {
      await work();
      await this.source.manager.update(JobRun, { name, slot }, { finishedAt: this.clock.now() });
    } catch (error) {
      this.log.error(`${name} ${slot} failed: ${(error as Error).stack ?? error}`);
    }
    return true;
  }

  private async claim(name: string, slot: string): Promise<boolean> {
    const run = { slot, startedAt: this.clock.now(), finishedAt: null };
    const { affected } = await this.source.manager.update(JobRun, { name, slot: LessThan(slot) }, run);
    if (affected) return true;
    try {
      await this.source.manager.insert(JobRun, { name, ...run });
      return true;
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  }
}
