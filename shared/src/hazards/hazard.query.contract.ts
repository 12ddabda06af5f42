import * as z from 'zod/mini';
import { areaCode, id, page, pageQuery } from '../fields';
import { hazardOrigins, hazardView } from './hazard.contract';
import { hazardLevels } from './hazard.facts';
import { hazardStates } from './hazard.vocabulary';

/** GET /api/hazards: newest first. `mine=true`: what lies with me; `reported=true`: what I reported. */
export const hazardQuery = z.strictObject({
  area: z.optional(areaCode),
  unit: z.optional(id),
  state: z.optional(z.enum(hazardStates)),
  level: z.optional(z.enum(hazardLevels)),
  open: z.optional(z.stringbool()),
  overdue: z.optional(z.stringbool()),
  origin: z.optional(z.enum(hazardOrigins)),
  watched: z.optional(z.stringbool()),
  /** Path A that was drawn for 抽查 and still waits for it. */
  toSample: z.optional(z.stringbool()),
  mine: z.optional(z.stringbool()),
  reported: z.optional(z.stringbool()),
  ...pageQuery,
});
export type HazardQuery = z.infer<typeof hazardQuery>;
export const hazardPage = page(hazardView);
