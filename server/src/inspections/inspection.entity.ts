import type { Place } from '@zerentian/shared/fields';
import type { ItemResult } from '@zerentian/shared/inspections/inspection.contract';
import { Entity, Index } from 'typeorm';
import { Col, Key, Name } from '../platform/database/columns';

/** One item as it was found, with the words that the list had then. */
export interface StoredItem {
  key: string;
  text: string;
  basis: string | null;
  verified: boolean;
  result: ItemResult;
  note: string | null;
  photoIds: string[];
  hazardId: string | null;
}

/** 检查: one visit, written once. What became of its hazards is in theirs. */
@Entity('inspection')
@Index(['townshipCode', 'receivedAt', 'id'])
@Index(['areaCode', 'receivedAt', 'id'])
@Index(['unitId', 'occurredAt'])
@Index(['campaignId', 'unitId'])
@Index(['inspectorPersonId', 'occurredAt'])
export class Inspection {
  @Key('id') id: string;
  @Index({ unique: true }) @Name(40) number: string;
  @Col('area') townshipCode: string;
  @Col('area') areaCode: string;
  @Col('id') unitId: string;
  @Col('key', { nullable: true }) trade: string | null;
  @Col('id', { nullable: true }) campaignId: string | null;
  @Col('key') checklistKey: string;
  @Col('int') checklistVersion: number;
  @Name(100) checklistTitle: string;
  @Col('json') items: StoredItem[];
  @Col('int') passed: number;
  @Col('int') failed: number;
  @Col('int') notApplicable: number;
  @Col('id') inspectorPersonId: string;
  @Col('id') inspectorPostId: string;
  @Col('json') companions: { personId: string; postId: string }[];
  @Name(100, { nullable: true }) inspectedName: string | null;
  @Name(100, { nullable: true }) inspectedTitle: string | null;
  @Col('id', { nullable: true }) signaturePhotoId: string | null;
  @Col('json', { nullable: true }) refusal: { reason: string; witness: string } | null;
  @Col('text', { nullable: true }) remark: string | null;
  @Name(200, { nullable: true }) spot: string | null;
  @Col('json', { nullable: true }) place: Place | null;
  @Col('instant') occurredAt: Date;
  @Col('instant') receivedAt: Date;
  @Col('bool') doubted: boolean;
}
