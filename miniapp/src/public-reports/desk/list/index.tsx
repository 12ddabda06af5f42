import { publicReportStageNames, siftingStages } from '@zerentian/shared/public-reports/public-report.lifecycle';
import type { PublicReportView } from '@zerentian/shared/public-reports/public-sifting.contract';
import { useState } from 'react';
import { open } from '../../../platform/navigation';
import { useRefresh } from '../../../platform/use-refresh';
import { Button } from '../../../ui/button';
import { Chips } from '../../../ui/chips';
import { List, ListItem } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { PagedList } from '../../../ui/paged-list';
import { Span } from '../../../ui/primitives/box';
import { EmptyState, Skeleton } from '../../../ui/states';
import { StateTag } from '../../../ui/tag';
import { TimeText } from '../../../ui/time-text';
import { usePublicReports } from '../public-sifting.api';

const VIEWS = [
  { value: 'waiting', text: '待处理' },
  { value: 'all', text: '全部' },
] as const;

/** 安监站 sifts what the public reports; 分管 reads along. */
export default function PublicReportsPage() {
  const [view, setView] = useState<'waiting' | 'all'>('waiting');
  const query = usePublicReports(view === 'waiting');
  useRefresh(query.refetch);
  return (
    <Page
      title="群众举报"
      section="publicReports"
      actions={
        <Button id="points" kind="secondary" small onPress={() => open('publicPoints')}>
          二维码海报
        </Button>
      }
    >
      <Chips label="举报" value={view} options={VIEWS} onChange={setView} />
      <PagedList
        query={query}
        what="条举报"
        skeleton={<Skeleton cards={3} lines={3} />}
        empty={
          <EmptyState title={view === 'waiting' ? '没有等着处理的举报' : '还没有收到举报'}>
            群众扫村里、企业门口的二维码举报，会出现在这里，也会出现在“今日”。
          </EmptyState>
        }
        frame={(rows) => <List label="群众举报">{rows}</List>}
        item={(report) => <Row key={report.id} report={report} />}
      />
    </Page>
  );
}

function Row({ report }: { report: PublicReportView }) {
  const waits = siftingStages.includes(report.stage);
  return (
    <ListItem
      page="publicReport"
      params={{ id: report.id }}
      title={report.description ?? '（只有照片）'}
      note={
        <>
          <Span>{[report.place, report.spot].filter(Boolean).join('，')}　</Span>
          <TimeText plain at={report.receivedAt} />
          <Span>{report.named ? '　留了姓名' : '　匿名'}</Span>
        </>
      }
      aside={<StateTag text={publicReportStageNames[report.stage]} tone={waits ? 'active' : 'neutral'} />}
    />
  );
}
