import { useQuery } from '@tanstack/react-query';
import type { EvidenceContents } from '@zerentian/shared/evidence-packs/evidence-pack.contract';
import { request } from '../platform/request';

/** Whose pack and of which days; both of area and unit empty: my own. */
export interface PackChoice {
  area: string;
  unit: string;
  from: string;
  until: string;
}

/** What a pack would hold. */
export function useEvidenceContents(choice: PackChoice, enabled: boolean) {
  const { area, unit, from, until } = choice;
  const query = { area: unit === '' ? area : '', unit, from, until };
  return useQuery({
    queryKey: ['evidence-packs', query],
    queryFn: ({ signal }) => request<EvidenceContents>('GET', '/evidence-packs', { query, signal }),
    enabled,
  });
}
