import {
  answerPublicReport,
  explanationReasonNames,
  type FollowedReport,
} from '@zerentian/shared/public-reports/public-report.contract';
import { publicReportStageNames } from '@zerentian/shared/public-reports/public-report.lifecycle';
import { useState } from 'react';
import { filled } from '../../../platform/form-errors';
import { tell } from '../../../platform/tell';
import { usePlainSubmission } from '../../../platform/use-submission';
import { Button } from '../../../ui/button';
import { Choices } from '../../../ui/choices';
import { ErrorSummary } from '../../../ui/error-summary';
import { Field, TextArea } from '../../../ui/field';
import { Box } from '../../../ui/primitives/box';
import { Card, Facts, Section } from '../../../ui/section';
import { StateTag } from '../../../ui/tag';
import { dateWords } from '../../../ui/time/time-words';
import { TimeText } from '../../../ui/time-text';
import { DangerNumbers } from '../danger-numbers';
import { answerReport } from '../public.api';

interface FollowedViewProps {
  code: string;
  followed: FollowedReport;
}

/** Where the report stands, in plain words; and, once it is settled, the question whether that is true. */
export function FollowedView({ code, followed }: FollowedViewProps) {
  const { stage, words, answer, feedback, mayAnswer, numbers } = followed;
  const isDone = stage === 'settled' || stage === 'confirmed' || stage === 'explained' || stage === 'upheld';
  return (
    <>
      <Card>
        <Box className="stack stack--tight">
          <Box className="row">
            <StateTag text={publicReportStageNames[stage]} tone={isDone ? 'done' : 'active'} />
          </Box>
          <Box id="follow-words" className="text-strong">
            {words}
          </Box>
          {answer && (
            <Box id="follow-answer">
              {answer.reason ? `${explanationReasonNames[answer.reason]}：${answer.text}` : answer.text}
            </Box>
          )}
          <Facts items={factsOf(followed)} />
        </Box>
      </Card>
      {feedback && (
        <Section title="您的反馈">
          <Card>{`${feedback.fixed ? '已经整改好' : '没有整改好'}${feedback.text ? `：${feedback.text}` : ''}`}</Card>
        </Section>
      )}
      {mayAnswer && <FeedbackForm code={code} />}
      <DangerNumbers numbers={numbers} />
    </>
  );
}

function factsOf({ place, receivedAt, siftedAt, deadline, closedAt }: FollowedReport) {
  return [
    { label: '地点', value: place },
    { label: '收到', value: <TimeText plain at={receivedAt} /> },
    ...(siftedAt ? [{ label: '核实', value: <TimeText plain at={siftedAt} /> }] : []),
    ...(deadline ? [{ label: '整改期限', value: dateWords(deadline) }] : []),
    ...(closedAt ? [{ label: '办结', value: <TimeText plain at={closedAt} /> }] : []),
  ];
}

const FIXED = [
  { value: 'yes', text: '真的整改好了' },
  { value: 'no', text: '没有整改好' },
] as const;

function FeedbackForm({ code }: { code: string }) {
  const [fixed, setFixed] = useState<'yes' | 'no' | ''>('');
  const [text, setText] = useState('');
  const sending = usePlainSubmission({
    contract: answerPublicReport,
    send: (input, key) => answerReport(code, input, key),
    onDone: () => tell('已收到您的反馈'),
  });
  const send = () => void sending.submit(filled({ fixed: fixed === '' ? undefined : fixed === 'yes', text }));
  return (
    <Section title="是不是真的整改好了">
      <Box className="stack">
        <ErrorSummary errors={sending.errors} problem={sending.problem} />
        <Field id="fixed" label="您看到的情况" error={sending.errors.fixed}>
          <Choices id="fixed" label="您看到的情况" value={fixed} options={FIXED} onChange={setFixed} />
        </Field>
        <TextArea
          id="text"
          label="补充说明"
          hint="没有整改好的，请说哪里不行"
          optional
          rows={2}
          value={text}
          error={sending.errors.text}
          onChange={setText}
        />
        <Button id="send-feedback" wide busy={sending.busy} onPress={send}>
          提交反馈
        </Button>
      </Box>
    </Section>
  );
}
