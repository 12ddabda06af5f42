import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/states';
import { NO_FILTER, type RecordFilter, useRecordFilter } from './record-filter';

interface NoRecordsProps {
  filter: RecordFilter;
  who: 'mine' | 'area';
  mayRecord: boolean;
}

/** What would be here, and what to do. */
export function NoRecords({ filter, who, mayRecord }: NoRecordsProps) {
  const narrowed = filter.kind !== '' || filter.area !== '' || filter.from !== '' || filter.until !== '';
  if (narrowed) {
    return (
      <EmptyState
        title="这个条件下没有记录"
        action={
          <Button kind="secondary" onPress={() => useRecordFilter.setState({ ...NO_FILTER, who: filter.who })}>
            清除筛选
          </Button>
        }
      >
        没有记录不等于没有做；纸上的可以补录。
      </EmptyState>
    );
  }
  if (!mayRecord && who === 'mine') {
    return <EmptyState title="管理员不看履职记录">管理员管人员和岗位。如果您另有岗位，请在“我的”里切换。</EmptyState>;
  }
  if (who === 'mine') {
    return <EmptyState title="还没有您的记录">做了一件事，点“记一条”，写一句话就行；照片、位置都可以不要。</EmptyState>;
  }
  return <EmptyState title="辖区里还没有记录">大家记下的会出现在这里。</EmptyState>;
}
