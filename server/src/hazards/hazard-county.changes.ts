import type { HazardStepInput } from '@zerentian/shared/hazards/hazard.contract';
import { countyDueAt, papersFor, purposeProblem } from '@zerentian/shared/hazards/hazard.county';
import type { CountyFacts } from '@zerentian/shared/hazards/hazard.facts';
import type { Rules } from '@zerentian/shared/rules/rules';
import { ProblemError } from '../platform/problem';
import type { Hazard } from './hazard.entity';
import { checkCountyLimit } from './hazard-dates';
import { responsible } from './hazard-responsible';
import type { Change, Changes, StepContext } from './hazard-step.context';

type CountyStep =
  | 'report-to-county'
  | 'record-judgement'
  | 'record-listing'
  | 'record-county-return'
  | 'record-write-off';

/** What goes to the county, and what the county said: the township only puts it on record (安全生产法 art. 41). */
export const countyChanges: { [S in CountyStep]: Change<S> } = {
  'report-to-county': reported,
  'record-judgement': (hazard, input) => ({
    level: 'major',
    standardClause: input.clause ?? hazard.standardClause,
    county: { ...papersOf(hazard), judgementNumber: input.countyNumber, judgementDate: input.paperDate ?? '' },
  }),
  'record-listing': listed,
  'record-county-return': returned,
  'record-write-off': (hazard, input, context) => ({
    closedAt: context.moment.occurredAt,
    county: { ...papersOf(hazard), writeOffNumber: input.countyNumber, writeOffDate: input.paperDate ?? '' },
  }),
};

/** What somebody was asked for meanwhile is the county's matter now, and so is the time. */
function reported(hazard: Hazard, input: HazardStepInput<'report-to-county'>): Changes {
  const problem = purposeProblem(input.purpose, hazard);
  if (problem) throw ProblemError.at('invalid_input', 'purpose', problem);
  if (input.purpose === 'transfer' && input.clause === undefined)
    throw ProblemError.at('invalid_input', 'clause', '移送执法建议要写明违反的条款');
  return {
    county: papersFor(input.purpose, input, hazard.county),
    countyDueAt: null,
    askedPostId: null,
    askedUntil: null,
  };
}

/** 挂牌督办: the limit is the county's; whoever is responsible brings a plan for it, and the 包保领导 takes the place of 乡级重点督办. */
function listed(hazard: Hazard, input: HazardStepInput<'record-listing'>, context: StepContext): Changes {
  checkCountyLimit(input.deadline, context.moment);
  const chosen = context.unit ? responsible(hazard, context.unit, input.ownership, context) : {};
  if (!chosen.responsibleUnitId && !hazard.responsibleUnitId)
    throw ProblemError.at('invalid_input', 'responsibleUnitId', '请选择整改责任单位');
  return {
    ...chosen,
    deadline: input.deadline,
    leaderPostId: input.leaderPostId,
    watched: false,
    plan: null,
    assignerPostId: context.safetyDeputyId ?? context.postId,
    county: { ...papersOf(hazard), listingNumber: input.countyNumber, listingDate: input.paperDate ?? '' },
  };
}

/** A suspicion that the county returns is none any more; a 重大 hazard stays one, whatever it was that the county did not accept. */
function returned(hazard: Hazard): Changes {
  return hazard.level === 'suspected-major' ? { level: 'general', standardClause: null, county: null } : {};
}

/** The township may find that something is suspected of being 重大; that it is not, only the county. */
export function graded(
  hazard: Hazard,
  input: { level: Hazard['level']; standardClause?: string },
  { moment, rules }: StepContext,
): Changes {
  if (hazard.level === 'major') throw new ProblemError('county_decides');
  const isSuspected = input.level === 'suspected-major';
  if (hazard.level === 'suspected-major' && !isSuspected) throw new ProblemError('major_not_judged');
  if (!isSuspected) return { level: 'general', standardClause: null };
  if (input.standardClause === undefined)
    throw ProblemError.at('invalid_input', 'standardClause', '疑似重大要写明判定标准的条款');
  const isRaised = hazard.level === 'general';
  const { standardClause } = input;
  return isRaised ? { ...becomesSuspected(moment.occurredAt, rules), standardClause } : { standardClause };
}

/** What the county said was about what was known then: it says nothing of a new suspicion. The ledger keeps it. */
export function becomesSuspected(at: Date, rules: Rules): Changes {
  return { level: 'suspected-major', county: null, countyDueAt: countyDueAt(at, rules) };
}

function papersOf(hazard: Hazard): CountyFacts {
  return hazard.county ?? papersFor('acceptance', {}, null);
}
