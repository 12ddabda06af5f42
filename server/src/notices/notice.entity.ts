import { Entity, Index } from 'typeorm';
import { Col, Key, Name } from '../platform/database/columns';

/** A line in the inbox of a post: whoever holds it reads it. Written in the transaction of what it tells. */
@Entity('notice')
@Index(['postId', 'createdAt'])
export class Notice {
  @Key('id') id: string;
  @Col('id') postId: string;
  @Name(300) text: string;
  @Col('id', { nullable: true }) hazardId: string | null;
  @Col('instant') createdAt: Date;
}
