import type { RungTarget } from '@zerentian/shared/rules/rules.contract';
import { Entity, Index } from 'typeorm';
import { Col, Key } from '../platform/database/columns';

/** 逐级提示: one rung of one lateness, told once; the database itself refuses a second. A new holder, or another date, begins anew. */
@Entity('escalation')
@Index(['hazardId', 'holderPostId', 'dueOn', 'rung'], { unique: true })
@Index(['toPostId', 'target'])
export class Escalation {
  @Key('id') id: string;
  @Col('id') hazardId: string;
  @Col('id') holderPostId: string;
  @Col('date') dueOn: string;
  /** Key of the rung as the rules of that day had it, and whom it was for. */
  @Col('key') rung: string;
  @Col('key') target: RungTarget;
  /** The post that was told: the superior's of a vacant one; and who answered for it. */
  @Col('id') toPostId: string;
  @Col('id', { nullable: true }) toPersonId: string | null;
  @Col('instant') toldAt: Date;
}
