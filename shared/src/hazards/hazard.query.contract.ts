import * as z from 'zod/mini';
import { areaCode, clean, id, page, pageQuery } from '../fields';
import { hazardOrigins, hazardView } from './hazard.contract';
import { hazardLevels } from './hazard.facts';
import { hazardStates } from './hazard.vocabulary';

/**
 * GET /api/hazards: newest first. `mine=true`: what lies with me; `reported=true`: what I reported. `q`: words, all of which number,
 * description, spot or unit hold; only among what is open in an area, so that a search costs by how much there is to do, not by all there ever was.
 */
const query = z.strictObject({
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
  q: z.optional(z.string().check(z.maxLength(50), clean)),
  ...pageQuery,
});
export const hazardQuery = query.check(
  z.refine((it) => it.q === undefined || (it.open === true && it.area !== undefined), {
    path: ['q'],
    error: '按字查找只在一个辖区未办结的隐患里找',
  }),
);
export type HazardQuery = z.infer<typeof hazardQuery>;
export const hazardPage = page(hazardView);
