import { covers } from '@zerentian/shared/areas/area.contract';
import { dateOf } from '@zerentian/shared/calendar';
import type { HazardStepInput, hazardStepInputs } from '@zerentian/shared/hazards/hazard.contract';
import { defaultDeadline, mayReopen } from '@zerentian/shared/hazards/hazard.deadline';
import type { MajorFacts } from '@zerentian/shared/hazards/hazard.lifecycle';
import type { HazardStep } from '@zerentian/shared/hazards/hazard.vocabulary';
import { ProblemError } from '../platform/problem';
import type { Moment } from '../platform/writes/moment';
import type { Hazard } from './hazard.entity';
import { type HazardUnit, type Ownership, ownershipOf } from './hazard-register';
import { checkDeadline } from './hazard-report.service';

/** What a step knows beyond its input. */
export interface StepContext {
  personId: string;
  postId: string;
  moment: Moment;
  /** The unit named as responsible, looked up. */
  unit: HazardUnit | null;
  villageUnitId: string | null;
  /** Whom a request for coordination goes to; null in every other step. */
  askedPostId: string | null;
}

export type StepInput = HazardStepInput<keyof typeof hazardStepInputs>;
type Changes = Partial<Hazard>;
type Change<S extends HazardStep> = (hazard: Hazard, input: HazardStepInput<S>, context: StepContext) => Changes;

/** Each step's own effect on the row; the state and the holder follow from the transition table. */
export const stepChanges: { [S in HazardStep]: Change<S> } = {
  assess: (hazard, input, context) => ({
    ...graded(hazard, input),
    trade: input.trade ?? hazard.trade,
    ...(context.unit ? responsible(hazard, context.unit, input.ownership, context) : {}),
    ...deadlineOf(input, context),
  }),
  reject: () => ({}),
  'return-assessment': () => ({}),
  approve: assigned,
  assign: assigned,
  regrade: (hazard, input) => graded(hazard, input),
  start: (hazard, _input, context) => ({ rectifierIds: joined(hazard.rectifierIds, context.personId) }),
  submit: (hazard, _input, context) => ({
    rectifierIds: joined(hazard.rectifierIds, context.personId),
    askedPostId: null,
  }),
  return: (_hazard, input, context) => deadlineOf(input, context),
  verify: () => ({}),
  close: (_hazard, _input, context) => ({ closedAt: context.moment.occurredAt }),
  reopen: reopened,
  'record-major': (hazard, input) => ({ major: mergedMajor(hazard.major, input) }),
  'request-coordination': (_hazard, _input, context) => ({ askedPostId: context.askedPostId }),
  'answer-coordination': () => ({ askedPostId: null }),
};

/** Within REOPEN_DAYS of closing, by the day on which it is done. */
function reopened(hazard: Hazard, _input: unknown, context: StepContext): Changes {
  if (!mayReopen(hazard.closedAt, context.moment.occurredAt)) throw new ProblemError('reopen_too_late');
  return { closedAt: null, deadline: null, askedPostId: null, ...unjudged(hazard) };
}

/** What the county said was about what was known then: it says nothing of a new suspicion, nor of a new start. The ledger keeps it. */
function unjudged(hazard: Hazard): Changes {
  return hazard.major?.countyNumber ? { major: { ...hazard.major, countyNumber: '' } } : {};
}

function deadlineOf(input: { deadline?: string }, context: StepContext): Changes {
  checkDeadline(input.deadline, context.moment);
  return input.deadline ? { deadline: input.deadline } : {};
}

/** The township may find that something is suspected of being 重大; that it is not is the county's to say (安全生产法 art. 41). */
function graded(hazard: Hazard, input: { level: Hazard['level']; standardClause?: string }): Changes {
  const isLowered = hazard.level === 'suspected-major' && input.level === 'general';
  if (isLowered && !hazard.major?.countyNumber) throw new ProblemError('major_not_judged');
  if (input.level === 'suspected-major' && input.standardClause === undefined) {
    throw ProblemError.at('invalid_input', 'standardClause', '疑似重大要写明判定标准的条款');
  }
  const isRaised = hazard.level === 'general' && input.level === 'suspected-major';
  const standardClause = input.level === 'general' ? null : (input.standardClause ?? null);
  return { level: input.level, standardClause, ...(isRaised ? unjudged(hazard) : {}) };
}

function assigned(hazard: Hazard, input: { ownership?: Ownership; deadline?: string }, context: StepContext): Changes {
  checkDeadline(input.deadline, context.moment);
  const chosen = context.unit ? responsible(hazard, context.unit, input.ownership, context) : {};
  const unitId = chosen.responsibleUnitId ?? hazard.responsibleUnitId;
  if (!unitId) throw ProblemError.at('invalid_input', 'responsibleUnitId', '请选择整改责任单位');
  const proposed =
    hazard.deadline !== null && hazard.deadline >= dateOf(context.moment.occurredAt) ? hazard.deadline : null;
  const deadline = input.deadline ?? proposed ?? defaultDeadline(hazard.level, context.moment.occurredAt);
  return { ...chosen, deadline, assignerPostId: context.postId };
}

function responsible(
  hazard: Hazard,
  unit: HazardUnit,
  ownership: Ownership | undefined,
  context: StepContext,
): Changes {
  if (!covers(hazard.areaCode, unit.areaCode) && !covers(unit.areaCode, hazard.areaCode)) {
    throw ProblemError.at('invalid_input', 'responsibleUnitId', '这个单位不在隐患所在的辖区');
  }
  const kept = hazard.ownership === 'collective' && ownership === undefined ? 'collective' : ownership;
  return {
    responsibleUnitId: unit.id,
    ownership: ownershipOf(unit, unit.kind === 'village' ? kept : ownership),
    assistingUnitId: context.villageUnitId === unit.id ? null : context.villageUnitId,
  };
}

function mergedMajor(known: MajorFacts | null, input: Partial<MajorFacts>): MajorFacts {
  const field = (name: keyof MajorFacts) => input[name] ?? known?.[name] ?? '';
  return {
    responsibility: field('responsibility'),
    measures: field('measures'),
    funds: field('funds'),
    timeLimit: field('timeLimit'),
    contingency: field('contingency'),
    countyNumber: field('countyNumber'),
  };
}

function joined(ids: string[], id: string): string[] {
  return ids.includes(id) ? ids : [...ids, id];
}
