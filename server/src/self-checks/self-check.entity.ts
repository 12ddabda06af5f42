import type { TownshipLevel } from '@zerentian/shared/hazards/hazard.facts';
import type { selfCheckSources } from '@zerentian/shared/self-checks/self-check.contract';
import type { SelfCheckState } from '@zerentian/shared/self-checks/self-check.lifecycle';
import { Entity, Index } from 'typeorm';
import { Col, Key, Name } from '../platform/database/columns';

/** 自查隐患: a line of an enterprise's own list, as it stands now. How it came to this is in the ledger. */
@Entity('self_check')
@Index(['unitId', 'receivedAt', 'id'])
@Index(['unitId', 'state', 'receivedAt', 'id'])
@Index(['unitId', 'foundOn'])
@Index(['unitId', 'externalNumber'], { unique: true })
export class SelfCheck {
  @Key('id') id: string;
  @Col('id') unitId: string;
  @Col('area') townshipCode: string;
  @Col('area') areaCode: string;
  @Col('key', { nullable: true }) trade: string | null;
  @Col('key') state: SelfCheckState;
  @Col('key') level: TownshipLevel;
  @Name(200, { nullable: true }) standardClause: string | null;
  @Col('text', { nullable: true }) text: string | null;
  @Name(200, { nullable: true }) spot: string | null;
  @Col('json') photoIds: string[];
  @Col('date') foundOn: string;
  @Col('date', { nullable: true }) fixedOn: string | null;
  @Col('text', { nullable: true }) remedy: string | null;
  @Name(50, { nullable: true }) rectifier: string | null;
  @Col('json') afterPhotoIds: string[];
  @Col('key') source: (typeof selfCheckSources)[number];
  @Name(100, { nullable: true }) externalNumber: string | null;
  @Col('id', { nullable: true }) hazardId: string | null;
  @Col('id') personId: string;
  @Col('id') postId: string;
  @Col('instant') occurredAt: Date;
  @Col('instant') receivedAt: Date;
  @Col('instant') updatedAt: Date;
}
