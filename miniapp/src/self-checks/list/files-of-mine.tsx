import { addDays, dateOf } from '@zerentian/shared/calendar';
import { useState } from 'react';
import { asProblem } from '../../platform/api-problem';
import { serverNow } from '../../platform/clock';
import { open } from '../../platform/navigation';
import { openPaper } from '../../platform/paper';
import { queryString } from '../../platform/query-string';
import { tell } from '../../platform/tell';
import { Button } from '../../ui/button';
import { Box } from '../../ui/primitives/box';

/** A year is what an inspection asks for. */
const DAYS_BACK = 365;

/** Into the list and out of it: nobody types twice what stands somewhere already. */
export function FilesOfMine() {
  const [making, setMaking] = useState<'xlsx' | 'pdf' | null>(null);
  const make = async (kind: 'xlsx' | 'pdf') => {
    const until = dateOf(serverNow());
    const from = addDays(until, -DAYS_BACK);
    setMaking(kind);
    try {
      await openPaper(
        `/self-checks/ledger.${kind}${queryString({ from, until })}`,
        `自查台账-${from}至${until}.${kind}`,
      );
    } catch (error) {
      tell(asProblem(error).title);
    } finally {
      setMaking(null);
    }
  };
  return (
    <Box className="self-check-files">
      <Button id="import-self-checks" kind="secondary" small onPress={() => open('importSelfChecks')}>
        导入 Excel
      </Button>
      <Button kind="secondary" small busy={making === 'xlsx'} busyText="正在生成…" onPress={() => void make('xlsx')}>
        台账 Excel
      </Button>
      <Button kind="secondary" small busy={making === 'pdf'} busyText="正在生成…" onPress={() => void make('pdf')}>
        台账 PDF
      </Button>
    </Box>
  );
}
