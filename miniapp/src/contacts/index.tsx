import { Page } from '../ui/page';

export default function ContactsPage() {
  return <Page title="通讯录" />;
}
