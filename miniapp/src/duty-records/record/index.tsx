import { useRouter } from '@tarojs/taro';
import type { DutyRecordView } from '@zerentian/shared/duty-records/duty-record.contract';
import { useState } from 'react';
import { useActingPost } from '../../platform/session';
import { Page } from '../../ui/page';
import { Box } from '../../ui/primitives/box';
import { EmptyState } from '../../ui/states';
import { records } from '../list/record-filter';
import { Delivered } from './delivered';
import { RecordForm } from './record-form';
import './record.scss';

export default function RecordDutyPage() {
  const { params } = useRouter();
  const profile = useActingPost()?.profile;
  const [delivered, setDelivered] = useState<DutyRecordView | null>(null);
  return (
    <Page title="记一条履职" section="dutyRecords">
      <Box className="stack narrow">
        {!records(profile) && (
          <EmptyState title="这个岗位不记履职">县级用户和管理员只查看。如果您另有岗位，请在“我的”里切换。</EmptyState>
        )}
        {records(profile) && !delivered && (
          <RecordForm kind={params.kind ?? ''} postId={params.postId ?? ''} onDelivered={setDelivered} />
        )}
        {delivered && <Delivered record={delivered} onAnother={() => setDelivered(null)} />}
      </Box>
    </Page>
  );
}
