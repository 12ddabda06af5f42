import { Entity, Index } from 'typeorm';
import { Col, Key, Name } from '../platform/database/columns';

/** 辖区: a node of province → city → county → township → village. */
@Entity('area')
export class Area {
  @Key('area') code: string;
  @Name(100) name: string;
  @Index() @Col('area', { nullable: true }) parentCode: string | null;
}
