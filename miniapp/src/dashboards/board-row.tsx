import type { DashboardRow, DashboardView } from '@zerentian/shared/dashboards/dashboard.contract';
import { useState } from 'react';
import type { QueryValues } from '../platform/query-string';
import { Button } from '../ui/button';
import { Box, Span } from '../ui/primitives/box';
import { PageLink } from '../ui/primitives/pressable';
import { BoardHolders } from './board-holders';
import { useBoardView } from './board-view';
import { monthSpan } from './month-span';

/** A browser at a desk shows every name at once; a phone asks for them, since each is drawn at a cost there. */
const ALWAYS_DRAWN = process.env.TARO_ENV === 'h5';

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
    <Box className="board-row" role="row">
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
      <Cell label="未办结" area={row.areaName} value={row.open} to={to('open')} />
      <Cell label="逾期" area={row.areaName} value={row.overdue} to={to('overdue')} alert />
      <Cell label="疑似重大" area={row.areaName} value={row.suspectedMajor} to={to('major')} />
      <Cell label="本月记录" area={row.areaName} value={row.recordsThisMonth} to={records} none="无" />
      <Box className="board-row__holders" role="cell">
        {row.holders.length === 0 && <Span className="board-row__nobody">没有未办结的</Span>}
        {(open || ALWAYS_DRAWN) && <BoardHolders holders={row.holders} open={open} />}
      </Box>
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

interface CellProps {
  label: string;
  area: string;
  value: number;
  to: { page: 'hazards' | 'dutyRecords'; params: QueryValues } | undefined;
  alert?: boolean;
  /** The word for zero where zero says something. */
  none?: string;
}

/** A number with its word; it opens the list that it counts. */
function Cell({ label, area, value, to, alert = false, none = '0' }: CellProps) {
  const classes = ['cell__value', alert && value > 0 && 'cell__value--alert', value === 0 && 'cell__value--none'];
  const content = (
    <>
      <Span className="cell__label">{label}</Span>
      <Span className={classes.filter(Boolean).join(' ')}>{value === 0 ? none : String(value)}</Span>
    </>
  );
  return (
    <Box className="board-row__cell" role="cell">
      {to && value > 0 ? (
        <PageLink
          page={to.page}
          params={to.params}
          className="cell cell--link"
          label={`${area}${label} ${value} 条，看列表`}
        >
          {content}
        </PageLink>
      ) : (
        <Box className="cell">{content}</Box>
      )}
    </Box>
  );
}
