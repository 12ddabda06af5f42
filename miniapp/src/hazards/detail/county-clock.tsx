import type { HazardDetail } from '@zerentian/shared/hazards/hazard.contract';
import { serverNow } from '../../platform/clock';
import { Box } from '../../ui/primitives/box';
import { countyDueWords } from '../hazard-words';

/** The clock that runs for 疑似重大: by when the county must be told. */
export function CountyClock({ hazard: { countyDueAt } }: { hazard: Pick<HazardDetail, 'countyDueAt'> }) {
  if (countyDueAt === null) return null;
  const { text, overdue } = countyDueWords(countyDueAt, serverNow());
  return <Box className={overdue ? 'county-clock county-clock--late' : 'county-clock'}>{text}</Box>;
}
