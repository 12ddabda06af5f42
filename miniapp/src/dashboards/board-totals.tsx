import type { DashboardView } from '@zerentian/shared/dashboards/dashboard.contract';
import { open } from '../platform/navigation';
import type { QueryValues } from '../platform/query-string';
import { Box, Span } from '../ui/primitives/box';
import { PageLink, Pressable } from '../ui/primitives/pressable';
import { useBoardView } from './board-view';
import { monthSpan } from './month-span';
import './board-totals.scss';

interface BoardTotalsProps {
  board: DashboardView;
  linkTo: (view: 'open' | 'overdue' | 'major') => QueryValues;
  /** Not on the board's own page: what is shown below the numbers there is gone to. */
  elsewhere?: boolean;
}

/** The numbers of the whole area; each says what it counts and against what, and opens the list that it counts. */
export function BoardTotals({ board, linkTo, elsewhere = false }: BoardTotalsProps) {
  const { overdue, suspectedMajor, closedThisMonth } = board.totals;
  const stillOpen = board.totals.open;
  const below = board.rows.filter((row) => row.areaCode !== board.area.code).length;
  return (
    <Box className="totals">
      <Total label="未办结" value={stillOpen} note={`本月已销号 ${closedThisMonth} 条`} to={linkTo('open')} />
      <Total label="逾期" value={overdue} note={`${stillOpen} 条未办结里`} to={linkTo('overdue')} alert />
      <Total label="疑似重大" value={suspectedMajor} note={`${stillOpen} 条未办结里`} to={linkTo('major')} />
      {below > 0 ? <Unrecorded board={board} below={below} elsewhere={elsewhere} /> : <Recorded board={board} />}
    </Box>
  );
}

interface UnrecordedProps {
  board: DashboardView;
  below: number;
  elsewhere: boolean;
}

/** How many of the areas below have no record this month; a tap shows which. */
function Unrecorded({ board: { totals, area }, below, elsewhere }: UnrecordedProps) {
  const show = () => {
    useBoardView.setState({ rows: totals.withoutRecord > 0 ? 'unrecorded' : 'all' });
    if (!elsewhere) return;
    useBoardView.setState({ area: area.code });
    open('dashboards');
  };
  return (
    <Pressable className="total" onPress={show}>
      <Figures label="本月无记录" value={totals.withoutRecord} note={`${below} 个${wordFor(area.code)}里`} />
    </Pressable>
  );
}

/** A single village: how many records it has this month. */
function Recorded({ board: { rows, area, month, asOf } }: { board: DashboardView }) {
  const records = rows.reduce((sum, row) => sum + row.recordsThisMonth, 0);
  return (
    <PageLink page="dutyRecords" params={{ area: area.code, ...monthSpan(asOf) }} className="total">
      <Figures label="本月记录" value={records} note={month} />
    </PageLink>
  );
}

interface TotalProps {
  label: string;
  value: number;
  note: string;
  /** Past its time: in the alert colour beside the word. */
  alert?: boolean;
}

function Total({ to, ...figures }: TotalProps & { to: QueryValues }) {
  return (
    <PageLink page="hazards" params={to} className="total">
      <Figures {...figures} />
    </PageLink>
  );
}

function Figures({ label, value, note, alert = false }: TotalProps) {
  return (
    <>
      <Span className="total__label">{label}</Span>
      <Span className={alert && value > 0 ? 'total__value total__value--alert' : 'total__value'}>{String(value)}</Span>
      <Span className="total__note">{note}</Span>
    </>
  );
}

/** What the areas directly below one are called. */
export function wordFor(areaCode: string): string {
  if (areaCode.length >= 9) return '村';
  return areaCode.length === 6 ? '乡镇' : '地方';
}
