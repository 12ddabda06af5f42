import * as z from 'zod/mini';
import { areaCode, date, id, instant, key, page, pageQuery, photoIds, text, writeEnvelope } from '../fields';
import { townshipLevels } from '../hazards/hazard.facts';
import { selfCheckStates } from './self-check.lifecycle';

/** How an entry came into the list: written here, or taken over from the province's system. */
export const selfCheckSources = ['typed', 'imported'] as const;

const rectifier = text(50);

/**
 * POST /api/self-checks: one line or one photo is enough. With `remedy` (or photos of it) it was put right at once and is closed. 疑似重大
 * needs the clause, comes up at once as a hazard on path C, and cannot be closed here.
 */
export const logSelfCheck = z
  .strictObject({
    id: z.optional(id),
    ...writeEnvelope,
    /** The enterprise; absent: that of the post acted in. */
    unitId: z.optional(id),
    text: z.optional(text(2000)),
    spot: z.optional(text(200)),
    level: z.optional(z.enum(townshipLevels)),
    standardClause: z.optional(text(200)),
    photoIds: z.optional(photoIds),
    /** The day on which it was found; absent: the day of the act. */
    foundOn: z.optional(date),
    remedy: z.optional(text(2000)),
    rectifier: z.optional(rectifier),
    afterPhotoIds: z.optional(photoIds),
  })
  .check(
    z.refine((it) => it.text !== undefined || (it.photoIds?.length ?? 0) > 0, {
      path: ['text'],
      error: '写一句话，或者拍一张照片，有一样就行',
    }),
    z.refine((it) => it.level !== 'suspected-major' || it.standardClause !== undefined, {
      path: ['standardClause'],
      error: '疑似重大要写明判定标准的条款',
    }),
    z.refine((it) => it.level !== 'suspected-major' || !wasPutRight(it), {
      path: ['remedy'],
      error: '疑似重大的先上报，不能自己销；先采取的措施写在发现了什么里',
    }),
  );
export type LogSelfCheck = z.infer<typeof logSelfCheck>;

/** Whether an entry tells of its own remedy. */
export function wasPutRight(it: { remedy?: string | undefined; afterPhotoIds?: string[] | undefined }): boolean {
  return it.remedy !== undefined || (it.afterPhotoIds?.length ?? 0) > 0;
}

/** POST /api/self-checks/:id/<step> */
export const selfCheckStepInputs = {
  /** Put right: a few words or a photo. */
  fix: z
    .strictObject({
      ...writeEnvelope,
      remedy: z.optional(text(2000)),
      rectifier: z.optional(rectifier),
      /** The day on which it was put right; absent: the day of the act. */
      fixedOn: z.optional(date),
      afterPhotoIds: z.optional(photoIds),
    })
    .check(
      z.refine((it) => wasPutRight(it), {
        path: ['remedy'],
        error: '写一句怎么改的，或者拍一张改好的照片，有一样就行',
      }),
    ),
  reopen: z.strictObject({ ...writeEnvelope, text: text(2000) }),
  /** It may be 重大 after all: comes up to the township, with the clause and words that stand by themselves. */
  refer: z.strictObject({ ...writeEnvelope, text: text(2000), standardClause: text(200) }),
} as const;
export type FixSelfCheck = z.infer<typeof selfCheckStepInputs.fix>;
export type ReopenSelfCheck = z.infer<typeof selfCheckStepInputs.reopen>;
export type ReferSelfCheck = z.infer<typeof selfCheckStepInputs.refer>;

const photoLink = z.object({ id, url: z.string(), thumbnailUrl: z.string() });

export const selfCheckView = z.object({
  id,
  unitId: id,
  unitName: z.string(),
  areaCode,
  state: z.enum(selfCheckStates),
  level: z.enum(townshipLevels),
  standardClause: z.nullable(z.string()),
  text: z.nullable(z.string()),
  spot: z.nullable(z.string()),
  photos: z.array(photoLink),
  foundOn: date,
  /** When and how it was put right, and by whom in the enterprise; null while it is open. */
  fixedOn: z.nullable(date),
  remedy: z.nullable(z.string()),
  rectifier: z.nullable(z.string()),
  afterPhotos: z.array(photoLink),
  source: z.enum(selfCheckSources),
  /** Its number in the province's system, where it came from there. */
  externalNumber: z.nullable(z.string()),
  /** The hazard that it came up as. */
  hazardId: z.nullable(id),
  /** Who entered it. */
  enteredBy: z.nullable(z.string()),
  receivedAt: instant,
});
export type SelfCheckView = z.infer<typeof selfCheckView>;

/** GET /api/self-checks: an enterprise's own list, newest first; for posts of the enterprise alone. */
export const selfCheckQuery = z.strictObject({
  unit: z.optional(id),
  state: z.optional(z.enum(selfCheckStates)),
  ...pageQuery,
});
export type SelfCheckQuery = z.infer<typeof selfCheckQuery>;
export const selfCheckPage = page(selfCheckView);

/** `YYYY-MM` */
const month = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份应为 2026-11'));

/** Open for longer than so many days counts as long, unless another number is asked for. */
export const LONG_OPEN_DAYS = 30;

/** GET /api/self-checks/counts: of each enterprise in one's scope, also of those that never wrote anything; no entry is shown. */
export const selfCheckCountsQuery = z.strictObject({
  area: z.optional(areaCode),
  month: z.optional(month),
  days: z.optional(
    z.coerce.number('天数应为 1 到 365').check(z.int('天数应为整数'), z.gte(1, '至少 1 天'), z.lte(365, '最多 365 天')),
  ),
  ...pageQuery,
});
export type SelfCheckCountsQuery = z.infer<typeof selfCheckCountsQuery>;

export const selfCheckCounts = z.object({
  unitId: id,
  unitName: z.string(),
  areaCode,
  areaName: z.string(),
  trade: z.nullable(key),
  /** Found in the month; put right in the month. */
  found: z.int(),
  fixed: z.int(),
  /** Open now; of these found more than `days` ago. */
  open: z.int(),
  openLong: z.int(),
  /** Came up as suspected 重大, ever: those are hazards of the township. */
  referred: z.int(),
  /** The day of the newest entry; null where there is none yet. */
  lastEntryOn: z.nullable(date),
});
export type SelfCheckCounts = z.infer<typeof selfCheckCounts>;
export const selfCheckCountsPage = z.extend(page(selfCheckCounts), { month, days: z.int() });
export type SelfCheckCountsPage = z.infer<typeof selfCheckCountsPage>;

/** GET /api/self-checks/ledger.xlsx and /ledger.pdf: an enterprise's own 自查台账, by the day on which it was found, both days included. */
export const selfCheckSpan = z.strictObject({ unit: z.optional(id), from: date, until: date });
export type SelfCheckSpan = z.infer<typeof selfCheckSpan>;

/** POST /api/self-checks/imports/check and /imports: the file itself, as `application/octet-stream`. */
export const IMPORT_MOST_BYTES = 5 * 1024 * 1024;
export const IMPORT_MOST_ROWS = 20_000;
/** Errors told at once; all of them are counted. */
export const IMPORT_MOST_ERRORS = 100;

export const selfCheckImportQuery = z.strictObject({ unit: z.optional(id), actingPostId: z.optional(id) });
export type SelfCheckImportQuery = z.infer<typeof selfCheckImportQuery>;

const importSummary = {
  /** Rows that hold anything. */
  rows: z.int(),
  /** Rows that are entered: not there before. */
  fresh: z.int(),
  /** Rows that are in the list already, by their number or, without one, by day, words and place. */
  skipped: z.int(),
  /** Of the fresh ones, open and suspected 重大: each comes up to the township. */
  referred: z.int(),
};

/** What an import would do: nothing has been entered. */
export const selfCheckImportCheck = z.object({
  ...importSummary,
  /** Which column was taken for what; titles that were not understood. */
  columns: z.array(z.object({ name: z.string(), header: z.string() })),
  ignored: z.array(z.string()),
  /** The first rows as they would be entered. */
  sample: z.array(
    z.object({
      row: z.int(),
      externalNumber: z.nullable(z.string()),
      text: z.string(),
      foundOn: date,
      fixedOn: z.nullable(date),
    }),
  ),
  errorCount: z.int(),
  /** Row 17, column F; with any of them nothing is imported. */
  errors: z.array(z.object({ row: z.int(), column: z.string(), header: z.string(), message: z.string() })),
});
export type SelfCheckImportCheck = z.infer<typeof selfCheckImportCheck>;

export const selfCheckImported = z.object(importSummary);
export type SelfCheckImported = z.infer<typeof selfCheckImported>;
