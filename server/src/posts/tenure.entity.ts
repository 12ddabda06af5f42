import type { TenureView } from '@zerentian/shared/posts/post.contract';
import { Entity, Index } from 'typeorm';
import { Col, Key, Name } from '../platform/database/columns';

/**
 * 任职, never deleted. A row is a version: `tenureId` names the tenure, `recordedAt` when this was written down, `supersededAt`
 * when a later version took its place. `at=` reads the versions in force now; `knownAt=` those in force then.
 */
@Entity('tenure')
@Index(['postId', 'startsOn'])
@Index(['personId', 'startsOn'])
export class Tenure {
  @Key('id') id: string;
  @Index() @Col('id') tenureId: string;
  @Col('id') personId: string;
  @Col('id') postId: string;
  @Col('key') kind: TenureView['kind'];
  /** Scope within the post's area; its own code where nothing narrows it. */
  @Col('area') areaCode: string;
  @Col('bool') lead: boolean;
  /** [startsOn, endsOn) in Shanghai dates; open without an end. */
  @Col('date') startsOn: string;
  @Col('date', { nullable: true }) endsOn: string | null;
  @Name(200, { nullable: true }) basis: string | null;
  @Col('instant') recordedAt: Date;
  @Col('instant', { nullable: true }) supersededAt: Date | null;
}
