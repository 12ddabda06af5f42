import { useRouter } from '@tarojs/taro';
import { useSession } from '../../platform/session';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { Box } from '../../ui/primitives/box';
import { EmptyState, Skeleton } from '../../ui/states';
import { areaOfEditor } from '../standard-words';
import { useStandard } from '../standards.api';
import { StandardForm } from './standard-form';

/** A new entry, one's own anew, or one's own in place of another's. */
export default function EditStandardPage() {
  const { id = '' } = useRouter().params;
  const own = areaOfEditor(useSession((state) => state.posts));
  const query = useStandard(id);
  return (
    <Page title={id === '' ? '新增标准' : '编辑标准'} section="standards">
      <Box className="narrow">
        {own === '' && <EmptyState title="您的岗位不维护标准库">由安监站和县级维护。有建议请告诉安监站。</EmptyState>}
        {own !== '' && id === '' && <StandardForm entry={null} own={own} />}
        {own !== '' && id !== '' && (
          <Loaded query={query} skeleton={<Skeleton lines={6} />} instead={{ page: 'standards', words: '回到标准库' }}>
            {(entry) => <StandardForm entry={entry} own={own} />}
          </Loaded>
        )}
      </Box>
    </Page>
  );
}
