import { Page } from '../../ui/page';

export default function DiligenceProofPage() {
  return <Page title="尽职证明" />;
}
