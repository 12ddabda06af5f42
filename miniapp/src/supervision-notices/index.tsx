import { useLoad } from '@tarojs/taro';
import { useState } from 'react';
import { useRefresh } from '../platform/use-refresh';
import { Page } from '../ui/page';
import { PagedList } from '../ui/paged-list';
import { Box } from '../ui/primitives/box';
import { EmptyState, Skeleton } from '../ui/states';
import { NoticeCard } from './notice-card';
import { NoticeSheet } from './notice-sheet';
import { useSupervisionNotices } from './supervision-notices.api';
import './supervision-notices.scss';

export default function SupervisionNoticesPage() {
  const query = useSupervisionNotices();
  const [shown, setShown] = useState<string | null>(null);
  useLoad(({ id }) => {
    if (id) setShown(id);
  });
  useRefresh(query.refetch);
  return (
    <Page title="监督提示" section="today">
      <Box className="text-note">
        乡里负有监督管理职责的岗位，工作逾期较久的在这里提示乡纪委。只有乡纪委、被提示的人和其上级能看到。
      </Box>
      <PagedList
        query={query}
        what="条监督提示"
        skeleton={<Skeleton cards={2} lines={3} />}
        empty={<EmptyState title="没有您要看的监督提示">有提示乡纪委或提到您的，会列在这里。</EmptyState>}
        frame={(cards) => (
          <Box as="ul" className="stack stack--tight">
            {cards}
          </Box>
        )}
        item={(notice) => <NoticeCard key={notice.id} notice={notice} onOpen={() => setShown(notice.id)} />}
      />
      <NoticeSheet id={shown} onClose={() => setShown(null)} />
    </Page>
  );
}
