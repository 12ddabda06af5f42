import * as z from 'zod/mini';
import { date, id, instant, page, pageQuery, text, writeEnvelope } from '../fields';
import { actorView } from '../hazards/hazard.contract';

/**
 * 监督提示: tells 乡纪委 that the step of a supervising post is overdue. It is not a 问题线索, is not handed on as one, and counts nowhere:
 * not in an assessment, not on a board. It is read by 乡纪委, by whom it names, and by their superior; by nobody else.
 */
export const NOT_A_CLUE = '本提示只说明一项工作逾期，不是问题线索，不作为考核和处理的依据。';

/** What 乡纪委 did with it: read it, or asked about it and knows. */
export const supervisionOutcomes = ['seen', 'understood'] as const;
export type SupervisionOutcome = (typeof supervisionOutcomes)[number];
export const supervisionOutcomeNames: Record<SupervisionOutcome, string> = { seen: '已阅', understood: '已了解情况' };

export const supervisionNoticeView = z.object({
  id,
  /** Display number, such as 监督提示〔2026〕3号. */
  number: z.string(),
  hazardId: id,
  /** Number and short words of the hazard, as they were when it was made. */
  matter: z.string(),
  /** The step that was due: 复查, 初判 … */
  step: z.string(),
  /** The last day in time, and from when the matter lay there. */
  dueOn: date,
  since: instant,
  /** The rule by which it was made, in words. */
  rule: z.string(),
  /** The post, and the person who held it on the last day in time. */
  named: actorView,
  madeAt: instant,
  outcome: z.nullable(z.enum(supervisionOutcomes)),
  outcomeText: z.nullable(z.string()),
  outcomeAt: z.nullable(instant),
  outcomeBy: z.nullable(actorView),
  explanation: z.nullable(z.string()),
  explainedAt: z.nullable(instant),
  explainedBy: z.nullable(actorView),
  /** The asker's post in which they may answer as 乡纪委, or explain; null where that is not theirs. */
  mayHandle: z.nullable(id),
  mayExplain: z.nullable(id),
});
export type SupervisionNoticeView = z.infer<typeof supervisionNoticeView>;

/** GET /api/supervision-notices: newest first. `open=true`: those that 乡纪委 has not marked yet. */
export const supervisionNoticeQuery = z.strictObject({ open: z.optional(z.stringbool()), ...pageQuery });
export type SupervisionNoticeQuery = z.infer<typeof supervisionNoticeQuery>;
export const supervisionNoticePage = page(supervisionNoticeView);

/** POST /api/supervision-notices/:id/handle, by 乡纪委: 已阅, and later 已了解情况, which says what was learnt. */
export const handleSupervisionNotice = z
  .strictObject({
    ...writeEnvelope,
    outcome: z.enum(supervisionOutcomes, '请选择已阅或已了解情况'),
    text: z.optional(text(500)),
  })
  .check(
    z.refine((it) => it.outcome !== 'understood' || it.text !== undefined, {
      path: ['text'],
      error: '请写明了解到的情况',
    }),
  );
export type HandleSupervisionNotice = z.infer<typeof handleSupervisionNotice>;

/** POST /api/supervision-notices/:id/explain, once, by whom it names; where it names nobody, by whoever answers for the post. */
export const explainSupervisionNotice = z.strictObject({ ...writeEnvelope, text: text(1000) });
export type ExplainSupervisionNotice = z.infer<typeof explainSupervisionNotice>;
