import { mayPlan } from '@zerentian/shared/campaigns/campaign.lifecycle';
import { useSession } from '../platform/session';

/** Whether any post that I hold plans campaigns. */
export function useMayPlan(): boolean {
  return useSession((state) => state.posts.some(mayPlan));
}
