import type { DashboardRow, DashboardView } from '@zerentian/shared/dashboards/dashboard.contract';
import { useState } from 'react';
import type { QueryValues } from '../platform/query-string';
import { Button } from '../ui/button';
import { Chips } from '../ui/chips';
import { Box, Span } from '../ui/primitives/box';
import { Section } from '../ui/section';
import { EmptyState } from '../ui/states';
import { ALWAYS_DRAWN } from './board-cell';
import { BoardRow } from './board-row';
import { wordFor } from './board-totals';
import { rowsOf, rowViewNames, rowViews, useBoardView } from './board-view';
import './board-table.scss';

const VIEWS = rowViews.map((value) => ({ value, text: rowViewNames[value] }));

interface BoardTableProps {
  board: DashboardView;
  linkTo: (view: 'open' | 'overdue' | 'major', area: string) => QueryValues;
}

/** Every village (for a county: township) with its numbers and who holds what: cards on a phone, a table at a desk. */
export function BoardTable({ board, linkTo }: BoardTableProps) {
  const { rows: view } = useBoardView();
  const word = wordFor(board.area.code);
  const several = board.rows.some((row) => row.areaCode !== board.area.code);
  const rows = several ? rowsOf(board.rows, view, board.area.code) : board.rows;
  return (
    <Section title={several ? `各${word}` : `本${word}`} note={several ? `${board.month}，按名册顺序` : board.month}>
      {several && (
        <Chips
          label={`哪些${word}`}
          value={view}
          options={VIEWS}
          onChange={(chosen) => useBoardView.setState({ rows: chosen })}
        />
      )}
      {rows.length === 0 ? <NoRows word={word} /> : <Rows rows={rows} board={board} linkTo={linkTo} />}
    </Section>
  );
}

/** More villages than most townships have; WeChat draws so many at once and the rest when asked. */
const AT_ONCE = ALWAYS_DRAWN ? 1000 : 20;

function Rows({ rows, board, linkTo }: BoardTableProps & { rows: DashboardRow[] }) {
  const [shown, setShown] = useState(AT_ONCE);
  const word = wordFor(board.area.code);
  return (
    <Box className="board" role="table" label={`${board.area.name}看板`}>
      {ALWAYS_DRAWN && <BoardHead word={word} />}
      {rows.slice(0, shown).map((row) => (
        <BoardRow key={row.areaCode} row={row} board={board} linkTo={(part) => linkTo(part, row.areaCode)} />
      ))}
      {shown < rows.length && (
        <Button kind="quiet" onPress={() => setShown(shown + AT_ONCE)}>
          {`再看 ${rows.length - shown} 个${word}`}
        </Button>
      )}
    </Box>
  );
}

function BoardHead({ word }: { word: string }) {
  return (
    <Box className="board-row board-row--head" role="row">
      {[word, '未办结', '逾期', '疑似重大', '本月记录', '在谁手里'].map((name) => (
        <Box key={name} role="columnheader">
          <Span>{name}</Span>
        </Box>
      ))}
    </Box>
  );
}

function NoRows({ word }: { word: string }) {
  return (
    <EmptyState
      title={`没有这样的${word}`}
      action={
        <Button kind="secondary" onPress={() => useBoardView.setState({ rows: 'all' })}>
          {`看全部${word}`}
        </Button>
      }
    />
  );
}
