import { useRouter } from '@tarojs/taro';
import { open } from '../../../platform/navigation';
import { useRefresh } from '../../../platform/use-refresh';
import { Button } from '../../../ui/button';
import { Loaded } from '../../../ui/loaded';
import { Page } from '../../../ui/page';
import { Box } from '../../../ui/primitives/box';
import { Skeleton } from '../../../ui/states';
import { usePublicReport } from '../public-sifting.api';
import { ReportFacts } from './report-facts';
import { ReporterSection } from './reporter-section';
import { ExplainForm, UpholdForm } from './step-forms';

const TO_LIST = { page: 'publicReports', words: '返回群众举报' } as const;

/** One report: what was said, by whom if they said so, and what is made of it. */
export default function PublicReportPage() {
  const { params } = useRouter();
  const id = params.id ?? '';
  const query = usePublicReport(id);
  useRefresh(query.refetch);
  const may = (step: string) => query.data?.steps.find((it) => it.step === step)?.postId;
  return (
    <Page
      title="举报详情"
      section="publicReports"
      bar={
        may('accept') && (
          <Button id="accept-report" onPress={() => open('acceptReport', { id })}>
            转为隐患
          </Button>
        )
      }
    >
      <Loaded query={query} skeleton={<Skeleton cards={2} lines={4} />} instead={TO_LIST}>
        {(report) => (
          <Box className="columns">
            <Box className="columns__main">
              <ReportFacts report={report} />
            </Box>
            <Box className="columns__side">
              <ReporterSection report={report} postId={may('forget-reporter')} />
              {may('explain') && <ExplainForm id={id} postId={may('explain') as string} />}
              {may('uphold') && <UpholdForm report={report} postId={may('uphold') as string} />}
            </Box>
          </Box>
        )}
      </Loaded>
    </Page>
  );
}
