import type { ReactNode } from 'react';
import { serverNow } from '../platform/clock';
import { ErrorState, KeptNotice, Skeleton, type WayOut } from './states';
import { timeWords } from './time/time-words';

/** The part of a query's result that a page needs. */
interface Query<T> {
  data: T | undefined;
  error: unknown;
  isPending: boolean;
  dataUpdatedAt: number;
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
      {query.error !== null && (
        <KeptNotice time={timeWords(new Date(query.dataUpdatedAt), serverNow())} onRetry={retry} />
      )}
      {children(query.data)}
    </>
  );
}
