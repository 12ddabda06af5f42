import type { ReactNode } from 'react';
import { Box } from './primitives/box';
import './filter-bar.scss';

interface FilterBarProps {
  label: string;
  /** At a desk the first part stands left and the last right. */
  spread?: boolean;
  children: ReactNode;
}

/** What a page shows of all there is: one part below the other on a phone, side by side at a desk. */
export function FilterBar({ label, spread = false, children }: FilterBarProps) {
  return (
    <Box className={spread ? 'filter-bar filter-bar--spread' : 'filter-bar'} role="search" label={label}>
      {children}
    </Box>
  );
}

/** Pickers in one line. */
export function FilterChoices({ children }: { children: ReactNode }) {
  return <Box className="select-row">{children}</Box>;
}
