import type { HazardDetail } from '@zerentian/shared/hazards/hazard.contract';
import { hazardStepNames } from '@zerentian/shared/hazards/hazard.vocabulary';
import { open } from '../../platform/navigation';
import { Button } from '../../ui/button';
import { Box } from '../../ui/primitives/box';
import { Section } from '../../ui/section';
import { nextStep, otherWay, stepGroups } from '../step/step-order';

/** What else I may do with it, beside what the bar offers. */
export function OtherSteps({ hazard }: { hazard: HazardDetail }) {
  const next = nextStep(hazard);
  const inBar = [next, otherWay(hazard, next)].map((it) => it?.step);
  const groups = stepGroups(hazard.steps.filter(({ step }) => !inBar.includes(step)));
  if (groups.length === 0) return null;
  return (
    <Section title={next ? '其他操作' : '可以办理'}>
      {groups.map(({ name, steps }) => (
        <Box key={name} className="step-group" role="group" label={name}>
          {groups.length > 1 && <Box className="text-note">{name}</Box>}
          {steps.map(({ step, postId }) => (
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
      ))}
    </Section>
  );
}
