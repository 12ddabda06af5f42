import type { StandardView } from '@zerentian/shared/standards/standard.contract';
import { Entity, Index } from 'typeorm';
import { Col, Key, Name } from '../platform/database/columns';

/** 判定标准、常见隐患: what came with the system (no area), a county's and a township's own. */
@Entity('standard')
@Index(['areaCode', 'replacesId'], { unique: true })
@Index(['replacesId'])
export class Standard {
  @Key('id') id: string;
  @Col('area', { nullable: true }) areaCode: string | null;
  @Col('key') kind: StandardView['kind'];
  @Col('key', { nullable: true }) trade: string | null;
  @Name(500) wording: string;
  @Col('key') level: StandardView['level'];
  @Name(100, { nullable: true }) basis: string | null;
  @Name(80, { nullable: true }) clause: string | null;
  @Col('bool') verified: boolean;
  @Name(500, { nullable: true }) advice: string | null;
  @Col('bool') active: boolean;
  @Col('id', { nullable: true }) replacesId: string | null;
  @Col('instant') createdAt: Date;
  @Col('instant') updatedAt: Date;
}
