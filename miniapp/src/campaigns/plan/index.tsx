import { useRouter } from '@tarojs/taro';
import { addDays, dateOf } from '@zerentian/shared/calendar';
import { useState } from 'react';
import { serverNow } from '../../platform/clock';
import { newId } from '../../platform/id';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { Box } from '../../ui/primitives/box';
import { EmptyState } from '../../ui/states';
import { useUnits } from '../../units/units.api';
import { useCampaign } from '../campaigns.api';
import { useMayPlan } from '../may-plan';
import { PlanForm } from './plan-form';
import { emptyPlan, planOf } from './plan-values';

const DAYS = 30;

/** A new plan, or the change of one that has not begun. */
export default function PlanCampaignPage() {
  const id = useRouter().params.id ?? '';
  const mayPlan = useMayPlan();
  const units = useUnits({ kind: 'enterprise' });
  const campaign = useCampaign(id);
  const [today] = useState(() => dateOf(serverNow()));
  const [empty] = useState(() => emptyPlan(newId(), today, addDays(today, DAYS)));
  return (
    <Page title="制定方案" section="inspections">
      <Box className="narrow">
        {!mayPlan && id === '' && (
          <EmptyState title="这个岗位不制定方案">方案由安监站、站所、分管负责人和乡领导制定。</EmptyState>
        )}
        {(mayPlan || id !== '') && (
          <Loaded query={units}>
            {(all) =>
              id === '' ? (
                <PlanForm units={all} initial={empty} />
              ) : (
                <Loaded query={campaign}>
                  {(known) => <PlanForm units={all} initial={planOf(known, all)} campaign={known} />}
                </Loaded>
              )
            }
          </Loaded>
        )}
      </Box>
    </Page>
  );
}
