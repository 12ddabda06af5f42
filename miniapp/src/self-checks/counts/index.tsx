import { addDays, dateOf, monthOf } from '@zerentian/shared/calendar';
import { LONG_OPEN_DAYS } from '@zerentian/shared/self-checks/self-check.contract';
import { useState } from 'react';
import { VillageChoice } from '../../areas/village-choice';
import { serverNow } from '../../platform/clock';
import { useRefresh } from '../../platform/use-refresh';
import { FilterBar, FilterChoices } from '../../ui/filter-bar';
import { List } from '../../ui/list';
import { Page } from '../../ui/page';
import { PagedList } from '../../ui/paged-list';
import { Box } from '../../ui/primitives/box';
import { Choice } from '../../ui/primitives/choice';
import { EmptyState, Skeleton } from '../../ui/states';
import { TableHead } from '../../ui/table';
import { useSelfCheckCounts } from '../self-checks.api';
import { CountsRow } from './counts-row';
import './counts.scss';

const COLUMNS = ['企业', '查出', '改好', '未整改', `超过 ${LONG_OPEN_DAYS} 天`, '已上报', '登记'];
const MONTHS = 12;

export default function SelfCheckCountsPage() {
  const months = lastMonths(dateOf(serverNow()));
  const [month, setMonth] = useState(months[0]?.value ?? '');
  const [area, setArea] = useState('');
  const query = useSelfCheckCounts({ month, area: area || undefined });
  useRefresh(query.refetch);
  return (
    <Page title="企业自查" section="selfCheckCounts">
      <Box className="text-note">
        企业自己查、自己改、自己销；这里只有条数，看不到内容。疑似重大的会作为隐患报上来。查出得多不是坏事，长期不登记的要提醒。
      </Box>
      <FilterBar label="哪个月、哪个村">
        <FilterChoices>
          <Choice
            id="filter-month"
            label="月份"
            value={month}
            placeholder="本月"
            options={months}
            onChange={(chosen) => setMonth(chosen || (months[0]?.value ?? ''))}
          />
          <VillageChoice value={area} onChange={setArea} />
        </FilterChoices>
      </FilterBar>
      <PagedList
        query={query}
        what="家企业"
        skeleton={<Skeleton cards={5} lines={2} />}
        empty={<EmptyState title="这里没有企业">您负责的地方名册里还没有企业，可以请管理员添加。</EmptyState>}
        frame={(rows) => (
          <List label="各企业自查数量">
            <TableHead className="counts-row" columns={COLUMNS} />
            {rows}
          </List>
        )}
        item={(counts) => <CountsRow key={counts.unitId} counts={counts} />}
      />
    </Page>
  );
}

/** This month and those before it, the newest first. */
function lastMonths(today: string): { value: string; text: string }[] {
  const months: { value: string; text: string }[] = [];
  for (let day = today; months.length < MONTHS; ) {
    const { from, name } = monthOf(day);
    months.push({ value: from.slice(0, 7), text: name });
    day = addDays(from, -1);
  }
  return months;
}
