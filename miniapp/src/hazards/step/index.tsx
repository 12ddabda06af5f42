import { useRouter } from '@tarojs/taro';
import type { HazardDetail } from '@zerentian/shared/hazards/hazard.contract';
import { type HazardStep, hazardStepNames, hazardSteps } from '@zerentian/shared/hazards/hazard.vocabulary';
import { back } from '../../platform/navigation';
import { Button } from '../../ui/button';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { EmptyState } from '../../ui/states';
import { useHazard } from '../hazards.api';
import { StepFormView } from './step-form-view';

export default function HazardStepPage() {
  const { params } = useRouter();
  const step = hazardSteps.find((known) => known === params.step);
  const query = useHazard(params.id ?? '');
  return (
    <Page title={step ? hazardStepNames[step] : '办理'} section="hazards">
      <Loaded query={query} instead={{ page: 'hazards', words: '返回隐患列表' }}>
        {(hazard) => <Step hazard={hazard} step={step} postId={params.postId} />}
      </Loaded>
    </Page>
  );
}

interface StepProps {
  hazard: HazardDetail;
  step: HazardStep | undefined;
  postId: string | undefined;
}

/** The form, if the step is still open to me; somebody may have been quicker. */
function Step({ hazard, step, postId }: StepProps) {
  const open = hazard.steps.find((candidate) => candidate.step === step && (!postId || candidate.postId === postId));
  if (!open) {
    return (
      <EmptyState
        title="这一步现在不能办"
        action={
          <Button kind="secondary" onPress={back}>
            返回看最新进展
          </Button>
        }
      >
        情况可能已经变化，例如别人刚刚办理过。
      </EmptyState>
    );
  }
  return <StepFormView key={open.step} hazard={hazard} step={open.step} postId={open.postId} />;
}
