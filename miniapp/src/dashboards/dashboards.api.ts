import { useQuery } from '@tanstack/react-query';
import type { DashboardView } from '@zerentian/shared/dashboards/dashboard.contract';
import { request } from '../platform/request';

/** The board of an area; the last one seen is kept on the phone. */
export function useBoard(areaCode: string) {
  return useQuery({
    queryKey: ['dashboard', areaCode],
    queryFn: ({ signal }) => request<DashboardView>('GET', `/dashboards/${areaCode}`, { signal }),
    meta: { keep: true },
  });
}
