import type { PersonView } from '@zerentian/shared/people/person.contract';
import { Entity, Index } from 'typeorm';
import { Col, Key, Name } from '../platform/database/columns';

/** 人员: a human being of the roster; accounts are kept apart in platform/auth. */
@Entity('person')
export class Person {
  @Key('id') id: string;
  @Name(50) name: string;
  /** How somebody is recognised when they bind WeChat: one person's, or nobody's yet. */
  @Index({ unique: true }) @Name(20, { nullable: true }) phone: string | null;
  @Col('key') managedBy: PersonView['managedBy'];
  /** Area of the administrator who entered the person: there they are found before they hold a post. */
  @Index() @Col('area', { nullable: true }) enrolledIn: string | null;
  @Col('instant') createdAt: Date;
}
