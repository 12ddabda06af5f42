import * as z from 'zod/mini';
import { areaCode, date, id, instant, key, page, pageQuery, text, writeEnvelope } from '../fields';
import { actorView } from '../hazards/hazard.contract';
import { findingCounts } from '../inspections/inspection.contract';
import { riskGrades, supervisions } from '../units/unit.contract';
import { campaignStates, campaignSteps } from './campaign.lifecycle';

/** 检查, 专项整治, 打非治违. */
export const campaignKinds = ['inspection', 'rectification', 'crackdown'] as const;
export type CampaignKind = (typeof campaignKinds)[number];
export const campaignKindNames: Record<CampaignKind, string> = {
  inspection: '安全检查',
  rectification: '专项整治',
  crackdown: '打非治违',
};

/** As many as one row of the ledger and one page of the desk bear; a township of the pilot has 24 enterprises. */
export const MOST_UNITS = 500;

/**
 * By what the target units were chosen; empty where they were picked one by one. What enters the register later and fits is proposed.
 * `areas` are villages.
 */
export const campaignSelection = z.strictObject({
  trades: z.array(key).check(z.maxLength(30, '行业太多')),
  areas: z.array(areaCode).check(z.maxLength(100, '辖区太多')),
  riskGrades: z.array(z.enum(riskGrades)).check(z.maxLength(4)),
});
export type CampaignSelection = z.infer<typeof campaignSelection>;

const unitIds = z.array(id).check(
  z.minLength(1, '至少选一家单位'),
  z.maxLength(MOST_UNITS, `最多 ${MOST_UNITS} 家`),
  z.refine((all) => new Set(all).size === all.length, '同一家单位选了两次'),
);

const plan = {
  kind: z.enum(campaignKinds, '请选择类别'),
  title: text(50),
  /** 依据: title and number of the document. */
  basis: z.optional(text(200)),
  /** 目的和安排. */
  purpose: z.optional(text(2000)),
  startsOn: date,
  /** The last day. */
  endsOn: date,
  checklistKey: key,
  /** 责任岗位; absent: the post that plans it. */
  responsiblePostId: z.optional(id),
  selection: z.optional(campaignSelection),
  unitIds,
};
const inOrder = z.refine<{ startsOn: string; endsOn: string }>((it) => it.startsOn <= it.endsOn, {
  path: ['endsOn'],
  error: '结束日期不能早于开始日期',
});

/** POST /api/campaigns: a plan with its units and its period. */
export const planCampaign = z.strictObject({ id: z.optional(id), ...writeEnvelope, ...plan }).check(inOrder);
export type PlanCampaign = z.infer<typeof planCampaign>;

/** What each step takes: POST /api/campaigns/:id/<step>. */
export const campaignStepInputs = {
  /** The whole plan anew. */
  amend: z.strictObject({ ...writeEnvelope, ...plan }).check(inOrder),
  'add-units': z.strictObject({ ...writeEnvelope, unitIds }),
  start: z.strictObject(writeEnvelope),
  /** 总结: proposed by GET /api/campaigns/:id/report-draft, edited by whoever finishes it. */
  finish: z.strictObject({ ...writeEnvelope, report: text(5000) }),
} as const satisfies Record<(typeof campaignSteps)[number], z.core.$ZodType>;
export type CampaignStepInput<S extends keyof typeof campaignStepInputs> = z.infer<(typeof campaignStepInputs)[S]>;

/** How far it is. `others`: visits under it to units that were no target. */
export const campaignProgress = z.object({
  units: z.int(),
  visited: z.int(),
  visits: z.int(),
  others: z.int(),
  findings: findingCounts,
});
export type CampaignProgress = z.infer<typeof campaignProgress>;

export const campaignView = z.object({
  id,
  /** Display number, such as 140621200-专-2026-0003. */
  number: z.string(),
  townshipCode: areaCode,
  kind: z.enum(campaignKinds),
  state: z.enum(campaignStates),
  title: z.string(),
  basis: z.nullable(z.string()),
  purpose: z.nullable(z.string()),
  startsOn: date,
  endsOn: date,
  checklistKey: key,
  selection: campaignSelection,
  /** 责任岗位 with whoever holds it today. */
  responsible: actorView,
  author: actorView,
  progress: campaignProgress,
  finishedAt: z.nullable(instant),
  updatedAt: instant,
});
export type CampaignView = z.infer<typeof campaignView>;

/** A unit of a campaign: how often it was visited, when last, and what was found there. */
export const campaignUnit = z.object({
  unitId: id,
  unitName: z.string(),
  areaCode,
  areaName: z.string(),
  trade: z.nullable(key),
  supervision: z.enum(supervisions),
  visits: z.int(),
  last: z.nullable(z.object({ id, occurredAt: instant, failed: z.int() })),
});
export type CampaignUnit = z.infer<typeof campaignUnit>;

/** GET /api/campaigns/:id */
export const campaignDetail = z.extend(campaignView, {
  /** Not visited first. */
  units: z.array(campaignUnit),
  /** In the register, fitting the selection, and not (yet) a target. */
  proposed: z.array(z.object({ unitId: id, unitName: z.string(), areaName: z.string() })),
  report: z.nullable(z.string()),
  /** The steps open to the asker, with the post that opens each. */
  steps: z.array(z.object({ step: z.enum(campaignSteps), postId: id })),
});
export type CampaignDetail = z.infer<typeof campaignDetail>;

/** GET /api/campaigns: newest first. */
export const campaignQuery = z.strictObject({ state: z.optional(z.enum(campaignStates)), ...pageQuery });
export type CampaignQuery = z.infer<typeof campaignQuery>;
export const campaignPage = page(campaignView);

/** GET /api/campaigns/:id/report-draft: the report as the facts give it, to be edited. */
export const campaignReportDraft = z.object({ text: z.string() });

/** 文书: GET /api/campaigns/:id/papers/:paper as PDF; the report once it is finished. */
export const campaignPapers = ['plan', 'report'] as const;
export type CampaignPaper = (typeof campaignPapers)[number];
export const campaignPaperNames: Record<CampaignPaper, string> = { plan: '检查方案', report: '工作总结' };
