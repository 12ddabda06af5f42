import { Entity, Index } from 'typeorm';
import { Col, Key } from '../platform/database/columns';

/** 举报二维码: the code on a poster at a village or an enterprise. A unit's newest is the one that holds; those before say that they were renewed. */
@Entity('public_point')
@Index(['unitId', 'serial'], { unique: true })
@Index(['townshipCode', 'unitId'])
export class PublicPoint {
  @Key('id') id: string;
  @Index({ unique: true }) @Col('key') code: string;
  @Col('area') townshipCode: string;
  @Col('area') areaCode: string;
  @Col('id') unitId: string;
  /** 1 for a unit's first, then on: two phones that open one at once cannot make two. */
  @Col('int') serial: number;
  @Col('instant') openedAt: Date;
  @Col('instant', { nullable: true }) renewedAt: Date | null;
}
