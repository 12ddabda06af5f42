import { Page } from '../ui/page';

export default function DashboardsPage() {
  return <Page title="看板" section="dashboards" tabbed />;
}
