import { Page } from '../ui/page';

export default function TodayPage() {
  return <Page title="今日" section="today" tabbed />;
}
