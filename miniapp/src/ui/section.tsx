import type { ReactNode } from 'react';
import { Box, Heading } from './primitives/box';
import './section.scss';

interface SectionProps {
  title?: string;
  /** What the section counts or as of when, beside the title. */
  note?: ReactNode;
  action?: ReactNode;
  children?: ReactNode;
}

/** A titled part of a page. */
export function Section({ title, note, action, children }: SectionProps) {
  return (
    <Box as="section" className="section">
      {title && (
        <Box className="section__head">
          <Heading level={2} className="section__title">
            {title}
          </Heading>
          {note && <Box className="section__note">{note}</Box>}
          {action}
        </Box>
      )}
      {children}
    </Box>
  );
}

/** A surface; `flush` lets list items reach its edges. */
export function Card({
  children,
  flush = false,
  sunk = false,
}: {
  children?: ReactNode;
  flush?: boolean;
  sunk?: boolean;
}) {
  return <Box className={`card${flush ? ' card--flush' : ''}${sunk ? ' card--sunk' : ''}`}>{children}</Box>;
}

/** Label and value, one pair per line. */
export function Facts({ items }: { items: readonly { label: string; value: ReactNode }[] }) {
  return (
    <Box as="dl" className="facts">
      {items.map((item) => (
        <Box key={item.label} className="facts__row">
          <Box as="dt" className="facts__label">
            {item.label}
          </Box>
          <Box as="dd" className="facts__value">
            {item.value}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
