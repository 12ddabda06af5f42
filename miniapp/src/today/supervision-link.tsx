import { open } from '../platform/navigation';
import { useSession } from '../platform/session';
import { Button } from '../ui/button';

/** 乡纪委 finds all 监督提示 here, also when none waits. */
export function SupervisionLink() {
  const isDiscipline = useSession((state) => state.posts.some((post) => post.profile === 'discipline'));
  if (!isDiscipline) return null;
  return (
    <Button id="supervision-notices" kind="secondary" wide onPress={() => open('supervisionNotices')}>
      全部监督提示
    </Button>
  );
}
