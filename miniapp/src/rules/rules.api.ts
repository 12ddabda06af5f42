import { useQuery } from '@tanstack/react-query';
import { rulesFrom } from '@zerentian/shared/rules/rules';
import type { RulesView } from '@zerentian/shared/rules/rules.contract';
import { request } from '../platform/request';

/** The numbers by which dates are proposed; kept on the phone. */
export function useRules() {
  return useQuery({
    queryKey: ['rules'],
    queryFn: ({ signal }) => request<RulesView>('GET', '/rules', { signal }),
    select: rulesFrom,
    staleTime: 24 * 3600_000,
    meta: { keep: true },
  });
}
