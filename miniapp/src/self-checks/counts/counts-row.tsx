import { LONG_OPEN_DAYS, type SelfCheckCounts } from '@zerentian/shared/self-checks/self-check.contract';
import { Box, Span } from '../../ui/primitives/box';
import { dateWords } from '../../ui/time/time-words';

/** One enterprise: its numbers in a line of words on a phone, in columns at a desk. */
export function CountsRow({ counts }: { counts: SelfCheckCounts }) {
  const { unitName, areaName, found, fixed, open, openLong, referred, lastEntryOn } = counts;
  return (
    <Box as="li" className="list__row table-row counts-row">
      <Box className="counts-row__unit">
        <Span className="text-strong">{unitName}</Span>
        <Span className="text-third">{` ${areaName}`}</Span>
      </Box>
      <Count words="查出" count={found} />
      <Count words="改好" count={fixed} />
      <Count words="未整改" count={open} />
      <Count words={`超过 ${LONG_OPEN_DAYS} 天`} count={openLong} alert={openLong > 0} />
      <Count words="已上报" count={referred} />
      <Box className="counts-row__last text-note">
        {lastEntryOn ? (
          <>
            <Span className="counts-row__word">最近登记 </Span>
            {dateWords(lastEntryOn)}
          </>
        ) : (
          '还没有登记过'
        )}
      </Box>
    </Box>
  );
}

function Count({ words, count, alert = false }: { words: string; count: number; alert?: boolean }) {
  return (
    <Box className="counts-row__count">
      <Span className="counts-row__word text-note">{`${words} `}</Span>
      <Span className={alert ? 'text-alert text-strong' : undefined}>{String(count)}</Span>
    </Box>
  );
}
