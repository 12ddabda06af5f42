import type { SelfCheckState } from '@zerentian/shared/self-checks/self-check.lifecycle';
import { useState } from 'react';
import { open } from '../../platform/navigation';
import { useActingPost } from '../../platform/session';
import { useRefresh } from '../../platform/use-refresh';
import { Button } from '../../ui/button';
import { Chips } from '../../ui/chips';
import { FilterBar } from '../../ui/filter-bar';
import { List } from '../../ui/list';
import { Page } from '../../ui/page';
import { PagedList } from '../../ui/paged-list';
import { EmptyState, Skeleton } from '../../ui/states';
import { TableHead } from '../../ui/table';
import { useSelfChecks } from '../self-checks.api';
import { FilesOfMine } from './files-of-mine';
import { SelfCheckRow } from './self-check-row';
import './self-check-list.scss';

const TABS = [
  { value: 'open', text: '未整改' },
  { value: 'fixed', text: '已整改' },
  { value: 'referred', text: '已上报' },
] as const;

const COLUMNS = ['查出了什么', '部位', '状态', '哪天'];

export default function SelfCheckListPage() {
  const [state, setState] = useState<SelfCheckState>('open');
  const isOwn = useActingPost()?.profile === 'enterprise-head';
  return (
    <Page
      title="企业自查"
      section="selfChecks"
      bar={
        isOwn && (
          <Button id="log-self-check" icon="plus" onPress={() => open('logSelfCheck')}>
            记一条自查
          </Button>
        )
      }
    >
      {isOwn ? <OwnList state={state} onState={setState} /> : <NotMine />}
    </Page>
  );
}

function OwnList({ state, onState }: { state: SelfCheckState; onState: (state: SelfCheckState) => void }) {
  const query = useSelfChecks({ state });
  useRefresh(query.refetch);
  return (
    <>
      <FilesOfMine />
      <FilterBar label="看哪些自查">
        <Chips label="看哪些自查" value={state} options={TABS} onChange={onState} />
      </FilterBar>
      <PagedList
        query={query}
        what="条自查"
        skeleton={<Skeleton cards={4} lines={2} />}
        empty={<NoEntries state={state} />}
        frame={(rows) => (
          <List label="本企业的自查清单">
            <TableHead className="self-check-row" columns={COLUMNS} />
            {rows}
          </List>
        )}
        item={(entry) => <SelfCheckRow key={entry.id} entry={entry} />}
      />
    </>
  );
}

function NoEntries({ state }: { state: SelfCheckState }) {
  if (state === 'open')
    return (
      <EmptyState title="没有未整改的">
        自己查出来的，点“记一条自查”，写一句话或拍一张照片就行；改好了自己销。乡里只看条数，不看内容。
      </EmptyState>
    );
  if (state === 'fixed') return <EmptyState title="还没有已整改的">改好一条，就会到这里。</EmptyState>;
  return <EmptyState title="没有上报的">疑似重大的会立即报给安监站，并列在这里。</EmptyState>;
}

function NotMine() {
  return (
    <EmptyState
      title="这是企业自己的清单"
      action={
        <Button kind="secondary" onPress={() => open('selfCheckCounts')}>
          看各企业的条数
        </Button>
      }
    >
      只有企业自己看得到内容，乡里看各企业查了多少、改了多少。
    </EmptyState>
  );
}
