import type { HazardStep } from '@zerentian/shared/hazards/hazard.vocabulary';
import { COUNTY_FORMS } from './forms-of-county';
import { DECISION_FORMS } from './forms-of-decisions';
import { WORK_FORMS } from './forms-of-work';
import type { StepForm } from './step-form';

/** What each step asks for and what follows from it. Which steps are open is not decided here. */
export const STEP_FORMS: Record<HazardStep, StepForm> = { ...DECISION_FORMS, ...WORK_FORMS, ...COUNTY_FORMS };
