import type { ReactNode } from 'react';
import { type ApiProblem, asProblem } from '../platform/api-problem';
import { type PageName, replaceWith } from '../platform/navigation';
import { Button } from './button';
import { Box } from './primitives/box';
import './states.scss';

function count(upTo: number): number[] {
  return Array.from({ length: upTo }, (_, index) => index + 1);
}

/** The shape of what is coming, while it is fetched. */
export function Skeleton({ lines = 3, cards = 1 }: { lines?: number; cards?: number }) {
  return (
    <Box className="stack" role="status" label="正在读取">
      {count(cards).map((card) => (
        <Box key={card} className="card skeleton">
          {count(lines).map((line) => (
            <Box key={line} className={line === 1 ? 'skeleton__line skeleton__line--short' : 'skeleton__line'} />
          ))}
        </Box>
      ))}
    </Box>
  );
}

/** Nothing here yet: what would be here, and what to do. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <Box className="empty">
      <Box className="empty__title">{title}</Box>
      {children && <Box className="empty__text">{children}</Box>}
      {action}
    </Box>
  );
}

/** Another page to go to, and the button's words. */
export interface WayOut {
  page: PageName;
  words: string;
}

interface ErrorStateProps {
  error: unknown;
  onRetry?: () => void;
  kept?: string;
  instead?: WayOut;
}

/** What happened, what was kept, what to do next. */
export function ErrorState({ error, onRetry, kept, instead }: ErrorStateProps) {
  const problem = asProblem(error);
  const isGone = problem.code === 'not_found' && instead !== undefined;
  return (
    <Box className="failed" role="alert">
      <Box className="empty__title">{problem.title}</Box>
      <Box className="empty__text">{kept ?? whatNow(problem)}</Box>
      {isGone && (
        <Button kind="secondary" onPress={() => replaceWith(instead.page)}>
          {instead.words}
        </Button>
      )}
      {onRetry && !isGone && (
        <Button kind="secondary" onPress={onRetry}>
          重新读取
        </Button>
      )}
    </Box>
  );
}

/** Where nothing was typed, nothing could be lost: only what happened and what to do. */
function whatNow({ code, detail }: ApiProblem): string {
  return code === 'offline' ? '手机现在连不上服务器。有信号后再读一次。' : detail;
}

/** The list ends here, so that nobody waits for more. */
export function EndOfList({ count, what }: { count: number; what: string }) {
  return <Box className="end">{`共 ${count} ${what}，已全部显示`}</Box>;
}

/** What is shown was kept on the phone, as of when, because no newer answer came. */
export function KeptNotice({ time, onRetry }: { time: string; onRetry: () => void }) {
  return <Kept words={`现在连不上服务器，显示的是截至${time}的内容。`} verb="再试一次" onPress={onRetry} />;
}

/** What the phone kept, and the way to what is new. */
export function Kept({ words, verb, onPress }: { words: string; verb: string; onPress: () => void }) {
  return (
    <Box className="kept" role="status">
      <Box>{words}</Box>
      <Button kind="quiet" small onPress={onPress}>
        {verb}
      </Button>
    </Box>
  );
}
