import type { ExplanationReason } from '@zerentian/shared/public-reports/public-report.contract';
import type { StoredStage } from '@zerentian/shared/public-reports/public-report.lifecycle';
import { Entity, Index } from 'typeorm';
import { Col, Key, Name } from '../platform/database/columns';

/**
 * 群众举报, as it stands now. Who reported is not here, nor in any act of the ledger: only a digest, so that it can be shown later that the
 * name beside it was not exchanged.
 */
@Entity('public_report')
@Index(['townshipCode', 'receivedAt', 'id'])
@Index(['pointId', 'receivedAt'])
export class PublicReport {
  @Key('id') id: string;
  @Col('id') pointId: string;
  @Col('area') townshipCode: string;
  @Col('area') areaCode: string;
  /** The enterprise; null for a village. */
  @Col('id', { nullable: true }) unitId: string | null;
  /** SHA-256 of the code by which it is followed: the code itself is with the reporter alone. */
  @Index({ unique: true }) @Col('digest') followDigest: string;
  @Col('key') state: StoredStage;
  @Col('text', { nullable: true }) description: string | null;
  @Name(200, { nullable: true }) spot: string | null;
  @Col('json') photoIds: string[];
  /** SM3 of the reporter's row with its salt; null where the report is anonymous. */
  @Col('digest', { nullable: true }) reporterDigest: string | null;
  @Col('key', { nullable: true }) reason: ExplanationReason | null;
  /** What 安监站 said to the reporter. */
  @Name(500, { nullable: true }) answer: string | null;
  @Index() @Col('id', { nullable: true }) hazardId: string | null;
  @Col('bool', { nullable: true }) fixed: boolean | null;
  @Name(500, { nullable: true }) feedback: string | null;
  @Col('instant') receivedAt: Date;
  @Col('instant', { nullable: true }) siftedAt: Date | null;
  @Col('instant', { nullable: true }) feedbackAt: Date | null;
  @Col('instant') updatedAt: Date;
}

/**
 * Who reported, for 安监站 and 分管 alone. A row of its own that can be removed without a trace: with it goes the salt, and the digest that stays
 * can no longer be tried against likely names.
 */
@Entity('public_reporter')
export class PublicReporter {
  @Key('id') reportId: string;
  @Name(50) name: string;
  @Name(30) phone: string;
  @Col('digest') salt: string;
}
