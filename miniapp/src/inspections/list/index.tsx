import type { InspectionView } from '@zerentian/shared/inspections/inspection.contract';
import { serverNow } from '../../platform/clock';
import { open } from '../../platform/navigation';
import { useSession } from '../../platform/session';
import { useRefresh } from '../../platform/use-refresh';
import { Button } from '../../ui/button';
import { Chips } from '../../ui/chips';
import { List, ListItem } from '../../ui/list';
import { Page } from '../../ui/page';
import { PagedList } from '../../ui/paged-list';
import { Box } from '../../ui/primitives/box';
import { PageLink } from '../../ui/primitives/pressable';
import { EmptyState } from '../../ui/states';
import { StateTag } from '../../ui/tag';
import { timeWords } from '../../ui/time/time-words';
import { outcomeWords } from '../inspection-words';
import { useInspections } from '../inspections.api';
import { useMayInspect } from '../may-inspect';
import { useInspectionView, VIEWS } from './inspection-view';
import './inspection-list.scss';

export default function InspectionListPage() {
  const mayInspect = useMayInspect();
  const view = useInspectionView((state) => state.view);
  const query = useInspections(view === 'mine' ? { mine: true } : {});
  useRefresh(query.refetch);
  const begin = mayInspect && (
    <Button id="begin-visit" icon="plus" onPress={() => open('inspect')}>
      开始检查
    </Button>
  );
  return (
    <Page title="检查" section="inspections" bar={begin}>
      <Ways />
      {mayInspect && (
        <Chips
          label="看哪些检查"
          value={view}
          options={VIEWS}
          onChange={(chosen) => useInspectionView.setState({ view: chosen })}
        />
      )}
      <PagedList
        query={query}
        what="次检查"
        empty={
          <EmptyState title="还没有检查记录">
            {mayInspect ? '点“开始检查”，选一家单位，逐项看，当场签字。' : '乡里来检查过的，会出现在这里。'}
          </EmptyState>
        }
        frame={(rows) => <List label="检查记录">{rows}</List>}
        item={(inspection) => <Row key={inspection.id} inspection={inspection} />}
      />
    </Page>
  );
}

/** Coverage and campaigns are for officials; 安监站 edits the lists. */
function Ways() {
  const official = useSession((state) => state.posts.some((post) => post.profile !== 'enterprise-head'));
  if (!official) return null;
  return (
    <Box as="nav" className="inspection-ways" label="检查的其他页面">
      <PageLink page="coverage" className="inspection-ways__item">
        本季覆盖
      </PageLink>
      <PageLink page="campaigns" className="inspection-ways__item">
        专项行动
      </PageLink>
      <PageLink page="checklists" className="inspection-ways__item">
        检查表
      </PageLink>
    </Box>
  );
}

function Row({ inspection }: { inspection: InspectionView }) {
  const { id, unitName, areaName, occurredAt, inspector, counts, findings } = inspection;
  const who = [inspector.post, inspector.name].filter(Boolean).join(' ');
  const open = findings.found - findings.putRight;
  return (
    <ListItem
      page="inspection"
      params={{ id }}
      title={unitName}
      note={`${areaName}，${timeWords(new Date(occurredAt), serverNow())}，${who}`}
      aside={<Outcome failed={counts.failed} open={open} overdue={findings.overdue} />}
    >
      <Box className="text-note">{outcomeWords(inspection)}</Box>
    </ListItem>
  );
}

function Outcome({ failed, open, overdue }: { failed: number; open: number; overdue: number }) {
  if (failed === 0) return <StateTag text="未见问题" tone="done" />;
  if (overdue > 0) return <StateTag text={`逾期 ${overdue}`} tone="alert" />;
  return open > 0 ? <StateTag text={`待改 ${open}`} tone="active" /> : <StateTag text="已销号" tone="done" />;
}
