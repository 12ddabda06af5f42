import { useQuery } from '@tanstack/react-query';
import type { TodayView } from '@zerentian/shared/today/today.contract';
import { request } from '../platform/request';
import { useSession } from '../platform/session';

/** What lies with me and what is due; kept on the phone, so that the first screen is useful without any network. */
export function useToday() {
  const signedIn = useSession((state) => state.token !== null);
  return useQuery({
    enabled: signedIn,
    queryKey: ['today'],
    queryFn: ({ signal }) => request<TodayView>('GET', '/today', { signal }),
    meta: { keep: true },
  });
}
