/**
 * The numbers of the closed loop as data: each with its unit, its source, and whether that source was read. The defaults lie in
 * server/data/rules.json; an installation puts what its county or township has laid down into DATA_DIR/rules.json. A change counts for
 * what is made afterwards: dates that were stored stay as they are.
 */
import * as z from 'zod/mini';
import { date, key, text } from '../fields';

export const ruleUnits = ['calendar-days', 'working-days', 'hours', 'percent'] as const;
export type RuleUnit = (typeof ruleUnits)[number];
export const ruleUnitNames: Record<RuleUnit, string> = {
  'calendar-days': '天',
  'working-days': '个工作日',
  hours: '小时',
  percent: '%',
};

const DAYS = ['calendar-days', 'working-days'] as const satisfies readonly RuleUnit[];

/** What each number is about, and the units that make sense for it. */
export const ruleKinds = {
  'rectify-general': { name: '一般隐患整改期限（没有另定的）', units: DAYS },
  'rectify-suspected-major': { name: '疑似重大隐患整改期限（没有另定的）', units: DAYS },
  'rectify-major': { name: '重大隐患整改期限（县级没有另定的）', units: DAYS },
  assess: { name: '安监站初判', units: DAYS },
  approve: { name: '分管负责人签批', units: DAYS },
  recheck: { name: '提交整改后复查', units: DAYS },
  close: { name: '复查合格后销号', units: DAYS },
  'decide-extension': { name: '答复延期申请', units: DAYS },
  reassign: { name: '重新启动后交办', units: DAYS },
  coordinate: { name: '答复请求协调', units: DAYS },
  'report-to-county': { name: '疑似重大隐患上报县级', units: ['hours'] },
  reopen: { name: '销号后可以重新启动', units: ['calendar-days'] },
  'spot-check-share': { name: '即查即改抽查比例', units: ['percent'] },
} as const satisfies Record<string, { name: string; units: readonly RuleUnit[] }>;
export type RuleKey = keyof typeof ruleKinds;
export const ruleKeys = Object.keys(ruleKinds) as RuleKey[];

/** Where a number comes from, and whether somebody has read it there. */
const sourced = { source: text(300), verified: z.boolean('是否核对过来源，写 true 或 false') };
const amount = z.int('应为整数').check(z.gte(0, '不能小于 0'), z.lte(3650, '不能大于 3650'));
const unit = z.enum(ruleUnits, `单位应为 ${ruleUnits.join('、')}`);

export const rule = z.strictObject({ value: amount, unit, ...sourced });
export type Rule = z.infer<typeof rule>;

/** Whom a rung tells: the holder; posts above; 乡纪委 by a 监督提示; 安监站, that the matter may go to the county. */
export const rungTargets = ['holder', 'village-leader', 'deputy', 'leader', 'discipline', 'safety-station'] as const;
export type RungTarget = (typeof rungTargets)[number];
export const rungTargetNames: Record<RungTarget, string> = {
  holder: '责任人',
  'village-leader': '包村领导',
  deputy: '分管负责人',
  leader: '主要负责人',
  discipline: '乡纪委（监督提示）',
  'safety-station': '安监站（上报县级、移送执法建议）',
};

/** Whose lateness a rung is about; `county-report`: a suspected 重大 hazard that was not reported to the county in time. */
export const rungCases = ['any', 'supervising', 'enterprise', 'county-report'] as const;
export type RungCase = (typeof rungCases)[number];
export const rungCaseNames: Record<RungCase, string> = {
  any: '任何人手里逾期',
  supervising: '乡里的岗位逾期',
  enterprise: '企业逾期',
  'county-report': '疑似重大没有按时上报县级',
};

/** 逐级提示: one rung. `after`: days late, 1 being the first day after the date; for `county-report` hours after the hour. */
export const rung = z.strictObject({
  key,
  case: z.enum(rungCases, `case 应为 ${rungCases.join('、')}`),
  to: z.enum(rungTargets, `to 应为 ${rungTargets.join('、')}`),
  after: amount,
  unit,
  ...sourced,
});
export type Rung = z.infer<typeof rung>;

/** GET /api/rules */
export const rulesView = z.object({
  rules: z.array(
    z.object({
      key: z.enum(ruleKeys),
      name: z.string(),
      value: z.int(),
      unit,
      source: z.string(),
      verified: z.boolean(),
      /** Laid down by this installation in place of the product's default. */
      own: z.boolean(),
    }),
  ),
  escalation: z.array(z.extend(rung, { key: z.string(), source: z.string() })),
  holidays: z.array(
    z.object({
      year: z.int(),
      number: z.string(),
      source: z.string(),
      verified: z.boolean(),
      off: z.array(z.object({ name: z.string(), from: date, to: date })),
      work: z.array(date),
    }),
  ),
});
export type RulesView = z.infer<typeof rulesView>;
