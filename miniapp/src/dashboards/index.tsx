import { useSession } from '../platform/session';
import { useRefresh } from '../platform/use-refresh';
import { FilterChoices } from '../ui/filter-bar';
import { Loaded } from '../ui/loaded';
import { Page } from '../ui/page';
import { Box, Span } from '../ui/primitives/box';
import { Choice } from '../ui/primitives/choice';
import { EmptyState, Skeleton } from '../ui/states';
import { TimeText } from '../ui/time-text';
import { BoardTable } from './board-table';
import { BoardTotals } from './board-totals';
import { BoardTrend } from './board-trend';
import { boardAreaOf, boardAreasOf, hazardLink, useBoardView } from './board-view';
import { useBoard } from './dashboards.api';

export default function DashboardsPage() {
  const areas = boardAreasOf(useSession((state) => state.posts));
  const area = boardAreaOf(areas, useBoardView().area);
  return (
    <Page title="看板" section="dashboards" tabbed>
      {area === undefined ? <NoBoard /> : <Board area={area} areas={areas} />}
    </Page>
  );
}

interface BoardProps {
  area: string;
  areas: { code: string; name: string }[];
}

function Board({ area, areas }: BoardProps) {
  const query = useBoard(area);
  useRefresh(query.refetch);
  return (
    <>
      <BoardChoice area={area} areas={areas} />
      <Loaded query={query} skeleton={<Skeleton cards={4} lines={3} />}>
        {(board) => (
          <>
            <Box className="text-third">
              <Span>{`${board.area.name}，截至 `}</Span>
              <TimeText at={board.asOf} />
            </Box>
            <BoardTotals board={board} linkTo={(view) => hazardLink(view, area, areas)} />
            <Box className="board-parts">
              <BoardTable board={board} linkTo={(view, row) => hazardLink(view, row, areas)} />
              <BoardTrend weeks={board.trend} />
            </Box>
          </>
        )}
      </Loaded>
    </>
  );
}

/** Which board: for those with several, and the way back for those who went into one below. */
function BoardChoice({ area, areas }: BoardProps) {
  const isBelow = !areas.some(({ code }) => code === area);
  if (areas.length < 2 && !isBelow) return null;
  return (
    <FilterChoices>
      <Choice
        id="board-area"
        label="看哪里"
        value={isBelow ? '' : area}
        placeholder="返回上一级看板"
        options={areas.map(({ code, name }) => ({ value: code, text: name }))}
        onChange={(code) => useBoardView.setState({ area: code })}
      />
    </FilterChoices>
  );
}

function NoBoard() {
  return (
    <EmptyState title="您的岗位没有看板">
      看板按辖区汇总，给村、包村干部、安监站、乡领导和县级看。您负责的隐患在“今日”和“隐患”里。
    </EmptyState>
  );
}
