import { useQuery } from '@tanstack/react-query';
import type {
  ExplainSupervisionNotice,
  HandleSupervisionNotice,
  SupervisionNoticeView,
} from '@zerentian/shared/supervision-notices/supervision-notice.contract';
import { usePaged } from '../platform/paging';
import { queryClient } from '../platform/query-client';
import { request } from '../platform/request';

const PATH = '/supervision-notices';

/** Those that I may read, newest first. Nothing of them is kept on the phone. */
export function useSupervisionNotices() {
  return usePaged<SupervisionNoticeView>(PATH, {});
}

/** One of them, such as a link in 今日 names. */
export function useSupervisionNotice(id: string | null) {
  return useQuery({
    queryKey: [PATH, 'one', id],
    queryFn: ({ signal }) => request<SupervisionNoticeView>('GET', `${PATH}/${id}`, { signal }),
    enabled: id !== null,
    // What the named person says may come at any moment, and the list beside it is read anew each time.
    staleTime: 0,
  });
}

export function handleNotice(id: string, body: HandleSupervisionNotice, idempotencyKey: string) {
  return send(`${PATH}/${id}/handle`, body, idempotencyKey);
}

export function explainNotice(id: string, body: ExplainSupervisionNotice, idempotencyKey: string) {
  return send(`${PATH}/${id}/explain`, body, idempotencyKey);
}

async function send(path: string, body: object, idempotencyKey: string): Promise<SupervisionNoticeView> {
  const notice = await request<SupervisionNoticeView>('POST', path, { body, idempotencyKey });
  void queryClient.invalidateQueries({ predicate: ({ queryKey }) => [PATH, 'today'].includes(String(queryKey[0])) });
  return notice;
}
