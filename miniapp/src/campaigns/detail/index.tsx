import { useRouter } from '@tarojs/taro';
import {
  type CampaignDetail,
  type CampaignUnit,
  campaignKindNames,
} from '@zerentian/shared/campaigns/campaign.contract';
import { campaignStateNames } from '@zerentian/shared/campaigns/campaign.lifecycle';
import { useMayInspect } from '../../inspections/may-inspect';
import { open } from '../../platform/navigation';
import { useRefresh } from '../../platform/use-refresh';
import { Button } from '../../ui/button';
import { List } from '../../ui/list';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { PaperButton } from '../../ui/paper-button';
import { Box } from '../../ui/primitives/box';
import { PageLink } from '../../ui/primitives/pressable';
import { Card, Facts, Section } from '../../ui/section';
import { StateTag } from '../../ui/tag';
import { TimeText } from '../../ui/time-text';
import { Progress } from '../campaign-progress';
import { CAMPAIGN_TONES, spanWords } from '../campaign-words';
import { useCampaign } from '../campaigns.api';
import { CampaignSteps } from './campaign-steps';
import '../campaigns.scss';

export default function CampaignPage() {
  const query = useCampaign(useRouter().params.id ?? '');
  useRefresh(query.refetch);
  return (
    <Page title="专项行动" section="inspections">
      <Loaded query={query} instead={{ page: 'campaigns', words: '看全部行动' }}>
        {(campaign) => (
          <Box className="columns">
            <Box className="columns__main">
              <Section
                title={campaign.title}
                note={<StateTag text={campaignStateNames[campaign.state]} tone={CAMPAIGN_TONES[campaign.state]} />}
              >
                <Card>
                  <Progress progress={campaign.progress} />
                </Card>
              </Section>
              <Units campaign={campaign} />
            </Box>
            <Box className="columns__side">
              <CampaignSteps campaign={campaign} />
              <Section title="方案">
                <Card>
                  <Facts items={factsOf(campaign)} />
                </Card>
              </Section>
              <Papers campaign={campaign} />
            </Box>
          </Box>
        )}
      </Loaded>
    </Page>
  );
}

function factsOf({ kind, number, basis, purpose, startsOn, endsOn, responsible }: CampaignDetail) {
  return [
    { label: '类别', value: campaignKindNames[kind] },
    { label: '编号', value: number },
    { label: '依据', value: basis ?? '没有写' },
    { label: '时间', value: spanWords({ startsOn, endsOn }) },
    { label: '责任岗位', value: [responsible.post, responsible.name].filter(Boolean).join(' ') },
    ...(purpose ? [{ label: '目的和安排', value: purpose }] : []),
  ];
}

function Papers({ campaign: { id, number, state } }: { campaign: CampaignDetail }) {
  return (
    <Section title="文书">
      <Box className="stack stack--tight">
        <PaperButton id="paper-plan" path={`/campaigns/${id}/papers/plan`} name="检查方案" number={number} />
        {state === 'finished' && (
          <PaperButton id="paper-report" path={`/campaigns/${id}/papers/report`} name="工作总结" number={number} />
        )}
      </Box>
    </Section>
  );
}

/** The targets, not visited first, each with its visit or the way to it. */
function Units({ campaign }: { campaign: CampaignDetail }) {
  const mayInspect = useMayInspect() && campaign.state === 'running';
  return (
    <Section title={`单位（${campaign.units.length}）`}>
      <List label="单位">
        {campaign.units.map((unit) => (
          <Box as="li" key={unit.unitId} className="list__row">
            <Box className="list-item">
              <Box className="list-item__text">
                <Box className="list-item__title">{unit.unitName}</Box>
                <Box className="list-item__note">{unit.areaName}</Box>
                <LastVisit unit={unit} />
              </Box>
              <Box className="list-item__aside">
                {unit.visits > 0 ? <StateTag text="已检查" tone="done" /> : <StateTag text="未检查" tone="active" />}
                {mayInspect && unit.visits === 0 && (
                  <Button
                    kind="quiet"
                    small
                    onPress={() => open('inspect', { unit: unit.unitId, campaign: campaign.id })}
                  >
                    去检查
                  </Button>
                )}
              </Box>
            </Box>
          </Box>
        ))}
      </List>
    </Section>
  );
}

function LastVisit({ unit: { last, visits } }: { unit: CampaignUnit }) {
  if (!last) return null;
  return (
    <PageLink page="inspection" params={{ id: last.id }} className="text-link">
      <TimeText plain at={last.occurredAt} />
      {`，不合格 ${last.failed} 项${visits > 1 ? `，共 ${visits} 次` : ''}`}
    </PageLink>
  );
}
