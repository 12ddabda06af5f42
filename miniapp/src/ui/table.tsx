import { Box, Span } from './primitives/box';
import './table.scss';

/** Head of a list that is a table at a desk; a phone shows its rows as cards, without it. */
export function TableHead({ className, columns }: { className: string; columns: readonly string[] }) {
  return (
    <Box as="li" className={`table-row table-row--head ${className}`}>
      {columns.map((column) => (
        <Span key={column}>{column}</Span>
      ))}
    </Box>
  );
}
