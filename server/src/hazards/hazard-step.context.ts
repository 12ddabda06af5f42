import type { HazardStepInput, hazardStepInputs } from '@zerentian/shared/hazards/hazard.contract';
import type { HazardStep } from '@zerentian/shared/hazards/hazard.vocabulary';
import type { Rules } from '@zerentian/shared/rules/rules';
import type * as z from 'zod/mini';
import type { Moment } from '../platform/writes/moment';
import type { Hazard } from './hazard.entity';
import type { HazardUnit } from './hazard-register';

/** What a step knows beyond its input. */
export interface StepContext {
  personId: string;
  postId: string;
  moment: Moment;
  rules: Rules;
  /** The unit named as responsible, looked up. */
  unit: HazardUnit | null;
  villageUnitId: string | null;
  /** Whom a request for coordination goes to; null in every other step. */
  askedPostId: string | null;
  /** 分管安全: hands over what the county has listed. */
  safetyDeputyId: string | null;
  /** The hazard that this one is merged into; null in every other step. */
  into: Hazard | null;
}

export type StepInput = HazardStepInput<keyof typeof hazardStepInputs>;
export type Changes = Partial<Hazard>;
/** A step's own effect on the row. */
export type Change<S extends HazardStep> = (hazard: Hazard, input: HazardStepInput<S>, context: StepContext) => Changes;

/** What the fields of all steps' inputs may be called; each step's own contract has checked them. */
export type AnyInput = Partial<UnionToIntersection<z.infer<(typeof hazardStepInputs)[HazardStep]>>>;
type UnionToIntersection<U> = (U extends unknown ? (it: U) => void : never) extends (it: infer I) => void ? I : never;
