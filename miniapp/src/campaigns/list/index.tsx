import { type CampaignView, campaignKindNames } from '@zerentian/shared/campaigns/campaign.contract';
import { campaignStateNames } from '@zerentian/shared/campaigns/campaign.lifecycle';
import { open } from '../../platform/navigation';
import { useRefresh } from '../../platform/use-refresh';
import { Button } from '../../ui/button';
import { List, ListItem } from '../../ui/list';
import { Page } from '../../ui/page';
import { PagedList } from '../../ui/paged-list';
import { EmptyState } from '../../ui/states';
import { StateTag } from '../../ui/tag';
import { Progress } from '../campaign-progress';
import { CAMPAIGN_TONES, spanWords } from '../campaign-words';
import { useCampaigns } from '../campaigns.api';
import { useMayPlan } from '../may-plan';

export default function CampaignListPage() {
  const mayPlan = useMayPlan();
  const query = useCampaigns({});
  useRefresh(query.refetch);
  const plan = mayPlan && (
    <Button id="plan-campaign" icon="plus" onPress={() => open('planCampaign')}>
      制定方案
    </Button>
  );
  return (
    <Page title="专项行动" section="inspections" bar={plan}>
      <PagedList
        query={query}
        what="个行动"
        empty={
          <EmptyState title="还没有专项行动">安监站、分管和乡领导可以制定检查、专项整治、打非治违的方案。</EmptyState>
        }
        frame={(rows) => <List label="专项行动">{rows}</List>}
        item={(campaign) => <Row key={campaign.id} campaign={campaign} />}
      />
    </Page>
  );
}

function Row({ campaign }: { campaign: CampaignView }) {
  const { id, title, kind, state, responsible, progress } = campaign;
  const who = [responsible.post, responsible.name].filter(Boolean).join(' ');
  return (
    <ListItem
      page="campaign"
      params={{ id }}
      title={title}
      note={`${campaignKindNames[kind]}，${spanWords(campaign)}，${who}`}
      aside={<StateTag text={campaignStateNames[state]} tone={CAMPAIGN_TONES[state]} />}
    >
      <Progress progress={progress} />
    </ListItem>
  );
}
