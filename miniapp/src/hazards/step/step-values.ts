import type { FirstMeasure, HazardDetail, HazardStepInput } from '@zerentian/shared/hazards/hazard.contract';
import type { CountyPurpose, HazardLevel } from '@zerentian/shared/hazards/hazard.facts';
import type { LocalPhoto } from '../../photos/photo-store';
import { filled } from '../../platform/form-errors';
import type { StepField } from './step-forms';

type PlanInput = Pick<HazardStepInput<'submit-plan'>, 'responsibility' | 'funds' | 'timeLimit' | 'contingency'>;
export type PlanValues = { [Field in keyof Required<PlanInput>]: string };

/** Everything that any step's form holds; a step sends what its fields ask for. */
export interface StepValues extends PlanValues {
  text: string;
  level: HazardLevel | '';
  standardClause: string;
  responsibleUnitId: string;
  /** Only `collective` is ever said: everything else follows from the unit. */
  ownership: 'collective' | '';
  deadline: string;
  companionPersonId: string;
  need: HazardStepInput<'request-coordination'>['need'] | '';
  /** The measures of the plan; `measures` are those taken at once. */
  planMeasures: string;
  measures: readonly FirstMeasure[];
  until: string;
  purpose: CountyPurpose | '';
  clause: string;
  countyNumber: string;
  leaderPostId: string;
  intoId: string;
  photos: LocalPhoto[];
}

const PLAN: readonly (keyof StepValues)[] = ['responsibility', 'planMeasures', 'funds', 'timeLimit', 'contingency'];

const FIELD_VALUES: Record<Exclude<StepField, 'photos'>, readonly (keyof StepValues)[]> = {
  text: ['text'],
  level: ['level', 'standardClause'],
  unit: ['responsibleUnitId', 'ownership'],
  deadline: ['deadline'],
  companion: ['companionPersonId'],
  need: ['need'],
  plan: PLAN,
  until: ['until'],
  purpose: ['purpose'],
  clause: ['clause'],
  countyNumber: ['countyNumber'],
  leader: ['leaderPostId'],
  into: ['intoId'],
  measures: ['measures'],
};

/** The form as it opens: what the hazard already says is not asked again. */
export function initialValues(hazard: HazardDetail): StepValues {
  return {
    text: '',
    level: hazard.level,
    standardClause: hazard.standardClause ?? '',
    responsibleUnitId: hazard.responsibleUnitId ?? hazard.unitId ?? '',
    ownership: hazard.ownership === 'collective' ? 'collective' : '',
    deadline: '',
    companionPersonId: '',
    need: '',
    photos: [],
    responsibility: hazard.plan?.responsibility ?? '',
    planMeasures: hazard.plan?.measures ?? '',
    funds: hazard.plan?.funds ?? '',
    timeLimit: hazard.plan?.timeLimit ?? '',
    contingency: hazard.plan?.contingency ?? '',
    measures: [],
    until: '',
    purpose: '',
    clause: '',
    countyNumber: '',
    leaderPostId: '',
    intoId: '',
  };
}

/** What is sent: the values of the step's own fields, those left empty left out. */
export function inputOf(values: StepValues, fields: readonly StepField[], actingPostId: string | undefined): object {
  const names = fields.flatMap((field) => (field === 'photos' ? [] : FIELD_VALUES[field]));
  const sent = Object.fromEntries(names.map((name) => [name, values[name]]));
  if (sent.level === 'general') delete sent.standardClause;
  if (fields.includes('plan')) {
    sent.measures = values.planMeasures;
    delete sent.planMeasures;
  }
  const photoIds = fields.includes('photos') ? values.photos.map(({ id }) => id) : [];
  return filled({ ...sent, photoIds, actingPostId });
}
