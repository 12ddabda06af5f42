import type { DashboardRow } from '@zerentian/shared/dashboards/dashboard.contract';
import { serverNow } from '../platform/clock';
import { PersonLine } from '../ui/person-line';
import { Box } from '../ui/primitives/box';
import { sinceWords } from '../ui/time/time-words';

type Holder = DashboardRow['holders'][number];

/** Who holds the matters behind the numbers, by how long the oldest has lain there: an order of matters, not of people. */
export function BoardHolders({ holders, open }: { holders: readonly Holder[]; open: boolean }) {
  return (
    <Box className={open ? 'holders holders--open' : 'holders'}>
      {holders.map((holder) => (
        <PersonLine
          key={holder.postId}
          name={holder.name}
          post={holder.post}
          phone={holder.phone}
          vacant={holder.vacant}
          note={holderWords(holder)}
        />
      ))}
    </Box>
  );
}

/** 手里 3 件，其中逾期 1 件；最久的已 12 天. */
function holderWords({ open, overdue, since }: Holder): string {
  const late = overdue > 0 ? `，其中逾期 ${overdue} 件` : '';
  return `手里 ${open} 件${late}；最久的${sinceWords(new Date(since), serverNow())}`;
}
