import { useQuery } from '@tanstack/react-query';
import type { DutyView } from '@zerentian/shared/duties/duty.contract';
import type { Page } from '@zerentian/shared/fields';
import { queryClient } from '../platform/query-client';
import { requestNewer } from '../platform/request';

const KEY = ['duties'];
const AN_HOUR = 3600_000;

interface KeptDuties {
  items: DutyView[];
  /** The version that the server answered with; sent along, so that an unchanged catalogue costs nothing. */
  etag?: string | undefined;
}

/** 职责清单: every duty of the township, kept on the phone and read again only when it changed. */
export function useDuties() {
  return useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }): Promise<KeptDuties> => {
      const kept = queryClient.getQueryData<KeptDuties>(KEY);
      const newer = await requestNewer<Page<DutyView>>('/duties', kept?.etag, signal);
      return newer ? { items: newer.body.items, etag: newer.etag } : (kept ?? { items: [] });
    },
    select: ({ items }) => items,
    staleTime: AN_HOUR,
    meta: { keep: true },
  });
}
