import { useActingPost } from '../platform/session';
import { pathsFor } from './report-paths';

/** Whether the post that I act in reports hazards at all: nothing is offered that would be refused. */
export function useMayReport(): boolean {
  return pathsFor(useActingPost()).length > 0;
}
