import type { HazardDetail } from '@zerentian/shared/hazards/hazard.contract';
import { Box } from '../../ui/primitives/box';
import { Card, Facts, Section } from '../../ui/section';

const FIVE = [
  ['responsibility', '责任'],
  ['measures', '措施'],
  ['funds', '资金'],
  ['timeLimit', '时限'],
  ['contingency', '预案'],
  ['countyNumber', '县级编号'],
] as const;

/** 五落实 and the county's number of a suspected 重大; what is missing is said, since nothing moves without it. */
export function HazardMajor({ hazard }: { hazard: HazardDetail }) {
  if (hazard.level !== 'suspected-major') return null;
  const missing = FIVE.filter(([field]) => !hazard.major?.[field]).map(([, label]) => label);
  return (
    <Section title="疑似重大：五落实" note="是否重大由县级认定，乡镇只登记">
      <Card>
        <Box className="stack">
          {missing.length > 0 && (
            <Box className="text-alert">{`还缺：${missing.join('、')}。填齐之前不能开始整改或销号。`}</Box>
          )}
          {missing.length < FIVE.length && (
            <Facts items={FIVE.map(([field, label]) => ({ label, value: hazard.major?.[field] || '未登记' }))} />
          )}
        </Box>
      </Card>
    </Section>
  );
}
