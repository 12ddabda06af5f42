import { Box, Span } from '../ui/primitives/box';
import './counts.scss';

/** How often what was done, each number with its word. */
export function Counts({ counts }: { counts: readonly { label: string; count: number }[] }) {
  return (
    <Box className="counts">
      {counts.map(({ label, count }) => (
        <Box key={label} className="counts__item">
          <Span className="counts__number">{String(count)}</Span>
          <Span className="text-note">{label}</Span>
        </Box>
      ))}
    </Box>
  );
}
