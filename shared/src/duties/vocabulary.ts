/**
 * The closed lists of the duty catalogue with the Chinese word of each. They hold no zod schema, so the pages
 * may import them without carrying the catalogue's contracts to the phone.
 */

/** Where a post of a kind stands. */
export const postLevels = ['county', 'township', 'station', 'resident-unit', 'village', 'enterprise'] as const;
export type PostLevel = (typeof postLevels)[number];

/** Where the duty stands in the township's 履职事项清单. */
export const dutyCategories = ['basic', 'supporting', 'withdrawn', 'unlisted'] as const;
export type DutyCategory = (typeof dutyCategories)[number];

export const categoryNames: Record<DutyCategory, string> = {
  basic: '基本履职',
  supporting: '配合履职',
  withdrawn: '上级收回',
  unlisted: '未列明',
};

/**
 * Whether a duty can be fulfilled at all: an `act` falls due; a standing responsibility is shown and never
 * overdue; a prohibition is only ever broken; an indicator is a limit that is measured.
 */
export const dutyNatures = ['act', 'standing', 'prohibition', 'indicator'] as const;
export type DutyNature = (typeof dutyNatures)[number];

export const natureNames: Record<DutyNature, string> = {
  act: '履职事项',
  standing: '常态责任',
  prohibition: '禁止事项',
  indicator: '控制指标',
};

/** Features whose acts can count as evidence, besides a duty record written by hand. */
export const actSources = [
  'duty-record',
  'hazard',
  'inspection',
  'campaign',
  'letter',
  'meeting',
  'duty-report',
  'roster',
  'instruction',
  'accident',
  'supervision-opinion',
  'consequence',
  'assessment',
] as const;
export type ActSource = (typeof actSources)[number];

/** Calendar units that a cadence counts in; 旬 is 1–10, 11–20, 21–end. */
export const cadenceUnits = ['day', 'week', 'ten-days', 'half-month', 'month', 'quarter', 'half-year', 'year'] as const;
