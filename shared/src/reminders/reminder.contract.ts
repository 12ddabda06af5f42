import * as z from 'zod/mini';
import { id, text, writeEnvelope } from '../fields';

/** 催办: POST /api/hazards/:id/reminders. Once per matter and day, always with its sender. */
export const remind = z.strictObject({ id: z.optional(id), ...writeEnvelope, text: z.optional(text(200)) });
export type Remind = z.infer<typeof remind>;

export const reminderAnswers = ['acknowledged', 'in-progress', 'difficulty'] as const;
export const reminderAnswerNames: Record<(typeof reminderAnswers)[number], string> = {
  acknowledged: '已知悉',
  'in-progress': '正在办',
  difficulty: '有困难',
};

/**
 * POST /api/reminders/:id/answer, once, by whoever answers for the post that it went to. 有困难 needs words. While the unit has the matter
 * (已交办, 整改中, 退回重改), and from somebody who may 请求协调, it also asks the sender for help, and the clock moves there; otherwise the
 * sender is told, and the matter stays where it is. `need` is 其他 unless given.
 */
export const answerReminder = z
  .strictObject({
    ...writeEnvelope,
    answer: z.enum(reminderAnswers, '请选择答复'),
    text: z.optional(text(500)),
    need: z.optional(z.enum(['money', 'enforcement', 'department', 'other'])),
  })
  .check(
    z.refine((it) => it.answer !== 'difficulty' || it.text !== undefined, {
      path: ['text'],
      error: '有困难请写明是什么困难',
    }),
  );
export type AnswerReminder = z.infer<typeof answerReminder>;
