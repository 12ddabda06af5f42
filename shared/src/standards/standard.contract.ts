import * as z from 'zod/mini';
import { areaCode, clean, id, instant, key, page, pageQuery, text, writeEnvelope } from '../fields';
import { townshipLevels } from '../hazards/hazard.facts';

/** 判定标准 says when something counts as 重大; 常见隐患 is what people meet every week, in words that can be sent as they are. */
export const standardKinds = ['common', 'judging'] as const;
export type StandardKind = (typeof standardKinds)[number];
export const standardKindNames: Record<StandardKind, string> = { common: '常见隐患', judging: '判定标准' };

const LONGEST_BASIS = 100;
const LONGEST_CLAUSE = 80;

/**
 * An entry of the library. `areaCode` null: it came with the system; else the township or county that wrote it. `verified`: somebody
 * compared wording and clause with the text of `basis`; whatever is not is shown as 未核实.
 */
export const standardView = z.object({
  id,
  areaCode: z.nullable(areaCode),
  kind: z.enum(standardKinds),
  /** Key of `GET /api/trades`; null where it holds in every trade. */
  trade: z.nullable(key),
  wording: z.string(),
  level: z.enum(townshipLevels),
  /** The document; null where the entry is nothing but experience. */
  basis: z.nullable(z.string()),
  clause: z.nullable(z.string()),
  verified: z.boolean(),
  /** 整改建议. */
  advice: z.nullable(z.string()),
  /** False once it is retired: found no more where hazards are reported. */
  active: z.boolean(),
  /** The entry of the system or of the county in whose place this one stands in its area. */
  replacesId: z.nullable(id),
  updatedAt: instant,
});
export type StandardView = z.infer<typeof standardView>;

/**
 * GET /api/standards: what holds in an area (absent: the township of one's first post): the system's entries, the county's, the
 * township's own, without those that one of them replaces. `trade`: of this trade and of all trades. `q`: every one of these words.
 */
export const standardQuery = z.strictObject({
  area: z.optional(areaCode),
  q: z.optional(z.string().check(z.maxLength(50), clean)),
  trade: z.optional(key),
  level: z.optional(z.enum(townshipLevels)),
  kind: z.optional(z.enum(standardKinds)),
  verified: z.optional(z.stringbool()),
  /** The retired ones in place of those in use. */
  retired: z.optional(z.stringbool()),
  ...pageQuery,
});
export type StandardQuery = z.infer<typeof standardQuery>;
export const standardPage = page(standardView);

const content = {
  kind: z.enum(standardKinds, '请选择类别'),
  trade: z.optional(z.nullable(key)),
  wording: text(500),
  level: z.enum(townshipLevels, '请选择级别'),
  basis: z.optional(z.nullable(text(LONGEST_BASIS))),
  clause: z.optional(z.nullable(text(LONGEST_CLAUSE))),
  verified: z.optional(z.boolean('请说明核对过原文没有')),
  advice: z.optional(z.nullable(text(500))),
  /** Absent: in use. */
  active: z.optional(z.boolean('请说明是否停用')),
};

interface Claim {
  basis?: string | null | undefined;
  level: string;
  verified?: boolean | undefined;
}

const needsBasis = z.refine<Claim>(
  ({ basis, level, verified }) => Boolean(basis) || !(verified || level !== 'general'),
  {
    path: ['basis'],
    error: '疑似重大的、核对过原文的，都要写明依据的文件',
  },
);

/**
 * POST /api/standards: 安监站 for its township, the county for all of its townships. With `replacesId` the new entry stands in place
 * of one of the system's (or, in a township, of the county's); with `active: false` that one is then out of use here.
 */
export const createStandard = z
  .strictObject({ id: z.optional(id), ...writeEnvelope, replacesId: z.optional(id), ...content })
  .check(needsBasis);
export type CreateStandard = z.infer<typeof createStandard>;

/** POST /api/standards/:id/change: the whole entry anew; `active: false` retires it. Only entries of one's own area. */
export const changeStandard = z.strictObject({ ...writeEnvelope, ...content }).check(needsBasis);
export type ChangeStandard = z.infer<typeof changeStandard>;
