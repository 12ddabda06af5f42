import type { UnitView } from '@zerentian/shared/units/unit.contract';
import { Box } from '../../ui/primitives/box';
import { PageLink } from '../../ui/primitives/pressable';
import { Facts } from '../../ui/section';
import { useTrades } from '../units.api';
import { UnitPlace } from './unit-place';

interface UnitSheetProps {
  unit: UnitView;
  onChanged: (unit: UnitView) => void;
}

/** What the register says of a unit, as far as the reader may look into it, and where it is. */
export function UnitSheet({ unit, onChanged }: UnitSheetProps) {
  const { data: trades = [] } = useTrades();
  const facts = [
    { label: '行业', value: trades.find(({ key }) => key === unit.trade)?.name },
    { label: '监管', value: unit.supervision === 'county' ? '县级及以上' : undefined },
    { label: '主管部门', value: unit.department },
    { label: '主要负责人', value: unit.principal },
    { label: '法定代表人', value: unit.legalRepresentative },
    { label: '实际控制人', value: unit.actualController },
    { label: '地址', value: unit.address },
    { label: '电话', value: unit.phone },
  ].filter(({ value }) => value);
  return (
    <Box className="stack">
      <Facts items={facts} />
      <UnitPlace unit={unit} onChanged={onChanged} />
      <PageLink page="accountability" params={{ unit: unit.id }} className="button button--secondary">
        谁负责这个单位
      </PageLink>
    </Box>
  );
}
