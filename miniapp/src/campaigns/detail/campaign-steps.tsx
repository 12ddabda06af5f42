import { type CampaignDetail, campaignStepInputs } from '@zerentian/shared/campaigns/campaign.contract';
import { type CampaignStep, campaignStepNames } from '@zerentian/shared/campaigns/campaign.lifecycle';
import { open } from '../../platform/navigation';
import { tell } from '../../platform/tell';
import { useSubmission } from '../../platform/use-submission';
import { Button } from '../../ui/button';
import { ErrorSummary } from '../../ui/error-summary';
import { Box } from '../../ui/primitives/box';
import { Card, Section } from '../../ui/section';
import { takeStep } from '../campaigns.api';

/** What I may do with it now: start, take in what entered the register since, change the plan, finish with a report. */
export function CampaignSteps({ campaign }: { campaign: CampaignDetail }) {
  const postOf = (step: CampaignStep) => campaign.steps.find((it) => it.step === step)?.postId;
  if (campaign.steps.length === 0) return null;
  return (
    <Section title="办理">
      <Box className="stack stack--tight">
        {postOf('start') && <Start campaign={campaign} postId={postOf('start')} />}
        {postOf('finish') && (
          <Button id="finish-campaign" wide onPress={() => open('finishCampaign', { id: campaign.id })}>
            {campaignStepNames.finish}，写总结
          </Button>
        )}
        {postOf('add-units') && campaign.proposed.length > 0 && (
          <Proposed campaign={campaign} postId={postOf('add-units')} />
        )}
        {postOf('amend') && (
          <Button id="amend-campaign" kind="secondary" wide onPress={() => open('planCampaign', { id: campaign.id })}>
            {campaignStepNames.amend}
          </Button>
        )}
      </Box>
    </Section>
  );
}

interface StepProps {
  campaign: CampaignDetail;
  postId: string | undefined;
}

function Start({ campaign, postId }: StepProps) {
  const sending = useSubmission({
    contract: campaignStepInputs.start,
    send: (input, key) => takeStep(campaign.id, 'start', input, key),
    onDone: () => tell('行动已开始，可以检查了'),
  });
  return (
    <>
      <ErrorSummary errors={sending.errors} problem={sending.problem} />
      <Button
        id="start-campaign"
        wide
        busy={sending.busy}
        onPress={() => void sending.submit({ actingPostId: postId })}
      >
        {campaignStepNames.start}
      </Button>
    </>
  );
}

function Proposed({ campaign, postId }: StepProps) {
  const { proposed } = campaign;
  const sending = useSubmission({
    contract: campaignStepInputs['add-units'],
    send: (input, key) => takeStep(campaign.id, 'add-units', input, key),
    onDone: () => tell('已补充'),
  });
  const add = () => void sending.submit({ actingPostId: postId, unitIds: proposed.map((unit) => unit.unitId) });
  return (
    <Card>
      <Box className="stack stack--tight">
        <ErrorSummary errors={sending.errors} problem={sending.problem} />
        <Box>{`名册里又有 ${proposed.length} 家符合条件：${proposed.map((unit) => unit.unitName).join('、')}`}</Box>
        <Button id="add-units" kind="secondary" busy={sending.busy} onPress={add}>
          都补充进来
        </Button>
      </Box>
    </Card>
  );
}
