import { Page } from '../ui/page';

export default function DocumentPage() {
  return <Page title="文件学习" />;
}
