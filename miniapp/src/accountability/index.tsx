import { Page } from '../ui/page';

export default function AccountabilityPage() {
  return <Page title="谁负责" />;
}
