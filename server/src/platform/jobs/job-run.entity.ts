import { Entity } from 'typeorm';
import { Col, Key } from '../database/columns';

/** The last slot of a job that some server began; one row for each job, whoever runs it. */
@Entity('job_run')
export class JobRun {
  @Key('key') name: string;
  /** The hour (`2026-11-23T14`) or the Shanghai date that was run for. */
  @Col('key') slot: string;
  @Col('instant') startedAt: Date;
  /** Null while it runs, or if its server died over it: the next slot goes on with what was left. */
  @Col('instant', { nullable: true }) finishedAt: Date | null;
}
