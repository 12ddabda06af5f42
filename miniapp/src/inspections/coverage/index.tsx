import type { CoverageItem } from '@zerentian/shared/inspections/inspection.contract';
import { quarterAt } from '@zerentian/shared/inspections/inspection.rule';
import { useState } from 'react';
import { serverNow } from '../../platform/clock';
import { open } from '../../platform/navigation';
import { useRefresh } from '../../platform/use-refresh';
import { Button } from '../../ui/button';
import { Chips } from '../../ui/chips';
import { List } from '../../ui/list';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { PaperButton } from '../../ui/paper-button';
import { Box } from '../../ui/primitives/box';
import { PageLink } from '../../ui/primitives/pressable';
import { EmptyState } from '../../ui/states';
import { TableHead } from '../../ui/table';
import { StateTag } from '../../ui/tag';
import { TimeText } from '../../ui/time-text';
import { useCoverage } from '../inspections.api';
import { useMayInspect } from '../may-inspect';
import './coverage.scss';
import '../inspections.scss';

const COLUMNS = ['单位', '辖区和行业', '本季', '最近一次检查', ''];

/** Which enterprises nobody looked at this quarter; each leads to its visit. */
export default function CoveragePage() {
  const now = quarterAt(serverNow());
  const [quarter, setQuarter] = useState(now);
  const query = useCoverage(quarter === now ? undefined : quarter);
  useRefresh(query.refetch);
  return (
    <Page title="检查覆盖" section="inspections">
      <Chips label="哪个季度" value={quarter} options={quartersUntil(now)} onChange={setQuarter} />
      <Loaded query={query}>
        {({ items, total, visited, quarterName }) => (
          <Box className="stack">
            <Box className="coverage-sum">
              <Box className="coverage-sum__number">{`${visited} / ${total}`}</Box>
              <Box className="text-note">{`${quarterName}已检查的企业，应由乡里检查 ${total} 家，还有 ${total - visited} 家没有检查`}</Box>
            </Box>
            <PaperButton
              id="paper-coverage"
              path={`/inspections/coverage/paper?quarter=${quarter}`}
              name="安全检查覆盖情况表"
              number={quarter}
            />
            {items.length === 0 ? (
              <EmptyState title="范围内没有企业">名册里登记了企业，这里就会列出来。</EmptyState>
            ) : (
              <List label="企业">
                <TableHead className="coverage-row" columns={COLUMNS} />
                {items.map((item) => (
                  <Row key={item.unitId} item={item} />
                ))}
              </List>
            )}
          </Box>
        )}
      </Loaded>
    </Page>
  );
}

function Row({ item }: { item: CoverageItem }) {
  const mayInspect = useMayInspect();
  const { last } = item;
  return (
    <Box as="li" className="list__row table-row coverage-row">
      <Box className="coverage-row__name text-strong">{item.unitName}</Box>
      <Box className="text-note">{[item.areaName, item.tradeName].filter(Boolean).join('，')}</Box>
      <Box>
        <Visited item={item} />
      </Box>
      <Box className="text-note">
        {last ? (
          <PageLink page="inspection" params={{ id: last.id }} className="text-link">
            <TimeText plain at={last.occurredAt} />
            {`，${last.inspector.name ?? '姓名已删除'}`}
          </PageLink>
        ) : (
          '没有检查记录'
        )}
      </Box>
      <Box>
        {mayInspect && item.supervision === 'township' && (
          <Button kind="quiet" small onPress={() => open('inspect', { unit: item.unitId })}>
            去检查
          </Button>
        )}
      </Box>
    </Box>
  );
}

function Visited({ item }: { item: CoverageItem }) {
  if (item.visits > 0) return <StateTag text={`已检查 ${item.visits} 次`} tone="done" />;
  return item.supervision === 'county' ? <StateTag text="县级监管" /> : <StateTag text="未检查" tone="active" />;
}

/** This quarter and the three before. */
function quartersUntil(now: string): { value: string; text: string }[] {
  const index = Number(now.slice(0, 4)) * 4 + Number(now.slice(6)) - 1;
  return [0, 1, 2, 3].map((back) => {
    const [year, quarter] = [Math.floor((index - back) / 4), ((index - back) % 4) + 1];
    return { value: `${year}-Q${quarter}`, text: back === 0 ? '本季度' : `${year}年第${'一二三四'[quarter - 1]}季度` };
  });
}
