import { forgetReporter, type PublicReportDetail } from '@zerentian/shared/public-reports/public-sifting.contract';
import { useCallback, useState } from 'react';
import { tell } from '../../../platform/tell';
import { useSubmission } from '../../../platform/use-submission';
import { Button } from '../../../ui/button';
import { ErrorSummary } from '../../../ui/error-summary';
import { TextInput } from '../../../ui/field';
import { PersonLine } from '../../../ui/person-line';
import { Box } from '../../../ui/primitives/box';
import { Card, Section } from '../../../ui/section';
import { Sheet } from '../../../ui/sheet';
import { takeSiftingStep } from '../public-sifting.api';

interface ReporterSectionProps {
  report: PublicReportDetail;
  /** The post in which the asker may have the reporter forgotten. */
  postId: string | undefined;
}

/** Who reported, where they said so: for these eyes only. */
export function ReporterSection({ report, postId }: ReporterSectionProps) {
  const [open, setOpen] = useState(false);
  const { reporter, named } = report;
  return (
    <Section title="举报人">
      <Card>
        {reporter ? (
          <Box className="stack stack--tight">
            <PersonLine name={reporter.name} post="举报人" phone={reporter.phone} />
            <Box className="text-note">只有安监站和分管负责人能看到。请保密，不要告诉被举报的单位和村里。</Box>
            {postId && (
              <Button id="forget-reporter" kind="quiet" small onPress={() => setOpen(true)}>
                删去姓名和电话
              </Button>
            )}
          </Box>
        ) : (
          <Box className="text-note">{named ? '姓名和电话已经删去。' : '匿名举报，没有留姓名和电话。'}</Box>
        )}
      </Card>
      <Sheet id="forget-sheet" open={open} title="删去姓名和电话" onClose={() => setOpen(false)}>
        <ForgetForm id={report.id} postId={postId ?? ''} onDone={() => setOpen(false)} />
      </Sheet>
    </Section>
  );
}

function ForgetForm({ id, postId, onDone }: { id: string; postId: string; onDone: () => void }) {
  const [text, setText] = useState('');
  const send = useCallback((body: object, key: string) => takeSiftingStep(id, 'forget-reporter', body, key), [id]);
  const sending = useSubmission<object, unknown>({
    contract: forgetReporter,
    send,
    onDone: () => {
      tell('已删去');
      onDone();
    },
  });
  return (
    <Box className="stack">
      <ErrorSummary errors={{}} problem={sending.problem} />
      <Box>删去以后找不回来，也不能再回复举报人；举报本身照常办理。台账会记下谁删的、为什么。</Box>
      <TextInput id="text" label="原因" value={text} error={sending.errors.text} onChange={setText} />
      <Button
        id="send-forget"
        kind="alert"
        wide
        busy={sending.busy}
        onPress={() => void sending.submit({ actingPostId: postId, text })}
      >
        删去姓名和电话
      </Button>
    </Box>
  );
}
