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

/** 五落实 of a 重大 hazard; what is missing is said, since nothing moves without it. */
export function HazardMajor({ hazard }: { hazard: HazardDetail }) {
  if (hazard.level !== 'major') return null;
  const missing = FIVE.filter(([field]) => !hazard.plan?.[field]).map(([, label]) => label);
  return (
    <Section title="重大隐患：五落实" note="是否重大由县级认定，乡镇只登记">
      <Card>
        <Box className="stack">
          {missing.length > 0 && (
            <Box className="text-alert">{`还缺：${missing.join('、')}。填齐之前不能开始整改。`}</Box>
          )}
          {missing.length < FIVE.length && (
            <Facts items={FIVE.map(([field, label]) => ({ label, value: hazard.plan?.[field] || '未登记' }))} />
          )}
        </Box>
      </Card>
    </Section>
  );
}
