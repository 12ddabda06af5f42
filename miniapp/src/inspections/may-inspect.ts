import { mayInspect } from '@zerentian/shared/inspections/inspection.rule';
import { useSession } from '../platform/session';

/** Whether any post that I hold inspects: nothing is offered that would be refused. */
export function useMayInspect(): boolean {
  return useSession((state) => state.posts.some(mayInspect));
}
