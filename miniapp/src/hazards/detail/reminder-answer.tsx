import { coordinationNeeds } from '@zerentian/shared/hazards/hazard.contract';
import { answerReminder, reminderAnswerNames, reminderAnswers } from '@zerentian/shared/reminders/reminder.contract';
import { useState } from 'react';
import { filled } from '../../platform/form-errors';
import { useOutbox } from '../../platform/outbox/outbox-store';
import { useOutboxForm } from '../../platform/outbox/use-outbox-form';
import { Button } from '../../ui/button';
import { Choices } from '../../ui/choices';
import { ErrorSummary } from '../../ui/error-summary';
import { Field, TextArea } from '../../ui/field';
import { Box } from '../../ui/primitives/box';
import { HAZARDS_STALE, hazardSubject } from '../hazards.api';

type Answer = (typeof reminderAnswers)[number];
type Need = keyof typeof coordinationNeeds;

const ANSWERS = reminderAnswers.map((value) => ({ value, text: reminderAnswerNames[value] }));
const NEEDS = (Object.keys(coordinationNeeds) as Need[]).map((value) => ({ value, text: coordinationNeeds[value] }));

/** One tap for 已知悉 and 正在办; 有困难 says which, and moves the clock to whoever must help. Answered in the post that the server names. */
export function ReminderAnswer({ id, hazardId, postId }: { id: string; hazardId: string; postId: string }) {
  const [answer, setAnswer] = useState<Answer | ''>('');
  const [text, setText] = useState('');
  const [need, setNeed] = useState<Need | ''>('');
  const path = `/reminders/${id}/answer`;
  const isAnswered = useOutbox((state) => state.items.some((item) => item.path === path && item.state !== 'refused'));
  const { submit, errors } = useOutboxForm({
    contract: answerReminder,
    act: (input) => ({
      title: '答复催办',
      about: reminderAnswerNames[input.answer],
      path,
      subject: hazardSubject(hazardId),
      stale: HAZARDS_STALE,
      page: { page: 'hazard', params: { id: hazardId } },
    }),
    onKept: () => undefined,
  });
  if (isAnswered) return null;
  return (
    <Box className="stack reminder-answer">
      <ErrorSummary errors={errors} />
      <Field id="answer" label="我的答复" error={errors.answer}>
        <Choices id="answer" label="我的答复" value={answer} options={ANSWERS} onChange={setAnswer} />
      </Field>
      {answer === 'difficulty' && (
        <>
          <TextArea
            id="text"
            label="什么困难"
            hint="会请催办的人协调，时限随之转移"
            value={text}
            error={errors.text}
            onChange={setText}
          />
          <Field id="need" label="需要哪方面协调" error={errors.need}>
            <Choices id="need" label="需要哪方面协调" value={need} options={NEEDS} onChange={setNeed} />
          </Field>
        </>
      )}
      <Button
        id="answer-reminder"
        kind="secondary"
        onPress={() =>
          submit(filled({ actingPostId: postId, answer, text: answer === 'difficulty' ? text : '', need }))
        }
      >
        答复催办
      </Button>
    </Box>
  );
}
