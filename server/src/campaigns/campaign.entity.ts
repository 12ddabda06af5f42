import type { CampaignKind, CampaignSelection } from '@zerentian/shared/campaigns/campaign.contract';
import type { CampaignState } from '@zerentian/shared/campaigns/campaign.lifecycle';
import { Entity, Index } from 'typeorm';
import { Col, Key, Name } from '../platform/database/columns';

/** 专项行动: as it stands now; how it came to this is in the ledger. */
@Entity('campaign')
@Index(['townshipCode', 'receivedAt', 'id'])
export class Campaign {
  @Key('id') id: string;
  @Index({ unique: true }) @Name(40) number: string;
  @Col('area') townshipCode: string;
  @Col('key') kind: CampaignKind;
  @Col('key') state: CampaignState;
  @Name(100) title: string;
  @Name(200, { nullable: true }) basis: string | null;
  @Col('text', { nullable: true }) purpose: string | null;
  @Col('date') startsOn: string;
  @Col('date') endsOn: string;
  @Col('key') checklistKey: string;
  @Col('id') responsiblePostId: string;
  @Col('json') selection: CampaignSelection;
  @Col('json') unitIds: string[];
  @Col('text', { nullable: true }) report: string | null;
  @Col('id') authorPersonId: string;
  @Col('id') authorPostId: string;
  @Col('instant', { nullable: true }) finishedAt: Date | null;
  @Col('instant') occurredAt: Date;
  @Col('instant') receivedAt: Date;
  @Col('instant') updatedAt: Date;
}
