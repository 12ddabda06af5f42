import type { Place } from '@zerentian/shared/fields';
import type { HazardOrigin, HazardPath, HazardView } from '@zerentian/shared/hazards/hazard.contract';
import type { CountyFacts, HazardLevel, RectificationPlan } from '@zerentian/shared/hazards/hazard.facts';
import type { HazardState } from '@zerentian/shared/hazards/hazard.vocabulary';
import { Entity, Index } from 'typeorm';
import { Col, Key, Name } from '../platform/database/columns';

/** 隐患: as it stands now. How it came to this is in the ledger, from which every column can be rebuilt. */
@Entity('hazard')
@Index(['townshipCode', 'receivedAt', 'id'])
@Index(['areaCode', 'receivedAt', 'id'])
@Index(['townshipCode', 'state'])
@Index(['holderPostId', 'state'])
@Index(['responsibleUnitId', 'receivedAt', 'id'])
@Index(['originId'])
@Index(['holderDueOn', 'id'])
@Index(['countyDueAt', 'id'])
@Index(['mergedIntoId'])
@Index(['townshipCode', 'sampled', 'spotCheckedAt'])
@Index(['reporterPersonId', 'receivedAt', 'id'])
export class Hazard {
  @Key('id') id: string;
  @Index({ unique: true }) @Name(40) number: string;
  @Col('area') townshipCode: string;
  @Col('area') areaCode: string;
  @Col('key') state: HazardState;
  @Col('key') path: HazardPath;
  @Col('key') origin: HazardOrigin;
  @Col('id', { nullable: true }) originId: string | null;
  @Col('key') level: HazardLevel;
  @Name(200, { nullable: true }) standardClause: string | null;
  @Col('key', { nullable: true }) trade: string | null;
  @Col('id', { nullable: true }) unitId: string | null;
  @Col('key', { nullable: true }) ownership: HazardView['ownership'];
  @Col('id', { nullable: true }) responsibleUnitId: string | null;
  @Col('id', { nullable: true }) assistingUnitId: string | null;
  @Col('text', { nullable: true }) description: string | null;
  @Name(200, { nullable: true }) spot: string | null;
  @Col('json', { nullable: true }) place: Place | null;
  @Col('json') photoIds: string[];
  @Col('date', { nullable: true }) deadline: string | null;
  @Col('id', { nullable: true }) holderPostId: string | null;
  @Col('instant', { nullable: true }) holderSince: Date | null;
  /** By when whoever holds it now must act (hazard.deadline.ts). */
  @Col('date', { nullable: true }) holderDueOn: string | null;
  @Col('id') reporterPersonId: string;
  @Col('id', { nullable: true }) reporterPostId: string | null;
  @Col('id', { nullable: true }) assignerPostId: string | null;
  @Col('json') rectifierIds: string[];
  @Col('id', { nullable: true }) askedPostId: string | null;
  @Col('json', { nullable: true }) plan: RectificationPlan | null;
  @Col('json', { nullable: true }) county: CountyFacts | null;
  @Col('instant', { nullable: true }) countyDueAt: Date | null;
  @Col('id', { nullable: true }) leaderPostId: string | null;
  @Col('bool') watched: boolean;
  @Col('date', { nullable: true }) askedUntil: string | null;
  @Col('id', { nullable: true }) mergedIntoId: string | null;
  @Col('bool') sampled: boolean;
  @Col('instant', { nullable: true }) spotCheckedAt: Date | null;
  @Col('instant') occurredAt: Date;
  @Col('instant') receivedAt: Date;
  @Col('instant') updatedAt: Date;
  @Col('instant', { nullable: true }) closedAt: Date | null;
}
