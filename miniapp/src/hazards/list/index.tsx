import { useLoad } from '@tarojs/taro';
import { open } from '../../platform/navigation';
import { useRowKeys } from '../../platform/row-keys';
import { useRefresh } from '../../platform/use-refresh';
import { Button } from '../../ui/button';
import { List } from '../../ui/list';
import { Page } from '../../ui/page';
import { PagedList } from '../../ui/paged-list';
import { EmptyState, Skeleton } from '../../ui/states';
import { TableHead } from '../../ui/table';
import { useHazards } from '../hazards.api';
import { useMayReport } from '../may-report';
import {
  filterFromLink,
  type HazardFilter,
  type HazardListView,
  hazardListViewNames,
  NO_FILTER,
  queryOf,
  useHazardFilter,
} from './hazard-filter';
import { HazardFilterBar } from './hazard-filter-bar';
import { HazardRow } from './hazard-row';
import './hazard-list.scss';

const COLUMNS = ['隐患', '地点', '状态', '在谁手里', '电话', '期限'];

export default function HazardListPage() {
  const filter = useHazardFilter();
  const mayReport = useMayReport();
  const query = useHazards(queryOf(filter));
  useLoad((params) => {
    const asked = filterFromLink(params);
    if (asked) useHazardFilter.setState(asked);
  });
  useRefresh(query.refetch);
  useRowKeys('.hazard-row__title');
  return (
    <Page
      title="隐患"
      section="hazards"
      bar={
        mayReport && (
          <Button id="report-hazard" icon="plus" onPress={() => open('reportHazard')}>
            上报隐患
          </Button>
        )
      }
    >
      <HazardFilterBar filter={filter} />
      <PagedList
        query={query}
        what="条隐患"
        skeleton={<Skeleton cards={4} lines={3} />}
        empty={<NoHazards filter={filter} mayReport={mayReport} />}
        frame={(rows) => (
          <List label={`隐患列表：${hazardListViewNames[filter.view]}`}>
            <TableHead className="hazard-row" columns={COLUMNS} />
            {rows}
          </List>
        )}
        item={(hazard) => <HazardRow key={hazard.id} hazard={hazard} />}
      />
    </Page>
  );
}

/** What brings a hazard into a view, where that is not plain from its name. */
const WHEN_THERE: Partial<Record<HazardListView, string>> = {
  listed: '县级判定为重大、还没有核销的会出现在这里。',
  county: '上报、移送县级，县级还没有答复的会出现在这里。',
  extension: '责任单位申请延期、还没有答复的会出现在这里。',
  watched: '党政主要负责人和分管负责人可以在隐患详情里列为乡级重点督办。',
  sample: '即查即改的按比例抽中后，安监站没有抽查的会出现在这里。',
};

function NoHazards({ filter, mayReport }: { filter: HazardFilter; mayReport: boolean }) {
  const narrowed = [filter.area, filter.state, filter.origin, filter.unit].some((part) => part !== '');
  if (narrowed) {
    return (
      <EmptyState
        title="这个条件下没有隐患"
        action={
          <Button kind="secondary" onPress={() => useHazardFilter.setState({ ...NO_FILTER, view: filter.view })}>
            清除筛选
          </Button>
        }
      >
        换一个村、状态或来源看看，或者清除筛选。
      </EmptyState>
    );
  }
  if (filter.view === 'mine') {
    return <EmptyState title="没有在您手里的隐患">交到您手里的会出现在这里，也会出现在“今日”。</EmptyState>;
  }
  if (filter.view === 'reported') {
    return <EmptyState title="您还没有上报过隐患">上报后在这里看它到了谁手里、改好没有。</EmptyState>;
  }
  return (
    <EmptyState title={`没有${hazardListViewNames[filter.view]}的隐患`}>
      {WHEN_THERE[filter.view] ??
        (mayReport ? '发现问题，点“上报隐患”，写一句话或拍一张照片就行。' : '辖区里有了会出现在这里。')}
    </EmptyState>
  );
}
