import type { DashboardRow } from '@zerentian/shared/dashboards/dashboard.contract';
import { serverNow } from '../platform/clock';
import { PersonLine } from '../ui/person-line';
import { Box } from '../ui/primitives/box';
import { sinceWords } from '../ui/time/time-words';
import './board-holders.scss';

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

/** 3 件，逾期 1 件，最久已 12 天. */
function holderWords({ open, overdue, since }: Holder): string {
  const late = overdue > 0 ? `，逾期 ${overdue} 件` : '';
  const longest = open > 1 ? '最久' : '';
  return `${open} 件${late}，${longest}${sinceWords(new Date(since), serverNow())}`;
}
