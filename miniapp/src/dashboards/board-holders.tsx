import type { DashboardRow } from '@zerentian/shared/dashboards/dashboard.contract';
import { serverNow } from '../platform/clock';
import { Button } from '../ui/button';
import { PersonLine } from '../ui/person-line';
import { Box } from '../ui/primitives/box';
import { sinceWords } from '../ui/time/time-words';
import { ALWAYS_DRAWN } from './board-cell';
import './board-holders.scss';

type Holder = DashboardRow['holders'][number];

/** So many stand in a row of the desk's table at first. */
const AT_FIRST = 3;

interface BoardHoldersProps {
  holders: readonly Holder[];
  open: boolean;
  onToggle: () => void;
}

/** Who holds the matters behind the numbers, by how long the oldest has lain there: an order of matters, not of people. */
export function BoardHolders({ holders, open, onToggle }: BoardHoldersProps) {
  const more = holders.length - AT_FIRST;
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
      {ALWAYS_DRAWN && more > 0 && (
        <Box className="holders__more">
          <Button kind="quiet" small onPress={onToggle}>
            {open ? '收起' : `还有 ${more} 人`}
          </Button>
        </Box>
      )}
    </Box>
  );
}

/** 3 件，逾期 1 件，最久已 12 天. */
function holderWords({ open, overdue, since }: Holder): string {
  const late = overdue > 0 ? `，逾期 ${overdue} 件` : '';
  const longest = open > 1 ? '最久' : '';
  return `${open} 件${late}，${longest}${sinceWords(new Date(since), serverNow())}`;
}
