import type { HazardDetail } from '@zerentian/shared/hazards/hazard.contract';
import type { FieldErrors } from '../../platform/form-errors';
import type { StepForm } from './step-form';
import type { StepValues } from './step-values';

/** What every part of a step's form is given. */
export interface StepFieldProps {
  form: StepForm;
  hazard: HazardDetail;
  values: StepValues;
  errors: FieldErrors;
  onChange: (part: Partial<StepValues>) => void;
}
