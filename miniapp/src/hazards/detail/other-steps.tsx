import type { HazardDetail } from '@zerentian/shared/hazards/hazard.contract';
import { hazardStepNames } from '@zerentian/shared/hazards/hazard.vocabulary';
import { open } from '../../platform/navigation';
import { Button } from '../../ui/button';
import { Box } from '../../ui/primitives/box';
import { Section } from '../../ui/section';
import { nextStep, stepsInOrder } from '../step/step-order';

/** What else I may do with it, beside the next step in the bar. */
export function OtherSteps({ hazard }: { hazard: HazardDetail }) {
  const next = nextStep(hazard.steps);
  const others = stepsInOrder(hazard.steps).filter(({ step }) => step !== next?.step);
  if (others.length === 0) return null;
  return (
    <Section title={next ? '其他办理' : '可以办理'}>
      <Box className="stack stack--tight">
        {others.map(({ step, postId }) => (
          <Button
            key={step}
            id={`step-${step}`}
            kind="secondary"
            wide
            onPress={() => open('hazardStep', { id: hazard.id, step, postId })}
          >
            {hazardStepNames[step]}
          </Button>
        ))}
      </Box>
    </Section>
  );
}
