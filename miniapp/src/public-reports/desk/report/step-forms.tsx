import { explanationReasonNames, explanationReasons } from '@zerentian/shared/public-reports/public-report.contract';
import {
  explainPublicReport,
  type PublicReportDetail,
  upholdPublicReport,
} from '@zerentian/shared/public-reports/public-sifting.contract';
import { useCallback, useState } from 'react';
import { filled } from '../../../platform/form-errors';
import { tell } from '../../../platform/tell';
import { useSubmission } from '../../../platform/use-submission';
import { Button } from '../../../ui/button';
import { ErrorSummary } from '../../../ui/error-summary';
import { PickerField, TextArea } from '../../../ui/field';
import { Box } from '../../../ui/primitives/box';
import { Section } from '../../../ui/section';
import { takeSiftingStep } from '../public-sifting.api';

const REASONS = explanationReasons.map((value) => ({ value, text: explanationReasonNames[value] }));

/** 说明理由: nothing is made of it, and the reporter reads why. */
export function ExplainForm({ id, postId }: { id: string; postId: string }) {
  const [reason, setReason] = useState('');
  const [text, setText] = useState('');
  const send = useCallback((body: object, key: string) => takeSiftingStep(id, 'explain', body, key), [id]);
  const sending = useSubmission<object, unknown>({
    contract: explainPublicReport,
    send,
    onDone: () => tell('已说明，举报人查询时能看到'),
  });
  return (
    <Section title="不转为隐患">
      <Box className="stack">
        <ErrorSummary errors={sending.errors} problem={sending.problem} labels={{ text: '说明' }} />
        <PickerField
          id="reason"
          label="原因"
          placeholder="选择原因"
          value={reason}
          options={REASONS}
          error={sending.errors.reason}
          onChange={setReason}
        />
        <TextArea
          id="text"
          label="说明"
          hint="举报人会看到这些话，不要写别人的姓名电话"
          rows={3}
          value={text}
          error={sending.errors.text}
          onChange={setText}
        />
        <Button
          id="explain-report"
          kind="secondary"
          wide
          busy={sending.busy}
          onPress={() => void sending.submit(filled({ actingPostId: postId, reason, text }))}
        >
          向举报人说明
        </Button>
      </Box>
    </Section>
  );
}

/** The reporter says that it is not put right; whoever has looked again and finds that it is says so. */
export function UpholdForm({ report, postId }: { report: PublicReportDetail; postId: string }) {
  const [text, setText] = useState('');
  const { id } = report;
  const send = useCallback((body: object, key: string) => takeSiftingStep(id, 'uphold', body, key), [id]);
  const sending = useSubmission<object, unknown>({
    contract: upholdPublicReport,
    send,
    onDone: () => tell('已答复，举报人查询时能看到'),
  });
  return (
    <Section title="再去看过以后">
      <Box className="stack">
        <ErrorSummary errors={sending.errors} problem={sending.problem} labels={{ text: '答复' }} />
        <Box className="text-note">没有整改好的，打开隐患重新启动；确实整改好了的，在这里答复举报人。</Box>
        <TextArea
          id="text"
          label="答复"
          hint="举报人会看到这些话"
          rows={3}
          value={text}
          error={sending.errors.text}
          onChange={setText}
        />
        <Button
          id="uphold-report"
          kind="secondary"
          wide
          busy={sending.busy}
          onPress={() => void sending.submit(filled({ actingPostId: postId, text }))}
        >
          确已整改好，答复举报人
        </Button>
      </Box>
    </Section>
  );
}
