import type { ReactNode } from 'react';
import { Box } from './box';

/**
 * A place for what comes and goes while others stay. Where a neighbour is added or taken away, WeChat is handed everything else of the same
 * parent once more; with a place of its own, only what changed.
 */
export function Slot({ children }: { children?: ReactNode }) {
  return <Box className="slot">{children}</Box>;
}
