import type { CampaignView } from '@zerentian/shared/campaigns/campaign.contract';
import type { CampaignState } from '@zerentian/shared/campaigns/campaign.lifecycle';
import { dateWords } from '../ui/time/time-words';

/** How a state is underlined. */
export const CAMPAIGN_TONES: Record<CampaignState, 'neutral' | 'active' | 'done'> = {
  planned: 'neutral',
  running: 'active',
  finished: 'done',
};

/** `2026年11月15日至12月25日`: the year once where both days are of it. */
export function spanWords({ startsOn, endsOn }: Pick<CampaignView, 'startsOn' | 'endsOn'>): string {
  return `${dateWords(startsOn)}至${dateWords(endsOn, startsOn)}`;
}
