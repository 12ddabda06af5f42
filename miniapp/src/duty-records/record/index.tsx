import { Page } from '../../ui/page';

export default function RecordDutyPage() {
  return <Page title="记一条履职" />;
}
