import { dateOf } from '@zerentian/shared/calendar';
import { serverNow } from '../../platform/clock';
import { Button } from '../../ui/button';
import { Chips } from '../../ui/chips';
import { Box } from '../../ui/primitives/box';
import { kindOf, type PeriodKind, periodName, periodOf, shift } from './period';

const KINDS: readonly { value: PeriodKind; text: string }[] = [
  { value: 'month', text: '月小结' },
  { value: 'quarter', text: '季小结' },
];

/** Month or quarter, and one back or forth; never one that has not begun. */
export function PeriodChoice({ period, onChange }: { period: string; onChange: (period: string) => void }) {
  const kind = kindOf(period);
  const now = periodOf(kind, dateOf(serverNow()));
  return (
    <Box className="stack stack--tight">
      <Chips
        label="月还是季"
        value={kind}
        options={KINDS}
        onChange={(chosen) => onChange(periodOf(chosen, dateOf(serverNow())))}
      />
      <Box className="row row--spread">
        <Button kind="secondary" small onPress={() => onChange(shift(period, -1))}>
          {kind === 'month' ? '上个月' : '上一季'}
        </Button>
        <Box className="summary__period" live="polite">
          {periodName(period)}
        </Box>
        <Button kind="secondary" small disabled={period >= now} onPress={() => onChange(shift(period, 1))}>
          {kind === 'month' ? '下个月' : '下一季'}
        </Button>
      </Box>
    </Box>
  );
}
