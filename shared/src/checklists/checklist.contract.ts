import * as z from 'zod/mini';
import { id, instant, key, page, pageQuery, text, writeEnvelope } from '../fields';
import { actorView } from '../hazards/hazard.contract';
import { townshipLevels } from '../hazards/hazard.facts';

/** Keeps a list short enough for one visit, and its words within what an act of the ledger and a page of paper hold. */
const MOST_ITEMS = 40;

/**
 * 检查项: one thing to look at. `basis` is the rule that it rests on and `verified` whether its text was compared with the source;
 * where it was not, pages and papers say so. `suggests`: what a fail probably is, proposed and never decided.
 */
export const checklistItem = z.strictObject({
  key,
  /** What is right when it passes, such as 配电箱门完好，箱前一米内没有杂物. */
  text: text(120),
  basis: z.nullable(text(120)),
  verified: z.boolean(),
  suggests: z.strictObject({
    level: z.enum(townshipLevels),
    /** The hazard in words, where the inspector adds none. */
    wording: text(120),
  }),
});
export type ChecklistItem = z.infer<typeof checklistItem>;

const items = z.array(checklistItem).check(
  z.minLength(1, '至少要有一项'),
  z.maxLength(MOST_ITEMS, `最多 ${MOST_ITEMS} 项`),
  z.refine((all) => new Set(all.map((item) => item.key)).size === all.length, '检查项的代号不能重复'),
);

/** A list as a file of server/data/checklists holds it. `trade` null: for every unit. */
export const checklistFile = z.strictObject({
  $comment: z.optional(z.string()),
  key,
  trade: z.nullable(key),
  title: text(50),
  version: z.int().check(z.gte(1)),
  items,
});
export type ChecklistFile = z.infer<typeof checklistFile>;

/** 检查表: the product's own, or the township's edited version of it, which takes its place. */
export const checklistView = z.object({
  key,
  trade: z.nullable(key),
  tradeName: z.nullable(z.string()),
  title: z.string(),
  version: z.int(),
  origin: z.enum(['product', 'township']),
  items: z.array(checklistItem),
  /** Who edited it; null for the product's. */
  editor: z.nullable(actorView),
  editedAt: z.nullable(instant),
});
export type ChecklistView = z.infer<typeof checklistView>;

/** GET /api/checklists[?trade=KEY]: the newest version of each list of one's township; `trade`: those for it and those for every unit. */
export const checklistQuery = z.strictObject({ trade: z.optional(key), ...pageQuery });
export type ChecklistQuery = z.infer<typeof checklistQuery>;
export const checklistPage = page(checklistView);

/**
 * POST /api/checklists: the township's own version of a list (`key` of an existing one) or a list of its own. `basedOn` is the version
 * that was edited (0 for a new list): if somebody was quicker, nothing is written over.
 */
export const editChecklist = z.strictObject({
  id: z.optional(id),
  ...writeEnvelope,
  key,
  trade: z.optional(z.nullable(key)),
  title: text(50),
  basedOn: z.int('版本号不对').check(z.gte(0), z.lte(100_000)),
  items,
});
export type EditChecklist = z.infer<typeof editChecklist>;
