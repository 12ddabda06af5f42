import type { CampaignState } from '@zerentian/shared/campaigns/campaign.lifecycle';

/** How a state is underlined. */
export const CAMPAIGN_TONES: Record<CampaignState, 'neutral' | 'active' | 'done'> = {
  planned: 'neutral',
  running: 'active',
  finished: 'done',
};
