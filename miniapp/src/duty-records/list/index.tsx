import { Page } from '../../ui/page';

export default function DutyRecordListPage() {
  return <Page title="履职记录" />;
}
