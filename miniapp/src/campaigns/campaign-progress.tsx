import type { CampaignProgress } from '@zerentian/shared/campaigns/campaign.contract';
import { Box } from '../ui/primitives/box';
import './campaigns.scss';

/** How far a campaign is: a bar that the words beside it say as well. */
export function Progress({ progress }: { progress: CampaignProgress }) {
  const { units, visited, visits, others, findings } = progress;
  const share = units === 0 ? 0 : Math.round((visited / units) * 100);
  const more = others > 0 ? `，另查计划外 ${others} 家` : '';
  const late = findings.overdue > 0 ? `，逾期 ${findings.overdue} 条` : '';
  return (
    <Box className="stack stack--tight">
      <Box className="progress">
        <Box className="progress__done" style={{ width: `${share}%` }} />
      </Box>
      <Box>{`已检查 ${visited} / ${units} 家（${share}%），共 ${visits} 次${more}`}</Box>
      <Box className={findings.overdue > 0 ? 'text-alert' : 'text-note'}>
        {findings.found === 0 ? '没有发现隐患' : `发现隐患 ${findings.found} 条，已销号 ${findings.putRight} 条${late}`}
      </Box>
    </Box>
  );
}
