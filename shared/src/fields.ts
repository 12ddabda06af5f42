import * as z from 'zod/mini';

/**
 * The building blocks of every contract: identifiers, dates, texts, pages, and the envelope of a write.
 * Wording is Chinese because it is shown beside the field as it is.
 */

/** Characters that no honest text holds: C0/C1 controls (but not newline and tab) and bidirectional overrides. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: this is the list of what is refused
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** Half of a surrogate pair on its own: no character, and not the same text after any database has kept it. */
const LONE_SURROGATE = /[\ud800-\udfff]/u;
/** What has no shape on its own: white space, zero-width characters, byte order marks. */
const SHAPELESS = /[\s\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/g;

/** Whether a text holds only characters that can be kept and shown as they are. */
export function isClean(value: string): boolean {
  return !FORBIDDEN.test(value) && !LONE_SURROGATE.test(value);
}

/** A check for short texts that have no contract of their own kind: logins, device names, search words. */
export const clean = z.refine<string>(isClean, '含有不能保存的字符，请删去');

/** A UUID, made by whoever creates the thing; version 7 where we make it. */
export const id = z
  .string('请提供编号')
  .check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, '编号格式不对'));

/** A statistical area code: 2 (province), 4, 6, 9 (township) or 12 digits (village); a parent's code is a prefix. */
export const areaCode = z
  .string('请选择辖区')
  .check(z.regex(/^\d{2}(\d{2}(\d{2}(\d{3}(\d{3})?)?)?)?$/, '辖区代码格式不对'));

/** A calendar date in Asia/Shanghai, `YYYY-MM-DD`. */
export const date = z.iso.date({
  error: ({ input }) => (input === undefined || input === '' ? '请选择日期' : '日期应为 年-月-日，例如 2026-11-23'),
});

/** An instant in UTC, ISO 8601 with `Z`. */
export const instant = z.iso.datetime('时间格式不对');

/** A stable English key such as a trade's or a post kind's. */
export const key = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/, '代号格式不对'));

/** Free text of 1 to `max` characters, counted as people count them (𠮷 is one); control characters are refused. */
export function text(max: number) {
  return z.string('请填写').check(
    z.refine((value) => value.replace(SHAPELESS, '').length > 0, '请填写'),
    z.refine((value) => [...value].length <= max, `最多 ${max} 个字`),
    z.refine(isClean, '含有不能保存的控制字符，请删去后再提交'),
  );
}

/** One to `most` of something; `missing` is said where there is none. */
export function some<T extends z.ZodMiniType>(item: T, most: number, missing: string) {
  return z.array(item, missing).check(z.minLength(1, missing), z.maxLength(most));
}

/** Where something happened. The coordinate system is kept with the fix: phones in China answer gcj02, browsers wgs84. */
export const place = z.strictObject({
  latitude: z.number('位置格式不对').check(z.gte(-90), z.lte(90)),
  longitude: z.number('位置格式不对').check(z.gte(-180), z.lte(180)),
  /** Radius of 68 % confidence in metres, if known. */
  accuracy: z.optional(z.number().check(z.gte(0), z.lte(100_000))),
  system: z.enum(['gcj02', 'wgs84']),
});
export type Place = z.infer<typeof place>;

/** At most nine photos, by the ids the phone gave them. */
export const photoIds = z.array(id).check(z.maxLength(9, '最多 9 张照片'));

/**
 * What every write says about itself. `actingPostId`: the post in which it is done (absent: the longest held of one's posts
 * that could). `occurredAt`: when it was done by the phone's clock; absent = on arrival. `clockOffset`: milliseconds to
 * add to the phone's clock to get the server's, from the last answer.
 */
export const writeEnvelope = {
  actingPostId: z.optional(id),
  occurredAt: z.optional(instant),
  clockOffset: z.optional(z.int('时钟偏差应为毫秒整数').check(z.gte(-4e12), z.lte(4e12))),
};

/**
 * Characters of a page mark. The longest that is given holds a unit's area, kind, name (100 characters of four bytes) and id: some
 * 500 bytes, 670 characters in base64url.
 */
const LONGEST_CURSOR = 1000;

/** Query of every list. `cursor` is opaque, from the previous answer's `nextCursor`. */
export const pageQuery = {
  limit: z.optional(
    z.coerce
      .number('每页条数应为 1 到 100')
      .check(z.int('每页条数应为整数'), z.gte(1, '每页至少 1 条'), z.lte(100, '每页最多 100 条')),
  ),
  cursor: z.optional(z.string().check(z.maxLength(LONGEST_CURSOR, '翻页标记不对'))),
};

/** Answer of every list. */
export function page<T extends z.core.$ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.nullable(z.string()) });
}
export type Page<T> = { items: T[]; nextCursor: string | null };
