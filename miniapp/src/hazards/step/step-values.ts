import type { HazardDetail, HazardStepInput } from '@zerentian/shared/hazards/hazard.contract';
import type { HazardLevel } from '@zerentian/shared/hazards/hazard.facts';
import type { LocalPhoto } from '../../photos/photo-store';
import { filled } from '../../platform/form-errors';
import type { StepField } from './step-forms';

type MajorInput = Pick<
  HazardStepInput<'record-major'>,
  'responsibility' | 'measures' | 'funds' | 'timeLimit' | 'contingency' | 'countyNumber'
>;
export type MajorValues = { [Field in keyof Required<MajorInput>]: string };

/** Everything that any step's form holds; a step sends what its fields ask for. */
export interface StepValues extends MajorValues {
  text: string;
  level: HazardLevel | '';
  standardClause: string;
  responsibleUnitId: string;
  /** Only `collective` is ever said: everything else follows from the unit. */
  ownership: 'collective' | '';
  deadline: string;
  companionPersonId: string;
  need: HazardStepInput<'request-coordination'>['need'] | '';
  photos: LocalPhoto[];
}

const MAJOR: readonly (keyof MajorValues)[] = [
  'responsibility',
  'measures',
  'funds',
  'timeLimit',
  'contingency',
  'countyNumber',
];

const FIELD_VALUES: Record<Exclude<StepField, 'photos'>, readonly (keyof StepValues)[]> = {
  text: ['text'],
  level: ['level', 'standardClause'],
  unit: ['responsibleUnitId', 'ownership'],
  deadline: ['deadline'],
  companion: ['companionPersonId'],
  need: ['need'],
  major: MAJOR,
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
    responsibility: hazard.major?.responsibility ?? '',
    measures: hazard.major?.measures ?? '',
    funds: hazard.major?.funds ?? '',
    timeLimit: hazard.major?.timeLimit ?? '',
    contingency: hazard.major?.contingency ?? '',
    countyNumber: hazard.major?.countyNumber ?? '',
  };
}

/** What is sent: the values of the step's own fields, those left empty left out. */
export function inputOf(values: StepValues, fields: readonly StepField[], actingPostId: string | undefined): object {
  const names = fields.flatMap((field) => (field === 'photos' ? [] : FIELD_VALUES[field]));
  const sent = Object.fromEntries(names.map((name) => [name, values[name]]));
  if (sent.level === 'general') delete sent.standardClause;
  const photoIds = fields.includes('photos') ? values.photos.map(({ id }) => id) : [];
  return filled({ ...sent, photoIds, actingPostId });
}
