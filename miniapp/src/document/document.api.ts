import { useQuery } from '@tanstack/react-query';
import type { StudyView } from '@zerentian/shared/duties/study.contract';
import { request } from '../platform/request';

/** 文件学习: the document, its duties and who bears them; kept on the phone. */
export function useStudy() {
  return useQuery({
    queryKey: ['study'],
    queryFn: ({ signal }) => request<StudyView>('GET', '/document', { signal }),
    staleTime: 600_000,
    meta: { keep: true },
  });
}
