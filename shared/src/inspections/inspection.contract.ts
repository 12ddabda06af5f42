import * as z from 'zod/mini';
import { areaCode, date, id, instant, key, page, pageQuery, photoIds, place, text, writeEnvelope } from '../fields';
import { actorView, hazardPaths } from '../hazards/hazard.contract';
import { townshipLevels } from '../hazards/hazard.facts';
import { hazardStates } from '../hazards/hazard.vocabulary';

/** 检查结果 of one item. */
export const itemResults = ['pass', 'fail', 'not-applicable'] as const;
export type ItemResult = (typeof itemResults)[number];
export const itemResultNames: Record<ItemResult, string> = {
  pass: '合格',
  fail: '不合格',
  'not-applicable': '不涉及',
};

const MOST_ITEMS = 60;
const MOST_COMPANIONS = 8;

/**
 * How a failed item goes on as a hazard. Without a `path` it is handed over on the spot (B) where the unit has somebody to hand it to,
 * else referred (C); 疑似重大 is always referred.
 */
const finding = z
  .strictObject({
    id: z.optional(id),
    path: z.optional(z.enum(hazardPaths)),
    level: z.optional(z.enum(townshipLevels)),
    standardClause: z.optional(text(200)),
    deadline: z.optional(date),
    /** Path A: what was done at once. */
    remedy: z.optional(text(500)),
    afterPhotoIds: z.optional(photoIds),
  })
  .check(
    z.refine((it) => it.level !== 'suspected-major' || it.standardClause !== undefined, {
      path: ['standardClause'],
      error: '疑似重大要写明判定标准的条款',
    }),
  );

/**
 * One item as it was found. A key that the list does not have is something added on the spot, which then needs its words; so do the items
 * of a version that the server no longer knows.
 */
const inspectedItem = z.strictObject({
  key,
  result: z.enum(itemResults, '请选择合格、不合格或不涉及'),
  text: z.optional(text(120)),
  note: z.optional(text(300)),
  photoIds: z.optional(photoIds),
  /** Of a failed item alone. */
  hazard: z.optional(finding),
});
export type InspectedItem = z.infer<typeof inspectedItem>;

/** 拒绝签字: why, and who saw it. */
const refusal = z.strictObject({ reason: text(100), witness: text(50) });

/**
 * POST /api/inspections: a whole visit in one write, however long ago it was made without signal. Either a signature (a picture of the
 * strokes, sent as a photo) or the refusal to sign. Every failed item becomes a hazard in the same transaction.
 */
export const recordInspection = z
  .strictObject({
    id: z.optional(id),
    ...writeEnvelope,
    unitId: id,
    campaignId: z.optional(id),
    checklistKey: key,
    checklistVersion: z.int('版本号不对').check(z.gte(1), z.lte(100_000)),
    items: z.array(inspectedItem).check(
      z.minLength(1, '至少检查一项'),
      z.maxLength(MOST_ITEMS, `最多 ${MOST_ITEMS} 项`),
      z.refine((all) => new Set(all.map((item) => item.key)).size === all.length, '同一项写了两次'),
    ),
    /** 陪同检查人员: officials of the township beside whoever writes it. */
    companionIds: z.optional(z.array(id).check(z.maxLength(MOST_COMPANIONS, `最多 ${MOST_COMPANIONS} 人`))),
    /** 被检查单位现场负责人. */
    inspectedName: z.optional(text(50)),
    inspectedTitle: z.optional(text(50)),
    signaturePhotoId: z.optional(id),
    refusal: z.optional(refusal),
    remark: z.optional(text(1000)),
    spot: z.optional(text(200)),
    place: z.optional(place),
  })
  .check(
    z.refine((it) => (it.signaturePhotoId === undefined) !== (it.refusal === undefined), {
      path: ['signaturePhotoId'],
      error: '请被检查方签字；不肯签的，写明原因和见证人',
    }),
    z.refine((it) => it.signaturePhotoId === undefined || it.inspectedName !== undefined, {
      path: ['inspectedName'],
      error: '请写明签字的人是谁',
    }),
    z.refine((it) => it.items.every((item) => item.result === 'fail' || item.hazard === undefined), {
      path: ['items'],
      error: '只有不合格的项才能成为隐患',
    }),
  );
export type RecordInspection = z.infer<typeof recordInspection>;

/** How many items were looked at, and what came of it. */
export const itemCounts = z.object({ total: z.int(), passed: z.int(), failed: z.int(), notApplicable: z.int() });
export type ItemCounts = z.infer<typeof itemCounts>;

/** The hazards of a visit (or of a campaign) as they stand now. */
export const findingCounts = z.object({ found: z.int(), putRight: z.int(), overdue: z.int() });
export type FindingCounts = z.infer<typeof findingCounts>;

export const inspectionView = z.object({
  id,
  /** Display number, such as 140621200-检-2026-0012. */
  number: z.string(),
  areaCode,
  areaName: z.string(),
  unitId: id,
  unitName: z.string(),
  trade: z.nullable(key),
  campaign: z.nullable(z.object({ id, title: z.string() })),
  checklist: z.object({ key, version: z.int(), title: z.string() }),
  counts: itemCounts,
  findings: findingCounts,
  inspector: actorView,
  companions: z.array(actorView),
  inspectedName: z.nullable(z.string()),
  inspectedTitle: z.nullable(z.string()),
  refusal: z.nullable(z.object({ reason: z.string(), witness: z.string() })),
  occurredAt: instant,
  receivedAt: instant,
  /** The phone's own time could not be believed, so that the arrival counts. */
  doubted: z.boolean(),
});
export type InspectionView = z.infer<typeof inspectionView>;

const photoLink = z.object({ id, url: z.string(), thumbnailUrl: z.string() });

export const inspectedItemView = z.object({
  key,
  text: z.string(),
  basis: z.nullable(z.string()),
  verified: z.boolean(),
  result: z.enum(itemResults),
  note: z.nullable(z.string()),
  photos: z.array(photoLink),
  hazard: z.nullable(
    z.object({
      id,
      number: z.string(),
      description: z.nullable(z.string()),
      state: z.enum(hazardStates),
      path: z.enum(hazardPaths),
      overdueDays: z.int(),
    }),
  ),
});
export type InspectedItemView = z.infer<typeof inspectedItemView>;

/** GET /api/inspections/:id */
export const inspectionDetail = z.extend(inspectionView, {
  items: z.array(inspectedItemView),
  signature: z.nullable(photoLink),
  remark: z.nullable(z.string()),
  spot: z.nullable(z.string()),
  place: z.nullable(place),
});
export type InspectionDetail = z.infer<typeof inspectionDetail>;

/** GET /api/inspections: newest first; one's own always, others' as far as one's posts see. */
export const inspectionQuery = z.strictObject({
  area: z.optional(areaCode),
  unit: z.optional(id),
  campaign: z.optional(id),
  mine: z.optional(z.stringbool()),
  from: z.optional(date),
  until: z.optional(date),
  ...pageQuery,
});
export type InspectionQuery = z.infer<typeof inspectionQuery>;
export const inspectionPage = page(inspectionView);

/** A quarter, such as 2026-Q4. */
export const quarter = z.string('请选择季度').check(z.regex(/^20\d\d-Q[1-4]$/, '季度应写作 2026-Q4'));

/** 检查覆盖: GET /api/inspections/coverage. Without a quarter the present one. */
export const coverageQuery = z.strictObject({
  quarter: z.optional(quarter),
  area: z.optional(areaCode),
  ...pageQuery,
});
export type CoverageQuery = z.infer<typeof coverageQuery>;

export const coverageItem = z.object({
  unitId: id,
  unitName: z.string(),
  areaCode,
  areaName: z.string(),
  trade: z.nullable(key),
  tradeName: z.nullable(z.string()),
  /** 县级及以上监管: listed, and never counted as not visited. */
  supervision: z.enum(['township', 'county']),
  /** 主要负责人 as registered: proposed as the one who signs. */
  principal: z.nullable(z.string()),
  visits: z.int(),
  /** The last visit before the quarter's end, whenever it was. */
  last: z.nullable(z.object({ id, number: z.string(), occurredAt: instant, inspector: actorView, findings: z.int() })),
});
export type CoverageItem = z.infer<typeof coverageItem>;

/** Not visited in the quarter first, longest ago (or never) at the top. The totals leave out what the county supervises. */
export const coveragePage = z.object({
  quarter,
  quarterName: z.string(),
  from: date,
  until: date,
  total: z.int(),
  visited: z.int(),
  items: z.array(coverageItem),
  nextCursor: z.nullable(z.string()),
});
export type CoveragePage = z.infer<typeof coveragePage>;
