import type { ReactNode } from 'react';
import { Box } from './primitives/box';
import './timeline.scss';

export function Timeline({ children }: { children: ReactNode }) {
  return (
    <Box as="ol" className="timeline">
      {children}
    </Box>
  );
}

interface TimelineEntryProps {
  title: ReactNode;
  time: ReactNode;
  /** The latest entry stands out. */
  current?: boolean;
  children?: ReactNode;
}

export function TimelineEntry({ title, time, current = false, children }: TimelineEntryProps) {
  return (
    <Box as="li" className={current ? 'timeline__entry timeline__entry--current' : 'timeline__entry'}>
      <Box className="row row--spread">
        <Box className="text-strong">{title}</Box>
        <Box className="text-third">{time}</Box>
      </Box>
      {children}
    </Box>
  );
}
