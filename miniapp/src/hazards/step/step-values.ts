import type { Place } from '@zerentian/shared/fields';
import type { HazardDetail, HazardStepInput } from '@zerentian/shared/hazards/hazard.contract';
import type { CountyPurpose, HazardLevel, RectificationPlan } from '@zerentian/shared/hazards/hazard.facts';
import type { FirstMeasure, HazardStep } from '@zerentian/shared/hazards/hazard.vocabulary';
import type { LocalPhoto } from '../../photos/photo-store';
import { filled } from '../../platform/form-errors';
import { factsForCounty, purposesFor } from '../county-words';
import type { StepField } from './step-form';

/** Everything that any step's form holds; a step sends what its fields ask for. */
export interface StepValues extends RectificationPlan {
  text: string;
  level: HazardLevel | '';
  standardClause: string;
  responsibleUnitId: string;
  /** Read, not sent. */
  responsibleUnitName: string;
  /** Only `collective` is ever said: everything else follows from the unit. */
  ownership: 'collective' | '';
  deadline: string;
  until: string;
  companionPersonId: string;
  place: Place | null;
  need: HazardStepInput<'request-coordination'>['need'] | '';
  firstMeasures: FirstMeasure[];
  purpose: CountyPurpose | '';
  clause: string;
  to: string;
  reportNumber: string;
  countyNumber: string;
  /** The day on the paper that is numbered. */
  paperDate: string;
  leaderPostId: string;
  intoId: string;
  /** Read, not sent. */
  intoTitle: string;
  /** Of the photos that the hazard has already. */
  ownPhotoIds: string[];
  photos: LocalPhoto[];
}

/** The contract's fields that a part of the form fills. */
const SENT: Record<StepField, (values: StepValues) => object> = {
  text: ({ text }) => ({ text }),
  level: ({ level, standardClause }) => ({ level, standardClause: level === 'general' ? '' : standardClause }),
  unit: ({ responsibleUnitId, ownership }) => ({ responsibleUnitId, ownership }),
  deadline: ({ deadline }) => ({ deadline }),
  limit: ({ deadline }) => ({ deadline }),
  granted: ({ deadline }) => ({ deadline }),
  until: ({ until }) => ({ until }),
  companion: ({ companionPersonId }) => ({ companionPersonId }),
  place: ({ place }) => ({ place }),
  need: ({ need }) => ({ need }),
  measures: ({ firstMeasures }) => ({ measures: firstMeasures }),
  plan: ({ responsibility, measures, funds, timeLimit, contingency }) => ({
    responsibility,
    measures,
    funds,
    timeLimit,
    contingency,
  }),
  purpose: ({ purpose }) => ({ purpose }),
  clause: ({ clause }) => ({ clause }),
  to: ({ to }) => ({ to }),
  reportNumber: ({ reportNumber, paperDate }) => ({ reportNumber, paperDate }),
  countyNumber: ({ countyNumber, paperDate }) => ({ countyNumber, paperDate }),
  listedNumber: ({ countyNumber, paperDate }) => ({ countyNumber, paperDate }),
  leader: ({ leaderPostId }) => ({ leaderPostId }),
  into: ({ intoId }) => ({ intoId }),
  ownPhotos: () => ({}),
  photos: ({ photos, ownPhotoIds }) => ({ photoIds: [...ownPhotoIds, ...photos.map(({ id }) => id)] }),
};

/** The form as it opens: what the hazard already says is not asked again. */
export function initialValues(hazard: HazardDetail, step: HazardStep): StepValues {
  const isForCounty = step === 'report-to-county';
  return {
    text: isForCounty ? factsForCounty(hazard) : '',
    // 重大 is nobody's to give here: whoever regrades says anew what it is.
    level: hazard.level === 'major' ? '' : hazard.level,
    standardClause: hazard.standardClause ?? '',
    responsibleUnitId: hazard.responsibleUnitId ?? hazard.unitId ?? '',
    responsibleUnitName: (hazard.responsibleUnitId ? hazard.responsibleUnitName : hazard.unitName) ?? '',
    ownership: hazard.ownership === 'collective' ? 'collective' : '',
    deadline: step === 'grant-extension' ? (hazard.askedUntil ?? '') : '',
    until: '',
    companionPersonId: '',
    place: null,
    need: '',
    firstMeasures: [],
    purpose: purposesFor(hazard)[0] ?? '',
    clause: isForCounty || step === 'record-judgement' ? (hazard.standardClause ?? '') : '',
    to: '',
    reportNumber: '',
    countyNumber: '',
    paperDate: '',
    leaderPostId: hazard.leader?.postId ?? '',
    intoId: '',
    intoTitle: '',
    ownPhotoIds: isForCounty ? hazard.photoIds : [],
    photos: [],
    ...planOf(hazard),
  };
}

function planOf({ plan }: HazardDetail): RectificationPlan {
  const { responsibility = '', measures = '', funds = '', timeLimit = '', contingency = '' } = plan ?? {};
  return { responsibility, measures, funds, timeLimit, contingency };
}

/** What is sent: the values of the step's own fields, those left empty left out. `keep`: a step that comes too late stays as a note. */
export function inputOf(values: StepValues, fields: readonly StepField[], actingPostId: string | undefined): object {
  const sent = Object.assign({}, ...fields.map((field) => SENT[field](values)));
  return filled({ ...sent, actingPostId, ifLate: 'keep' });
}
