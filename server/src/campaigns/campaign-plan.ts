import { MOST_UNITS, type PlanCampaign } from '@zerentian/shared/campaigns/campaign.contract';
import { ProblemError } from '../platform/problem';
import type { Campaign } from './campaign.entity';

const NOTHING_SELECTED: Campaign['selection'] = { trades: [], areas: [], riskGrades: [] };

/** The columns that a plan sets. */
export function planOf(plan: Omit<PlanCampaign, 'id'>, responsiblePostId: string) {
  const { kind, title, startsOn, endsOn, checklistKey, unitIds } = plan;
  return {
    ...{ kind, title, startsOn, endsOn, checklistKey, unitIds },
    basis: plan.basis ?? null,
    purpose: plan.purpose ?? null,
    responsiblePostId: plan.responsiblePostId ?? responsiblePostId,
    selection: plan.selection ?? NOTHING_SELECTED,
  } satisfies Partial<Campaign>;
}

/** The targets with some more, each once. @throws invalid_input where they become too many */
export function addedUnits(known: readonly string[], more: readonly string[]): string[] {
  const all = [...new Set([...known, ...more])];
  if (all.length > MOST_UNITS) throw ProblemError.at('invalid_input', 'unitIds', `一个行动最多 ${MOST_UNITS} 家单位`);
  return all;
}
