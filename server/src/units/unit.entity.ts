import type { Place } from '@zerentian/shared/fields';
import type { UnitView } from '@zerentian/shared/units/unit.contract';
import { Entity, Index } from 'typeorm';
import { Col, Key, Name } from '../platform/database/columns';

/** 单位: a body, station, village or enterprise. The three persons of an enterprise are what its registration says. */
@Entity('unit')
@Index(['areaCode', 'kind'])
export class Unit {
  @Key('id') id: string;
  @Name(100) name: string;
  @Col('key') kind: UnitView['kind'];
  @Col('area') areaCode: string;
  @Col('key', { nullable: true }) trade: string | null;
  @Col('key', { nullable: true }) riskGrade: UnitView['riskGrade'];
  @Col('key') supervision: UnitView['supervision'];
  @Name(50, { nullable: true }) legalRepresentative: string | null;
  @Name(50, { nullable: true }) actualController: string | null;
  @Name(50, { nullable: true }) principal: string | null;
  @Name(100, { nullable: true }) department: string | null;
  @Name(200, { nullable: true }) address: string | null;
  @Name(30, { nullable: true }) phone: string | null;
  @Col('json', { nullable: true }) place: Place | null;
}
