import type { NoticeView } from '@zerentian/shared/today/today.contract';
import { List, ListItem } from '../ui/list';
import { Section } from '../ui/section';
import { TimeText } from '../ui/time-text';

/** What others did that concerns me: to know, not to do. */
export function NoticeList({ notices }: { notices: readonly NoticeView[] }) {
  if (notices.length === 0) return null;
  return (
    <Section title="消息">
      <List label="消息">
        {notices.map(({ id, text, hazardId, at }) => (
          <ListItem
            key={id}
            title={text}
            note={<TimeText plain={hazardId !== null} at={at} />}
            {...(hazardId && { page: 'hazard', params: { id: hazardId } })}
          />
        ))}
      </List>
    </Section>
  );
}
