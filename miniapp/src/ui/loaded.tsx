import type { ReactNode } from 'react';
import { serverNow } from '../platform/clock';
import { ErrorState, KeptNotice, Skeleton } from './states';
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
  children: (data: T) => ReactNode;
}

/**
 * What a query answers, in each of its states: a skeleton while nothing is there, an error that says what to do,
 * what was kept on the phone (with its time) where no newer answer came.
 */
export function Loaded<T>({ query, skeleton, children }: LoadedProps<T>) {
  const retry = () => void query.refetch();
  if (query.data === undefined) {
    return query.isPending ? (skeleton ?? <Skeleton cards={3} />) : <ErrorState error={query.error} onRetry={retry} />;
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
