import type { HazardDetail, ReminderView } from '@zerentian/shared/hazards/hazard.contract';
import { remind, reminderAnswerNames } from '@zerentian/shared/reminders/reminder.contract';
import { useCallback } from 'react';
import { useSession } from '../../platform/session';
import { tell } from '../../platform/tell';
import { useSubmission } from '../../platform/use-submission';
import { Button } from '../../ui/button';
import { ErrorSummary } from '../../ui/error-summary';
import { Box, Span } from '../../ui/primitives/box';
import { Card, Section } from '../../ui/section';
import { TimeText } from '../../ui/time-text';
import { remindHolder } from '../hazards.api';
import { ReminderAnswer } from './reminder-answer';

/** 催办: once a day, by name; and how whoever was pressed answered. */
export function HazardReminders({ hazard }: { hazard: HazardDetail }) {
  if (!hazard.mayRemind && hazard.reminders.length === 0) return null;
  return (
    <Section title="催办" note="一件事一天只催一次">
      <Box className="stack stack--tight">
        {hazard.reminders.map((reminder) => (
          <Reminder key={reminder.id} reminder={reminder} hazardId={hazard.id} />
        ))}
        {hazard.mayRemind && <RemindButton hazard={hazard} />}
      </Box>
    </Section>
  );
}

function Reminder({ reminder, hazardId }: { reminder: ReminderView; hazardId: string }) {
  return (
    <Card>
      <Box>
        <Span>{`${reminder.from.name ?? ''} 催办 ${reminder.to.name ?? reminder.to.post ?? ''} `}</Span>
        <TimeText at={reminder.sentAt} />
      </Box>
      {reminder.text && <Box className="text-written">{reminder.text}</Box>}
      {reminder.answer ? (
        <Box className="text-note">
          {`答复：${reminderAnswerNames[reminder.answer]}${reminder.answerText ? `，${reminder.answerText}` : ''}`}
        </Box>
      ) : (
        <Box className="text-note">还没有答复</Box>
      )}
      {reminder.mayAnswer !== null && (
        <ReminderAnswer id={reminder.id} hazardId={hazardId} postId={reminder.mayAnswer} />
      )}
    </Card>
  );
}

function RemindButton({ hazard }: { hazard: HazardDetail }) {
  const actingPostId = useSession((state) => state.actingPostId) ?? undefined;
  const send = useCallback(
    (body: Parameters<typeof remindHolder>[1], key: string) => remindHolder(hazard.id, body, key),
    [hazard.id],
  );
  const { submit, errors, problem, busy } = useSubmission({
    contract: remind,
    send,
    onDone: () => tell('已催办，对方的答复会显示在这里'),
  });
  return (
    <>
      <ErrorSummary errors={errors} problem={problem} />
      <Button id="remind" kind="secondary" wide busy={busy} onPress={() => void submit({ actingPostId })}>
        {`催办${hazard.holder?.name ? ` ${hazard.holder.name}` : ''}`}
      </Button>
    </>
  );
}
