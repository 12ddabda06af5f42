import * as z from 'zod/mini';
import { areaCode, clean, id, key, page, pageQuery, place, text, writeEnvelope } from '../fields';

export const unitKinds = [
  'party',
  'government',
  'office',
  'station',
  'resident',
  'discipline',
  'committee',
  'village',
  'enterprise',
  'county',
] as const;
/** 县级及以上监管 units (coal mines) are watched from above: no township station answers for them. */
export const supervisions = ['township', 'county'] as const;
export const riskGrades = ['red', 'orange', 'yellow', 'blue'] as const;

/** 单位: 党委, 政府, 站所, 驻乡单位, 村, 生产经营单位 … */
export const unitView = z.object({
  id,
  name: z.string(),
  kind: z.enum(unitKinds),
  areaCode,
  /** Key of `GET /api/trades`; null where none applies. */
  trade: z.nullable(key),
  riskGrade: z.nullable(z.enum(riskGrades)),
  supervision: z.enum(supervisions),
  legalRepresentative: z.nullable(z.string()),
  actualController: z.nullable(z.string()),
  /** 主要负责人 as registered; who holds the post now is answered by 谁负责. */
  principal: z.nullable(z.string()),
  /** 主管部门 of a 驻乡单位. */
  department: z.nullable(z.string()),
  address: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  /** Where it is, once somebody has set it. */
  place: z.nullable(place),
});
export type UnitView = z.infer<typeof unitView>;

/** GET /api/units?area=CODE[&kind=…][&q=…]: units in an area and below it. */
export const unitQuery = z.strictObject({
  area: z.optional(areaCode),
  kind: z.optional(z.enum(unitKinds)),
  trade: z.optional(key),
  q: z.optional(z.string().check(z.maxLength(50), clean)),
  ...pageQuery,
});
export type UnitQuery = z.infer<typeof unitQuery>;
export const unitPage = page(unitView);

/** POST /api/units: enter a unit in the register (administrator). */
export const createUnit = z.strictObject({
  id: z.optional(id),
  ...writeEnvelope,
  name: text(100),
  kind: z.enum(unitKinds, '请选择单位类别'),
  areaCode,
  trade: z.optional(z.nullable(key)),
  riskGrade: z.optional(z.nullable(z.enum(riskGrades))),
  /** Absent: by the trade; a coal mine is the county's. */
  supervision: z.optional(z.enum(supervisions)),
  legalRepresentative: z.optional(z.nullable(text(50))),
  actualController: z.optional(z.nullable(text(50))),
  principal: z.optional(z.nullable(text(50))),
  department: z.optional(z.nullable(text(100))),
  address: z.optional(z.nullable(text(200))),
  phone: z.optional(z.nullable(z.string().check(z.regex(/^[0-9+() -]{3,30}$/, '电话号码格式不对')))),
});
export type CreateUnit = z.infer<typeof createUnit>;

/** 行业: a row of trades.json. `township`: whether the township supervises it; otherwise the county department answers. */
export const tradeView = z.object({
  key,
  name: z.string(),
  department: z.string(),
  township: z.boolean(),
  coalMine: z.boolean(),
});
export type TradeView = z.infer<typeof tradeView>;
/** GET /api/trades */
export const tradePage = page(tradeView);
