import type { CampaignDetail, CampaignKind } from '@zerentian/shared/campaigns/campaign.contract';
import type { UnitView } from '@zerentian/shared/units/unit.contract';
import { filled } from '../../platform/form-errors';

/** The plan as typed. `picked`: targets chosen one by one beside (or in place of) those that the selection gives. */
export interface PlanValues {
  id: string;
  kind: CampaignKind;
  title: string;
  basis: string;
  purpose: string;
  startsOn: string;
  endsOn: string;
  checklistKey: string;
  trades: string[];
  areas: string[];
  riskGrades: string[];
  /** Taken out of, or into, what the selection gives. */
  toggled: string[];
}

export function emptyPlan(id: string, today: string, lastDay: string): PlanValues {
  return {
    id,
    kind: 'rectification',
    title: '',
    basis: '',
    purpose: '',
    startsOn: today,
    endsOn: lastDay,
    checklistKey: 'general',
    trades: [],
    areas: [],
    riskGrades: [],
    toggled: [],
  };
}

type Target = Pick<UnitView, 'id' | 'trade' | 'areaCode' | 'riskGrade' | 'supervision'>;

/** Whether a unit fits how the targets are chosen; nothing chosen fits nobody. What the county supervises is never proposed. */
export function fits(
  { trades, areas, riskGrades }: Pick<PlanValues, 'trades' | 'areas' | 'riskGrades'>,
  unit: Target,
): boolean {
  if (trades.length + areas.length + riskGrades.length === 0 || unit.supervision === 'county') return false;
  return (
    (trades.length === 0 || trades.includes(unit.trade ?? '')) &&
    (areas.length === 0 || areas.includes(unit.areaCode)) &&
    (riskGrades.length === 0 || riskGrades.includes(unit.riskGrade ?? ''))
  );
}

/** The targets: what fits, but for those taken out, and those taken in. */
export function chosen<T extends Target>(values: PlanValues, units: readonly T[]): T[] {
  return units.filter((unit) => fits(values, unit) !== values.toggled.includes(unit.id));
}

export function planInput(values: PlanValues, units: readonly Target[], postId: string | undefined): object {
  const { id, kind, title, basis, purpose, startsOn, endsOn, checklistKey, trades, areas, riskGrades } = values;
  return {
    ...filled({ id, actingPostId: postId, kind, title, basis, purpose, startsOn, endsOn, checklistKey }),
    selection: { trades, areas, riskGrades },
    unitIds: chosen(values, units).map((unit) => unit.id),
  };
}

/** A plan to be changed, as the form shows it. */
export function planOf(campaign: CampaignDetail, units: readonly Target[]): PlanValues {
  const { id, kind, title, basis, purpose, startsOn, endsOn, checklistKey, selection } = campaign;
  const values = {
    ...{ id, kind, title, startsOn, endsOn, checklistKey },
    basis: basis ?? '',
    purpose: purpose ?? '',
    ...selection,
    toggled: [],
  };
  const targets = new Set(campaign.units.map((unit) => unit.unitId));
  const toggled = units.filter((unit) => fits(values, unit) !== targets.has(unit.id)).map((unit) => unit.id);
  return { ...values, toggled };
}
