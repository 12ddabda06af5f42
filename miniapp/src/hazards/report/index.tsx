import { useActingPost } from '../../platform/session';
import { Page } from '../../ui/page';
import { EmptyState } from '../../ui/states';
import { pathsFor } from '../report-paths';
import { ReportForm } from './report-form';

export default function ReportHazardPage() {
  const post = useActingPost();
  const paths = pathsFor(post);
  return (
    <Page title="上报隐患" section="hazards">
      {paths.length === 0 ? (
        <EmptyState title="这个岗位不上报隐患">县级用户和管理员只查看。如果您另有岗位，请在“我的”里切换。</EmptyState>
      ) : (
        <ReportForm />
      )}
    </Page>
  );
}
