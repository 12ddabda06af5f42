import { hazardStateNames } from '@zerentian/shared/hazards/hazard.vocabulary';
import { explanationReasonNames } from '@zerentian/shared/public-reports/public-report.contract';
import { publicReportStageNames, siftingStages } from '@zerentian/shared/public-reports/public-report.lifecycle';
import type { PublicReportDetail } from '@zerentian/shared/public-reports/public-sifting.contract';
import { open } from '../../../platform/navigation';
import { Button } from '../../../ui/button';
import { PhotoGrid } from '../../../ui/photo-grid';
import { Box } from '../../../ui/primitives/box';
import { Card, Facts, Section } from '../../../ui/section';
import { StateTag } from '../../../ui/tag';
import { TimeText } from '../../../ui/time-text';

/** What was reported, and what became of it. */
export function ReportFacts({ report }: { report: PublicReportDetail }) {
  const { stage, description, photos, feedback, answer, hazardId } = report;
  return (
    <>
      <Card>
        <Box className="stack stack--tight">
          <Box className="row">
            <StateTag
              text={publicReportStageNames[stage]}
              tone={siftingStages.includes(stage) ? 'active' : 'neutral'}
            />
          </Box>
          <Box className="text-strong">{description ?? '（只有照片，没有文字）'}</Box>
          <PhotoGrid photos={photos} what="举报的照片" />
          <Facts items={factsOf(report)} />
        </Box>
      </Card>
      {hazardId && (
        <Section title="转成的隐患">
          <Card>
            <Box className="stack stack--tight">
              <Box>{`${report.hazardNumber ?? ''}，${report.hazardState ? hazardStateNames[report.hazardState] : ''}`}</Box>
              <Button id="open-hazard" kind="secondary" onPress={() => open('hazard', { id: hazardId })}>
                {stage === 'disputed' ? '打开隐患，抽查、重新启动' : '打开隐患'}
              </Button>
            </Box>
          </Card>
        </Section>
      )}
      {feedback && (
        <Section title="举报人的反馈" note={<TimeText plain at={feedback.at} />}>
          <Card>{`${feedback.fixed ? '已经整改好' : '没有整改好'}${feedback.text ? `：${feedback.text}` : ''}`}</Card>
        </Section>
      )}
      {answer && (
        <Section title="对举报人的答复">
          <Card>{answer.reason ? `${explanationReasonNames[answer.reason]}：${answer.text}` : answer.text}</Card>
        </Section>
      )}
    </>
  );
}

function factsOf({ place, areaName, spot, receivedAt, siftedAt }: PublicReportDetail) {
  return [
    { label: '二维码', value: place },
    ...(areaName !== place ? [{ label: '所在村', value: areaName }] : []),
    ...(spot ? [{ label: '在哪里', value: spot }] : []),
    { label: '收到', value: <TimeText plain at={receivedAt} /> },
    ...(siftedAt ? [{ label: '核实', value: <TimeText plain at={siftedAt} /> }] : []),
  ];
}
