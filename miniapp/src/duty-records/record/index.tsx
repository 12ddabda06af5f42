import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { OutboxItem } from '../../platform/outbox/outbox-item';
import { useActingPost } from '../../platform/session';
import { Page } from '../../ui/page';
import { Box } from '../../ui/primitives/box';
import { EmptyState } from '../../ui/states';
import { records } from '../list/record-filter';
import { KeptRecord } from './kept-record';
import { RecordForm } from './record-form';
import './record.scss';

export default function RecordDutyPage() {
  const { params } = useRouter();
  const profile = useActingPost()?.profile;
  const [kept, setKept] = useState<OutboxItem | null>(null);
  return (
    <Page title="记一条履职" section="dutyRecords">
      <Box className="stack narrow">
        {!records(profile) && (
          <EmptyState title="这个岗位不记履职">县级用户和管理员只查看。如果您另有岗位，请在“我的”里切换。</EmptyState>
        )}
        {records(profile) && !kept && (
          <RecordForm kind={params.kind ?? ''} postId={params.postId ?? ''} onKept={setKept} />
        )}
        {kept && <KeptRecord subject={kept.subject} onAnother={() => setKept(null)} />}
      </Box>
    </Page>
  );
}
