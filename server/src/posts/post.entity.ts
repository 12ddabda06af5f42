import type { Line } from '@zerentian/shared/posts/post.contract';
import type { Profile } from '@zerentian/shared/posts/profile';
import { Entity, Index } from 'typeorm';
import { Col, Key, Name } from '../platform/database/columns';

/** 岗位类别, from the catalogue. */
@Entity('post_kind')
export class PostKind {
  @Key('key') key: string;
  @Name(100, { nullable: true }) nameInDocument: string | null;
  @Name(100) currentName: string;
  @Col('key') level: string;
  @Col('bool') singleHolder: boolean;
  @Col('key') profile: Profile;
  @Col('key', { nullable: true }) reportsTo: string | null;
  @Col('key', { nullable: true }) line: Line | null;
}

/**
 * 岗位: an office of a kind, in a unit, over one area. 包村 posts are one per village, so that a village without a cadre is a vacant
 * post and not an absence that nobody sees; a cadre of three villages holds three.
 */
@Entity('post')
@Index(['areaCode', 'kindKey'])
export class Post {
  @Key('id') id: string;
  @Col('key') kindKey: string;
  @Name(100) title: string;
  @Index() @Col('id') unitId: string;
  @Col('area') areaCode: string;
}

/** The trades that a post answers for; none for posts that are not of a trade. */
@Entity('post_trade')
@Index(['areaCode', 'trade'])
export class PostTrade {
  @Key('id') postId: string;
  @Key('key') trade: string;
  @Col('area') areaCode: string;
}
