import type { HazardDetail } from '@zerentian/shared/hazards/hazard.contract';
import { Box } from '../../ui/primitives/box';
import { Card, Facts, Section } from '../../ui/section';

const FIVE = [
  ['responsibility', '责任'],
  ['measures', '措施'],
  ['funds', '资金'],
  ['timeLimit', '时限'],
  ['contingency', '预案'],
] as const;

/** 五落实 of a 重大 hazard, as the unit submitted them; that they are missing is said, since nothing starts without. */
export function HazardPlan({ hazard }: { hazard: HazardDetail }) {
  const { plan, level, responsibleUnitId } = hazard;
  const isAwaited = level === 'major' && responsibleUnitId !== null && hazard.state !== 'with-county';
  if (plan === null && !isAwaited) return null;
  return (
    <Section title="整改方案（五落实）" note={plan ? undefined : '五项齐了才能开始整改'}>
      <Card>
        {plan ? (
          <Facts
            items={FIVE.map(([field, label]) => ({
              label,
              value: <Box className="text-written">{plan[field]}</Box>,
            }))}
          />
        ) : (
          '责任单位还没有提交。'
        )}
      </Card>
    </Section>
  );
}
