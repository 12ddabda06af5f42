import { useRouter } from '@tarojs/taro';
import { useSession } from '../../platform/session';
import { Page } from '../../ui/page';
import { Box } from '../../ui/primitives/box';
import { Card } from '../../ui/section';
import { EmptyState } from '../../ui/states';
import { mayAppoint } from '../answer-words';
import { CaretakerForm } from './caretaker-form';

export default function CaretakerPage() {
  const { params } = useRouter();
  const { post = '', title = '', unit = '', area = '' } = decoded(params);
  const allowed = mayAppoint(
    useSession((state) => state.posts),
    area,
  );
  return (
    <Page title="指定临时负责人" section="accountability">
      <Box className="stack narrow">
        <Card sunk>
          <Box className="text-strong">{title}</Box>
          <Box className="text-note">{`${unit}，岗位空缺（待明确责任人）`}</Box>
        </Card>
        {allowed && post !== '' ? (
          <CaretakerForm postId={post} areaCode={area} />
        ) : (
          <EmptyState title="您的岗位不能指定">由乡党政主要领导、党政综合办或管理员指定。</EmptyState>
        )}
      </Box>
    </Page>
  );
}

/** WeChat hands parameters over as they stand in the address, a browser already decoded. */
function decoded(params: Record<string, string | undefined>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(params).map(([key, value]) => [key, value && decodeURIComponent(value)]));
}
