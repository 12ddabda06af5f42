import { useActingPost } from '../../platform/session';
import { Page } from '../../ui/page';
import { Box } from '../../ui/primitives/box';
import { EmptyState } from '../../ui/states';
import { EntryForm } from './entry-form';

export default function LogSelfCheckPage() {
  const post = useActingPost();
  const isOwn = post?.profile === 'enterprise-head';
  return (
    <Page title="记一条自查" section="selfChecks">
      <Box className="stack narrow">
        {isOwn ? (
          <>
            <Box className="text-note">{`记到${post.unitName}的清单，只有本企业看得到`}</Box>
            <EntryForm postId={post.id} />
          </>
        ) : (
          <EmptyState title="这个岗位不记企业自查">企业自查由企业自己记。您发现的请用“上报隐患”。</EmptyState>
        )}
      </Box>
    </Page>
  );
}
