import { useRouter } from '@tarojs/taro';
import { Loaded } from '../../../ui/loaded';
import { Page } from '../../../ui/page';
import { EmptyState, Skeleton } from '../../../ui/states';
import { usePublicReport } from '../public-sifting.api';
import { AcceptForm } from './accept-form';

/** 转为隐患: the report's own words, ready to be sent. */
export default function AcceptReportPage() {
  const { params } = useRouter();
  const query = usePublicReport(params.id ?? '');
  return (
    <Page title="转为隐患" section="publicReports">
      <Loaded query={query} skeleton={<Skeleton lines={6} />}>
        {(report) => {
          const step = report.steps.find((it) => it.step === 'accept');
          if (!step)
            return <EmptyState title="这条举报现在不能转为隐患">可能已经有人处理过了，请返回看最新情况。</EmptyState>;
          return <AcceptForm report={report} postId={step.postId} />;
        }}
      </Loaded>
    </Page>
  );
}
