import type { QueryValues } from '../platform/query-string';
import { Box, Span } from '../ui/primitives/box';
import { PageLink } from '../ui/primitives/pressable';
import './board-cell.scss';

/** A browser at a desk shows every cell and name at once; WeChat pays for each that it draws. */
export const ALWAYS_DRAWN = process.env.TARO_ENV === 'h5';

const NAMES = { open: '未办结', overdue: '逾期', major: '疑似重大', records: '本月记录' } as const;

interface BoardCellProps {
  column: keyof typeof NAMES;
  area: string;
  value: number;
  /** The list that the number counts; none for what no list shows alone. */
  to: { page: 'hazards' | 'dutyRecords'; params: QueryValues } | undefined;
}

/** A number with its word, opening its list. On a phone nothing stands where there is nothing, except a month without record. */
export function BoardCell({ column, area, value, to }: BoardCellProps) {
  const isSilent = value === 0 && column !== 'records';
  if (isSilent && !ALWAYS_DRAWN) return null;
  const place = `board-cell board-cell--${column}${isSilent ? ' board-cell--silent' : ''}`;
  const content = (
    <>
      <Span className="board-cell__label">{NAMES[column]}</Span>
      <Span className={toneOf(column, value)}>{value === 0 && !isSilent ? '无' : String(value)}</Span>
    </>
  );
  if (!to || value === 0) {
    return (
      <Box className={place} role="cell">
        {content}
      </Box>
    );
  }
  const label = `${area}${NAMES[column]} ${value} 条，看列表`;
  return (
    <Box className={place} role="cell">
      <PageLink page={to.page} params={to.params} className="board-cell__link" label={label}>
        {content}
      </PageLink>
    </Box>
  );
}

function toneOf(column: keyof typeof NAMES, value: number): string {
  if (value === 0) return 'board-cell__value board-cell__value--none';
  return column === 'overdue' ? 'board-cell__value board-cell__value--alert' : 'board-cell__value';
}
