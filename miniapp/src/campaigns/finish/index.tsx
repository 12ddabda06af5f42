import { useRouter } from '@tarojs/taro';
import { campaignStepInputs } from '@zerentian/shared/campaigns/campaign.contract';
import { replaceWith } from '../../platform/navigation';
import { tell } from '../../platform/tell';
import { useDraft } from '../../platform/use-draft';
import { useSubmission } from '../../platform/use-submission';
import { DraftForm } from '../../ui/draft-form';
import { TextArea } from '../../ui/field';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { Box } from '../../ui/primitives/box';
import { takeStep, useCampaign, useReportDraft } from '../campaigns.api';

/** The report, written from the facts, to be put into one's own words; what was changed is kept on the phone. */
export default function FinishCampaignPage() {
  const id = useRouter().params.id ?? '';
  const draft = useReportDraft(id);
  const campaign = useCampaign(id);
  const postId = campaign.data?.steps.find((it) => it.step === 'finish')?.postId;
  return (
    <Page title="工作总结" section="inspections">
      <Box className="narrow">
        <Loaded query={draft}>{({ text }) => <ReportForm id={id} text={text} postId={postId} />}</Loaded>
      </Box>
    </Page>
  );
}

function ReportForm({ id, text, postId }: { id: string; text: string; postId: string | undefined }) {
  const draft = useDraft(`campaign-report-${id}`, { report: text });
  const { values, change } = draft;
  const sending = useSubmission({
    contract: campaignStepInputs.finish,
    send: (input, key) => takeStep(id, 'finish', input, key),
    onDone: () => {
      draft.clear();
      tell('行动已结束');
      replaceWith('campaign', { id });
    },
  });
  const send = () => void sending.submit({ actingPostId: postId, report: values.report });
  return (
    <DraftForm id="submit-report" verb="结束行动" draft={draft} sending={sending} onSend={send}>
      <TextArea
        id="report"
        label="总结"
        hint="按检查记录写好了初稿，请改成您的话。结束以后不能再改，也不能再在这个行动下检查"
        rows={16}
        value={values.report}
        error={sending.errors.report}
        onChange={(report) => change({ report })}
      />
    </DraftForm>
  );
}
