import type { Profile } from '@zerentian/shared/posts/profile';
import { BoardTotals } from '../dashboards/board-totals';
import { boardAreasOf, hazardLink } from '../dashboards/board-view';
import { useBoard } from '../dashboards/dashboards.api';
import { serverNow } from '../platform/clock';
import { useSession } from '../platform/session';
import { useRefresh } from '../platform/use-refresh';
import { Section } from '../ui/section';
import { Skeleton } from '../ui/states';
import { timeWords } from '../ui/time/time-words';

/** Those who look on more than they do themselves. */
const LOOKING_ON: ReadonlySet<Profile> = new Set<Profile>(['leader', 'deputy', 'county']);

/** For leaders: the numbers of their area in one look, before what waits for themselves. */
export function BoardGlance() {
  const posts = useSession((state) => state.posts);
  const [area] = boardAreasOf(posts.filter(({ profile }) => LOOKING_ON.has(profile)));
  return area ? <Glance area={area.code} mine={boardAreasOf(posts)} /> : null;
}

/** Without an answer nothing stands here: what waits is read by itself, and the board says what went wrong. */
function Glance({ area, mine }: { area: string; mine: { code: string; name: string }[] }) {
  const { data: board, isPending, refetch } = useBoard(area);
  useRefresh(refetch);
  if (!board) return isPending ? <Skeleton cards={1} lines={2} /> : null;
  const asOf = timeWords(new Date(board.asOf), serverNow());
  return (
    <Section title={`${board.area.name}看板`} note={`截至 ${asOf}`}>
      <BoardTotals board={board} linkTo={(view) => hazardLink(view, area, mine)} elsewhere />
    </Section>
  );
}
