import type { ReactNode } from 'react';
import { clockOffset, serverNow } from '../platform/clock';
import { Box } from './primitives/box';
import { Slot } from './primitives/slot';
import { ErrorState, KeptNotice, Skeleton, type WayOut } from './states';
import { timeWords } from './time/time-words';

/** The part of a query's result that a page needs. */
interface Query<T> {
  data: T | undefined;
  error: unknown;
  isPending: boolean;
  dataUpdatedAt: number;
  isFetching?: boolean;
  refetch: () => unknown;
}

interface LoadedProps<T> {
  query: Query<T>;
  skeleton?: ReactNode;
  /** Where to go instead when it is not there (any more): reading it once more would not help. */
  instead?: WayOut;
  children: (data: T) => ReactNode;
}

/**
 * What a query answers, in each of its states: a skeleton while nothing is there, an error that says what to do,
 * what was kept on the phone (with its time) where no newer answer came.
 */
export function Loaded<T>({ query, skeleton, instead, children }: LoadedProps<T>) {
  const retry = () => void query.refetch();
  if (query.data === undefined) {
    if (query.isPending) return skeleton ?? <Skeleton cards={3} />;
    return <ErrorState error={query.error} onRetry={retry} instead={instead} />;
  }
  return (
    <>
      <Slot>
        <AsOf query={query} onRetry={retry} />
      </Slot>
      {children(query.data)}
    </>
  );
}

/** Older than this it says so while the new is on its way. */
const OLD_MS = 5 * 60_000;

/** As of when it is, where it is not fresh. */
function AsOf<T>({ query, onRetry }: { query: Query<T>; onRetry: () => void }) {
  const age = Date.now() - query.dataUpdatedAt;
  const time = timeWords(new Date(query.dataUpdatedAt + clockOffset()), serverNow());
  if (query.error !== null) return <KeptNotice time={time} onRetry={onRetry} />;
  if (!query.isFetching || age < OLD_MS) return null;
  return <Box className="text-note">{`截至${time}，正在更新…`}</Box>;
}
