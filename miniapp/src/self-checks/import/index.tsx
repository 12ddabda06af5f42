import { useActingPost } from '../../platform/session';
import { canChooseTable } from '../../platform/table-file';
import { Page } from '../../ui/page';
import { Box } from '../../ui/primitives/box';
import { EmptyState } from '../../ui/states';
import { ImportSteps } from './import-steps';
import './import.scss';

export default function ImportSelfChecksPage() {
  const post = useActingPost();
  const isOwn = post?.profile === 'enterprise-head';
  return (
    <Page title="导入自查清单" section="selfChecks">
      <Box className="stack">
        {isOwn && <Box className="text-note">{`导入到${post.unitName}的清单`}</Box>}
        {!isOwn && <EmptyState title="这个岗位不导入自查清单">自查清单由企业自己导入。</EmptyState>}
        {isOwn && !canChooseTable && (
          <EmptyState title="请在电脑上导入">
            用电脑浏览器打开责任田，登录后进“企业自查”，点“导入 Excel”。手机上可以一条一条记。
          </EmptyState>
        )}
        {isOwn && canChooseTable && <ImportSteps />}
      </Box>
    </Page>
  );
}
