import type { DashboardRow, DashboardView } from '@zerentian/shared/dashboards/dashboard.contract';
import { useState } from 'react';
import type { QueryValues } from '../platform/query-string';
import { Button } from '../ui/button';
import { Box, Span } from '../ui/primitives/box';
import { ALWAYS_DRAWN, BoardCell } from './board-cell';
import { BoardHolders } from './board-holders';
import { useBoardView } from './board-view';
import { monthSpan } from './month-span';

interface BoardRowProps {
  row: DashboardRow;
  board: DashboardView;
  linkTo: (view: 'open' | 'overdue' | 'major') => QueryValues;
}

export function BoardRow({ row, board, linkTo }: BoardRowProps) {
  const [open, setOpen] = useState(false);
  const isOwn = row.areaCode === board.area.code && board.rows.length > 1;
  const to = (view: 'open' | 'overdue' | 'major') =>
    isOwn ? undefined : ({ page: 'hazards', params: linkTo(view) } as const);
  const records = isOwn ? undefined : ({ page: 'dutyRecords', params: recordsOf(row, board) } as const);
  return (
    <Box className={row.open === 0 ? 'board-row board-row--quiet' : 'board-row'} role="row">
      <Box className="board-row__name" role="cell">
        <AreaName row={row} isOwn={isOwn} />
        {row.holders.length > 0 && (
          <Box className="board-row__toggle">
            <Button kind="quiet" small onPress={() => setOpen(!open)}>
              {open ? '收起' : `在谁手里（${row.holders.length} 人）`}
            </Button>
          </Box>
        )}
      </Box>
      <BoardCell column="open" area={row.areaName} value={row.open} to={to('open')} />
      <BoardCell column="overdue" area={row.areaName} value={row.overdue} to={to('overdue')} />
      <BoardCell column="major" area={row.areaName} value={row.suspectedMajor} to={to('major')} />
      <BoardCell column="records" area={row.areaName} value={row.recordsThisMonth} to={records} />
      {(open || ALWAYS_DRAWN) && (
        <Box className="board-row__holders" role="cell">
          {row.holders.length === 0 && <Span className="board-row__nobody">没有未办结的</Span>}
          <BoardHolders holders={row.holders} open={open} onToggle={() => setOpen(!open)} />
        </Box>
      )}
    </Box>
  );
}

function AreaName({ row, isOwn }: { row: DashboardRow; isOwn: boolean }) {
  if (isOwn) return <Span>{`${row.areaName}（不属于哪个村）`}</Span>;
  if (row.areaCode.length >= 12) return <Span>{row.areaName}</Span>;
  return (
    <Box className="board-row__area">
      <Button kind="quiet" small onPress={() => useBoardView.setState({ area: row.areaCode })}>
        {row.areaName}
      </Button>
    </Box>
  );
}

/** The same span of days that the number counted. */
function recordsOf(row: DashboardRow, board: DashboardView): QueryValues {
  return { area: row.areaCode, ...monthSpan(board.asOf) };
}
