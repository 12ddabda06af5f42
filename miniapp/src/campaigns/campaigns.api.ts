import { useQuery } from '@tanstack/react-query';
import type {
  CampaignDetail,
  CampaignQuery,
  CampaignView,
  PlanCampaign,
} from '@zerentian/shared/campaigns/campaign.contract';
import type { CampaignStep } from '@zerentian/shared/campaigns/campaign.lifecycle';
import { usePaged } from '../platform/paging';
import { queryClient } from '../platform/query-client';
import { request } from '../platform/request';

/** Newest first; the first page is kept on the phone. */
export function useCampaigns(filter: Omit<CampaignQuery, 'limit' | 'cursor'>) {
  return usePaged<CampaignView>('/campaigns', filter, true);
}

export function useCampaign(id: string) {
  return useQuery({
    queryKey: ['campaign', id],
    queryFn: ({ signal }) => request<CampaignDetail>('GET', `/campaigns/${id}`, { signal }),
    enabled: id !== '',
    meta: { keep: true },
  });
}

/** The report as the facts give it now. */
export function useReportDraft(id: string) {
  return useQuery({
    queryKey: ['campaign-report', id],
    queryFn: ({ signal }) => request<{ text: string }>('GET', `/campaigns/${id}/report-draft`, { signal }),
    enabled: id !== '',
  });
}

export async function planCampaign(body: PlanCampaign, idempotencyKey: string): Promise<CampaignView> {
  return changed(await request<CampaignView>('POST', '/campaigns', { body, idempotencyKey }));
}

/** Takes a step: amend, add-units, start, finish. */
export async function takeStep(
  id: string,
  step: CampaignStep,
  body: object,
  idempotencyKey: string,
): Promise<CampaignView> {
  return changed(await request<CampaignView>('POST', `/campaigns/${id}/${step}`, { body, idempotencyKey }));
}

async function changed(campaign: CampaignView): Promise<CampaignView> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: ['/campaigns'] }),
    queryClient.invalidateQueries({ queryKey: ['campaign', campaign.id] }),
  ]);
  return campaign;
}
