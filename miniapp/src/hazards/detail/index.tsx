import { useRouter } from '@tarojs/taro';
import type { HazardDetail } from '@zerentian/shared/hazards/hazard.contract';
import { hazardStepNames } from '@zerentian/shared/hazards/hazard.vocabulary';
import { InspectionOrigin } from '../../inspections/inspection-origin';
import { OutboxLines, useUnsent } from '../../outbox/outbox-lines';
import { open } from '../../platform/navigation';
import { useRefresh } from '../../platform/use-refresh';
import { PublicOrigin } from '../../public-reports/public-origin';
import { ShareHazard } from '../../share/share-hazard';
import { Button } from '../../ui/button';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { Box } from '../../ui/primitives/box';
import { Slot } from '../../ui/primitives/slot';
import { Skeleton } from '../../ui/states';
import { AskedExtension } from '../asked-extension';
import { BeforeAfter } from '../before-after';
import { hazardSubject, useHazard } from '../hazards.api';
import { nextStep, otherWay } from '../step/step-order';
import { HazardCounty } from './hazard-county';
import { HazardFacts } from './hazard-facts';
import { HazardHistory } from './hazard-history';
import { HazardHolder } from './hazard-holder';
import { HazardLeader } from './hazard-leader';
import { HazardMerged } from './hazard-merged';
import { HazardPapers } from './hazard-papers';
import { HazardPlan } from './hazard-plan';
import { HazardReminders } from './hazard-reminders';
import { OtherSteps } from './other-steps';
import './hazard-detail.scss';

const TO_LIST = { page: 'hazards', words: '返回隐患列表' } as const;

/** One that I have just reported is here before the server has it: on its way, in my own words. */
export default function HazardDetailPage() {
  const { params } = useRouter();
  const id = params.id ?? '';
  const unsent = useUnsent(hazardSubject(id));
  if (!unsent?.creates) return <HazardPage id={id} waits={unsent !== undefined} />;
  return (
    <Page title="隐患详情" section="hazards">
      <OutboxLines subject={hazardSubject(id)} />
    </Page>
  );
}

/** While a step of mine has not arrived, what the page knows is older than what I did: no other step is offered. */
function HazardPage({ id, waits }: { id: string; waits: boolean }) {
  const query = useHazard(id);
  useRefresh(query.refetch);
  const bar = query.data && !waits && barOf(query.data);
  return (
    <Page title="隐患详情" section="hazards" bar={bar}>
      <OutboxLines subject={hazardSubject(id)} />
      <Loaded query={query} skeleton={<Skeleton cards={3} lines={4} />} instead={TO_LIST}>
        {(hazard) => (
          <Box className="columns">
            <Box className="columns__main">
              <HazardFacts hazard={hazard} />
              <HazardHolder hazard={hazard} />
              <AskedExtension hazard={hazard} />
              <HazardMerged hazard={hazard} />
              <HazardLeader hazard={hazard} />
              <HazardPlan hazard={hazard} />
              <HazardCounty hazard={hazard} />
              <BeforeAfter hazard={hazard} />
              <HazardHistory hazard={hazard} />
            </Box>
            <Box className="columns__side">
              <HazardReminders hazard={hazard} />
              <Slot>{!waits && <OtherSteps hazard={hazard} />}</Slot>
              <HazardPapers hazard={hazard} />
              <ShareHazard hazard={hazard} />
              <InspectionOrigin hazard={hazard} />
              <PublicOrigin hazard={hazard} />
            </Box>
          </Box>
        )}
      </Loaded>
    </Page>
  );
}

/** The one step that moves the matter on, under the thumb, with its other way; the rest stands in the page. */
function barOf(hazard: HazardDetail) {
  const next = nextStep(hazard);
  if (!next) return undefined;
  const other = otherWay(hazard, next);
  return (
    <>
      {other && <StepButton hazard={hazard} open={other} kind="secondary" />}
      <StepButton hazard={hazard} open={next} kind="primary" />
    </>
  );
}

interface StepButtonProps {
  hazard: HazardDetail;
  open: HazardDetail['steps'][number];
  kind: 'primary' | 'secondary';
}

function StepButton({ hazard, open: { step, postId }, kind }: StepButtonProps) {
  return (
    <Button id={`step-${step}`} kind={kind} onPress={() => open('hazardStep', { id: hazard.id, step, postId })}>
      {hazardStepNames[step]}
    </Button>
  );
}
