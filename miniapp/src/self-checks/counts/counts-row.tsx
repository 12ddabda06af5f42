import { LONG_OPEN_DAYS, type SelfCheckCounts } from '@zerentian/shared/self-checks/self-check.contract';
import { Box, Span } from '../../ui/primitives/box';
import { dateWords } from '../../ui/time/time-words';

/** One enterprise: its numbers in a line of words on a phone, in columns at a desk. */
export function CountsRow({ counts }: { counts: SelfCheckCounts }) {
  const { unitName, areaName, found, fixed, open, openLong, referred, lastEntryOn } = counts;
  const never = !lastEntryOn;
  return (
    <Box as="li" className="list__row table-row counts-row">
      <Box className="counts-row__unit">{`${unitName} ${areaName}`}</Box>
      <Count words="查出" count={found} never={never} />
      <Count words="改好" count={fixed} never={never} />
      <Count words="未整改" count={open} never={never} />
      <Count words={`超过 ${LONG_OPEN_DAYS} 天`} count={openLong} never={never} alert={openLong > 0} />
      <Count words="已上报" count={referred} never={never} />
      <Box className="counts-row__last">{lastEntryOn ? `最近登记 ${dateWords(lastEntryOn)}` : '还没有登记过'}</Box>
    </Box>
  );
}

interface CountProps {
  words: string;
  count: number;
  /** Nothing was ever entered: a phone leaves the noughts out. */
  never: boolean;
  alert?: boolean;
}

/** Few elements: WeChat draws a page of twenty enterprises at once. */
function Count({ words, count, never, alert = false }: CountProps) {
  const className = ['counts-row__count', alert && 'text-alert', never && 'counts-row__count--never'];
  return (
    <Box className={className.filter(Boolean).join(' ')}>
      <Span className="counts-row__word">{`${words} `}</Span>
      {String(count)}
    </Box>
  );
}
