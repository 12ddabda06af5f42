import type { SupervisionOutcome } from '@zerentian/shared/supervision-notices/supervision-notice.contract';
import { Entity, Index } from 'typeorm';
import { Col, Key, Name } from '../platform/database/columns';

/** 监督提示: one for each lateness of a supervising post; the database itself refuses a second. */
@Entity('supervision_notice')
@Index(['hazardId', 'postId', 'dueOn'], { unique: true })
@Index(['toPostId', 'madeAt', 'id'])
@Index(['postId', 'madeAt', 'id'])
@Index(['superiorPostId', 'madeAt', 'id'])
@Index(['personId', 'madeAt', 'id'])
export class SupervisionNotice {
  @Key('id') id: string;
  @Name(60) number: string;
  @Col('area') townshipCode: string;
  @Col('id') hazardId: string;
  @Name(200) matter: string;
  @Name(40) step: string;
  @Col('date') dueOn: string;
  @Col('instant') since: Date;
  @Name(200) rule: string;
  /** The supervising post, and who held it on the last day in time. */
  @Col('id') postId: string;
  @Col('id', { nullable: true }) personId: string | null;
  /** 乡纪委书记's post; a vacant one's superior reads it as it is vacant. */
  @Col('id') toPostId: string;
  @Col('id', { nullable: true }) superiorPostId: string | null;
  @Col('instant') madeAt: Date;
  @Col('key', { nullable: true }) outcome: SupervisionOutcome | null;
  @Name(500, { nullable: true }) outcomeText: string | null;
  @Col('instant', { nullable: true }) outcomeAt: Date | null;
  @Col('id', { nullable: true }) outcomePersonId: string | null;
  @Col('id', { nullable: true }) outcomePostId: string | null;
  @Name(1000, { nullable: true }) explanation: string | null;
  @Col('instant', { nullable: true }) explainedAt: Date | null;
  @Col('id', { nullable: true }) explainedPersonId: string | null;
  @Col('id', { nullable: true }) explainedPostId: string | null;
}
