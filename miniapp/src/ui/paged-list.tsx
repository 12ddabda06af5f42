import { useReachBottom } from '@tarojs/taro';
import type { ReactNode } from 'react';
import { Button } from './button';
import { Loaded } from './loaded';
import { Box } from './primitives/box';
import { EndOfList } from './states';

/** The part of an infinite query that a list needs. */
interface PagedQuery<T> {
  data: { pages: readonly { items: readonly T[] }[] } | undefined;
  error: unknown;
  isPending: boolean;
  dataUpdatedAt: number;
  refetch: () => unknown;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}

interface PagedListProps<T> {
  query: PagedQuery<T>;
  /** What is counted at the end: 条隐患. */
  what: string;
  empty: ReactNode;
  /** Frames the items, such as a table with its head. */
  frame: (items: ReactNode) => ReactNode;
  item: (item: T) => ReactNode;
  skeleton?: ReactNode;
}

/** A list that is read page by page: skeleton, empty, error, more, end. Reaching the bottom reads on by itself. */
export function PagedList<T>({ query, what, empty, frame, item, skeleton }: PagedListProps<T>) {
  const more = () => {
    if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
  };
  useReachBottom(more);
  return (
    <Loaded query={query} skeleton={skeleton}>
      {(data) => {
        const items = data.pages.flatMap((page) => page.items);
        if (items.length === 0) return empty;
        return (
          <Box>
            {frame(items.map(item))}
            {query.hasNextPage ? (
              <Box className="end">
                <Button kind="quiet" onPress={more} busy={query.isFetchingNextPage} busyText="正在读取…">
                  显示更多
                </Button>
              </Box>
            ) : (
              <EndOfList count={items.length} what={what} />
            )}
          </Box>
        );
      }}
    </Loaded>
  );
}
