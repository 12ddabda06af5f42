import { dateOf } from '@zerentian/shared/calendar';
import { useState } from 'react';
import { serverNow } from '../../platform/clock';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { Box } from '../../ui/primitives/box';
import { useWorkSummary } from '../duty-records.api';
import { periodOf } from './period';
import { PeriodChoice } from './period-choice';
import { SummaryEditor } from './summary-editor';
import './summary.scss';

export default function WorkSummaryPage() {
  const [period, setPeriod] = useState(() => periodOf('month', dateOf(serverNow())));
  const query = useWorkSummary(period);
  return (
    <Page title="我的工作小结" section="dutyRecords">
      <Box className="stack narrow">
        <PeriodChoice period={period} onChange={setPeriod} />
        <Loaded query={query}>{(summary) => <SummaryEditor key={period} summary={summary} />}</Loaded>
      </Box>
    </Page>
  );
}
