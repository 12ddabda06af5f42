import type { HeldPostView } from '@zerentian/shared/people/session.contract';
import { tenureKindNames } from '@zerentian/shared/posts/post.contract';
import { postWords } from '../copy/post-words';
import { actIn, useSession } from '../platform/session';
import { Button } from '../ui/button';
import { List, ListItem } from '../ui/list';
import { Section } from '../ui/section';
import { EmptyState } from '../ui/states';
import { StateTag } from '../ui/tag';
import { dateWords } from '../ui/time/time-words';

/** What I hold, over which villages, since when; and in which of several posts I act now. */
export function MyPosts({ posts }: { posts: readonly HeldPostView[] }) {
  const acting = useSession((state) => state.actingPostId);
  if (posts.length === 0) {
    return (
      <Section title="我的岗位">
        <EmptyState title="现在没有任职">没有岗位就没有要办的事。如果不对，请联系管理员核对任职起止日期。</EmptyState>
      </Section>
    );
  }
  const several = posts.length > 1;
  return (
    <Section title="我的岗位和负责的地方" note={several ? '办理时以“当前岗位”的身份' : undefined}>
      <List label="我的岗位">
        {posts.map((post) => (
          <ListItem
            key={post.id}
            title={postWords(post)}
            note={tenureWords(post)}
            aside={several && <Acting post={post} isActing={post.id === acting} />}
          />
        ))}
      </List>
    </Section>
  );
}

function Acting({ post, isActing }: { post: HeldPostView; isActing: boolean }) {
  if (isActing) return <StateTag text="当前岗位" tone="active" />;
  return (
    <Button kind="secondary" small onPress={() => actIn(post.id)}>
      切换到此岗位
    </Button>
  );
}

function tenureWords({ tenureKind, lead, from, until, unitName }: HeldPostView): string {
  const words = [unitName, tenureKindNames[tenureKind], `${dateWords(from)}起`];
  if (until) words.push(`到${dateWords(until)}前`);
  if (lead) words.push('牵头');
  return words.join(' · ');
}
