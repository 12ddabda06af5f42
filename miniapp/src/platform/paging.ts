import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import type { Page } from '@zerentian/shared/fields';
import type { QueryValues } from './query-string';
import { request } from './request';

const PAGE_SIZE = 20;

/** A list of the API, read page by page under its filter; the filter is part of the key. */
export function usePaged<T>(path: string, filter: QueryValues, keep = false) {
  return useInfiniteQuery(pagedOptions<T>(path, filter, keep));
}

export function pagedOptions<T>(path: string, filter: QueryValues, keep: boolean) {
  return infiniteQueryOptions({
    queryKey: [path, filter],
    queryFn: ({ pageParam, signal }) =>
      request<Page<T>>('GET', path, { query: { ...filter, limit: PAGE_SIZE, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    meta: { keep },
  });
}
