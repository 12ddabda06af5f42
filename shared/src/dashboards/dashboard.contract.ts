import * as z from 'zod/mini';
import { areaCode, date, id, instant } from '../fields';

/** GET /api/dashboards/:areaCode: every number is a list that `GET /api/hazards` answers with the same filter. */
export const dashboardHolder = z.object({
  postId: id,
  post: z.string(),
  personId: z.nullable(id),
  name: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  vacant: z.boolean(),
  open: z.int(),
  overdue: z.int(),
  /** Since when the oldest lies with them. */
  since: instant,
});
export const dashboardRow = z.object({
  areaCode,
  areaName: z.string(),
  open: z.int(),
  overdue: z.int(),
  suspectedMajor: z.int(),
  recordsThisMonth: z.int(),
  holders: z.array(dashboardHolder),
});
export type DashboardRow = z.infer<typeof dashboardRow>;
export const dashboardView = z.object({
  asOf: instant,
  area: z.object({ code: areaCode, name: z.string() }),
  month: z.string(),
  totals: z.object({
    open: z.int(),
    overdue: z.int(),
    suspectedMajor: z.int(),
    withoutRecord: z.int(),
    closedThisMonth: z.int(),
  }),
  rows: z.array(dashboardRow),
  /** The last twelve weeks, oldest first; `weekStart` is a Monday. */
  trend: z.array(z.object({ weekStart: date, reported: z.int(), closed: z.int() })),
});
export type DashboardView = z.infer<typeof dashboardView>;
