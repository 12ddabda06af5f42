import type { ReminderView } from '@zerentian/shared/hazards/hazard.contract';
import { Entity, Index } from 'typeorm';
import { Col, Key, Name } from '../platform/database/columns';

/** 催办: once per matter and Shanghai day, with its sender; the database itself refuses a second. */
@Entity('reminder')
@Index(['hazardId', 'date'], { unique: true })
@Index(['toPostId', 'answeredAt'])
export class Reminder {
  @Key('id') id: string;
  @Col('id') hazardId: string;
  @Col('date') date: string;
  @Col('id') fromPersonId: string;
  @Col('id') fromPostId: string;
  @Col('id') toPostId: string;
  @Col('id', { nullable: true }) toPersonId: string | null;
  @Name(200, { nullable: true }) text: string | null;
  @Col('instant') sentAt: Date;
  @Col('key', { nullable: true }) answer: ReminderView['answer'];
  @Name(500, { nullable: true }) answerText: string | null;
  @Col('instant', { nullable: true }) answeredAt: Date | null;
}
