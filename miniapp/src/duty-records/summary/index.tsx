import { Page } from '../../ui/page';

export default function WorkSummaryPage() {
  return <Page title="我的工作小结" />;
}
