import type { ChecklistItem } from '@zerentian/shared/checklists/checklist.contract';
import { Entity, Index } from 'typeorm';
import { Col, Key, Name } from '../platform/database/columns';

/** 检查表: one version that a township edited for itself. Written once; a change is the next version, inspections keep theirs. */
@Entity('checklist')
@Index(['townshipCode', 'checklistKey', 'version'], { unique: true })
export class Checklist {
  @Key('id') id: string;
  @Col('area') townshipCode: string;
  @Col('key') checklistKey: string;
  @Col('int') version: number;
  @Col('key', { nullable: true }) trade: string | null;
  @Name(100) title: string;
  @Col('json') items: ChecklistItem[];
  @Col('id') personId: string;
  @Col('id') postId: string;
  @Col('instant') editedAt: Date;
}
