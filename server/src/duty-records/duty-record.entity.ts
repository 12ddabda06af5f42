import type { Place } from '@zerentian/shared/fields';
import { Entity, Index } from 'typeorm';
import { Col, Key } from '../platform/database/columns';

/** 履职记录: one thing done, by whom in which post. Written once, never changed. */
@Entity('duty_record')
@Index(['townshipCode', 'receivedAt', 'id'])
@Index(['areaCode', 'receivedAt', 'id'])
@Index(['personId', 'receivedAt', 'id'])
@Index(['townshipCode', 'occurredAt'])
export class DutyRecord {
  @Key('id') id: string;
  @Col('key') kind: string;
  @Col('area') townshipCode: string;
  @Col('area') areaCode: string;
  @Col('id', { nullable: true }) unitId: string | null;
  @Col('id') personId: string;
  @Col('id') postId: string;
  @Col('text') text: string;
  @Col('json') photoIds: string[];
  @Col('json', { nullable: true }) place: Place | null;
  @Col('json', { nullable: true }) paper: { doneOn: string; original: string } | null;
  @Col('instant') occurredAt: Date;
  @Col('instant') receivedAt: Date;
  /** The phone's own time could not be believed: the arrival counts. */
  @Col('bool') doubted: boolean;
}
