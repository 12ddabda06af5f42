import type { PageName } from '../platform/navigation';

/** WeChat draws its own tab bar and back button. */
export function Navigation(_props: { section?: PageName; tabbed: boolean }) {
  return null;
}
