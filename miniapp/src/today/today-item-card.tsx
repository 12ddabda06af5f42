import type { TodayItem } from '@zerentian/shared/today/today.contract';
import { open } from '../platform/navigation';
import { useSession } from '../platform/session';
import { Button } from '../ui/button';
import { Box, Span } from '../ui/primitives/box';
import { StateTag, TagRow } from '../ui/tag';
import { DueText, SinceText, TimeText } from '../ui/time-text';
import type { Matter } from './today-matters';
import { actionOf, kindWords } from './today-words';

/** One thing that waits: what, where, why it is mine, until when, and its one button. */
export function TodayItemCard({ item, reminders }: Matter) {
  const several = useSession((state) => state.posts.length > 1);
  return (
    <Box as="li" className="card today-item">
      <Box className="today-item__text">
        <TagRow>
          <StateTag text={kindWords(item.kind)} tone="active" />
          <When item={item} />
        </TagRow>
        <Box className="today-item__title">{item.title}</Box>
        {item.subtitle && <Box className="text-note">{item.subtitle}</Box>}
        {reminders.map((reminder) => (
          <Reminder key={reminder.reminderId} reminder={reminder} />
        ))}
        {item.duty && (
          <Box className="today-item__clause">
            <Span className="text-strong">{`${item.duty.clause} `}</Span>
            <Span>{`“${item.duty.quote}”`}</Span>
          </Box>
        )}
        {several && <Box className="text-third">{`以${item.post}的岗位`}</Box>}
      </Box>
      <Button kind="secondary" onPress={() => go(item)}>
        {actionOf(reminders[0] ?? item)}
      </Button>
    </Box>
  );
}

/** Who pressed and when; the button answers it. */
function Reminder({ reminder: { subtitle, since } }: { reminder: TodayItem }) {
  return (
    <Box className="today-item__reminder">
      <Span>{`${subtitle ?? '催办'} `}</Span>
      {since && <TimeText at={since} />}
    </Box>
  );
}

function When({ item }: { item: TodayItem }) {
  if (item.overdueDays > 0) return <StateTag text={`逾期 ${item.overdueDays} 天`} tone="alert" />;
  return (
    <Span className="text-note">
      {item.dueOn ? <DueText due={item.dueOn} /> : item.since && <SinceText at={item.since} />}
    </Span>
  );
}

/** Where the item's button leads. */
function go(item: TodayItem): void {
  if (item.supervisionNoticeId) open('supervisionNotices', { id: item.supervisionNoticeId });
  else if (item.publicReportId) open('publicReport', { id: item.publicReportId });
  else if (item.hazardId) open('hazard', { id: item.hazardId });
  else if (item.kind === 'duty') open('recordDuty', { kind: item.recordKind, postId: item.postId });
}
