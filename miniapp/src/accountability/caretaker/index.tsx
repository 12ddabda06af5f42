import { Page } from '../../ui/page';

export default function CaretakerPage() {
  return <Page title="指定临时负责人" />;
}
