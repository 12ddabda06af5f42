import * as z from 'zod/mini';
import { date, id, instant } from '../fields';
import { rungTargets } from '../rules/rules.contract';

/** By when whoever holds a matter must act: the unit's deadline, or the date of the township's step; null where no rule sets one. */
export const holderDates = { dueOn: z.nullable(date), overdueDays: z.int() };

/** 逐级提示: who was told of a lateness, once; in a hazard's detail the latest first. */
export const escalationView = z.object({
  id,
  target: z.enum(rungTargets),
  /** Post and name of whoever was told: the superior of a vacant post. */
  to: z.object({ post: z.nullable(z.string()), name: z.nullable(z.string()) }),
  /** The post that had the matter, and its last day in time. */
  holderPost: z.nullable(z.string()),
  dueOn: date,
  toldAt: instant,
});
export type EscalationView = z.infer<typeof escalationView>;
